import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/dialects/terraform/index.ts';
import { plain, readWith } from '../read.ts';

/** What `bucket` comes to in the bucket named `this`. */
async function bucketOf(texts: Record<string, string>, address = 'aws_s3_bucket.this'): Promise<unknown> {
  const { get, problems } = await readWith(terraform, texts);
  expect(problems).toEqual([]);
  return plain(get(address).body.entries.get('bucket'));
}
const bucket = (expression: string) => `resource "aws_s3_bucket" "this" {\n  bucket = ${expression}\n}\n`;

describe('functions whose parts are loaded when a text names them', () => {
  const files = { 'names.yml': 'logs: acme-logs\n', 'a.txt': '', 'b/c.txt': '' };

  // First: what is loaded stays.
  it('where only a called module names them', async () => {
    const texts = {
      'main.tf': 'module "logs" {\n  source = "./logs"\n}\n',
      'logs/main.tf': bucket('yamldecode("name: acme-logs").name'),
    };
    expect(await bucketOf(texts, 'module.logs.aws_s3_bucket.this')).toBe('acme-logs');
  });

  it.each([
    ['YAML', 'yamldecode(file("names.yml")).logs', 'acme-logs'],
    ['YAML with a space before the bracket', 'yamldecode (file("names.yml")).logs', 'acme-logs'],
    ['YAML within a template', 'templatefile("name.tftpl", { text = "logs: acme-logs" })', 'acme-logs!'],
    ['globs', 'join(",", sort(fileset(".", "**/*.txt")))', 'a.txt,b/c.txt'],
    ['gzip', `base64gunzip("${gzipSync('acme-logs').toString('base64')}")`, 'acme-logs'],
    ['graphemes', 'strrev("🇪🇺a")', 'a🇪🇺'],
  ])('%s', async (_, expression, expected) => {
    const template = { 'name.tftpl': '${yamldecode(text).logs}!' };
    expect(await bucketOf({ 'main.tf': bucket(expression), ...files, ...template })).toBe(expected);
  });
});
