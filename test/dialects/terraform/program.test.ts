import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/dialects/terraform/index.ts';
import type { DialectContext } from '../../../src/dialects/dialect.ts';
import { plain, readWith } from '../read.ts';

const read = (texts: Record<string, string>, settings?: Partial<DialectContext> & { only?: readonly string[] }) =>
  readWith(terraform, texts, settings);

/** The value of one attribute of one resource, as plain data. */
async function value(texts: Record<string, string>, name: string, attribute: string): Promise<unknown> {
  return plain((await read(texts)).get(name).body.entries.get(attribute));
}

describe('variables', () => {
  const use = 'resource "a_thing" "x" {\n  size = var.size\n}\n';
  it.each([
    ['a default', { 'main.tf': `variable "size" {\n  default = 3\n}\n${use}` }, 3],
    [
      'terraform.tfvars before the default',
      { 'main.tf': `variable "size" {\n  default = 3\n}\n${use}`, 'terraform.tfvars': 'size = 4' },
      4,
    ],
    [
      '*.auto.tfvars in the order of their names',
      {
        'main.tf': `variable "size" {}\n${use}`,
        'terraform.tfvars': 'size = 4',
        'b.auto.tfvars': 'size = 6',
        'a.auto.tfvars': 'size = 5',
      },
      6,
    ],
    ['values in JSON', { 'main.tf': `variable "size" {}\n${use}`, 'terraform.tfvars.json': '{"size": 7}' }, 7],
    ['a conversion to its type', { 'main.tf': `variable "size" {\n  type = string\n  default = 3\n}\n${use}` }, '3'],
    [
      'a value of the wrong type',
      { 'main.tf': `variable "size" {\n  type = number\n  default = "big"\n}\n${use}` },
      '?wrong-type',
    ],
    [
      'null, which is nothing where it is not allowed',
      {
        'main.tf': `variable "size" {\n  default = 3\n  nullable = false\n}\n${use}`,
        'terraform.tfvars': 'size = null',
      },
      3,
    ],
    [
      'optional attributes with their defaults',
      {
        'main.tf': `variable "size" {\n  type = object({ a = optional(number, 1), b = optional(string) })\n  default = {}\n}\n${use}`,
      },
      { a: 1, b: null },
    ],
    ['no value', { 'main.tf': `variable "size" {}\n${use}` }, '?no-value'],
    ['no declaration', { 'main.tf': use }, '?does-not-exist'],
  ])('%s', async (_, texts, expected) => {
    expect(await value(texts as unknown as Record<string, string>, 'a_thing.x', 'size')).toEqual(expected);
  });

  it('says which variable has no value, and points at its declaration', async () => {
    const found = (await read({ 'main.tf': `${use}variable "size" {}\n` })).get('a_thing.x').body.entries.get('size');
    expect(found).toMatchObject({
      reason: { code: 'no-value', subject: 'var.size' },
      at: { file: 'main.tf', span: { startLine: 4 } },
      via: [{ file: 'main.tf', span: { startLine: 2, startColumn: 10 } }],
    });
  });

  it('takes values files that the run names, for all roots or for one', async () => {
    const texts = {
      'a/main.tf': `variable "size" {}\n${use}`,
      'b/main.tf': `variable "size" {}\n${use}`,
      'prod.tfvars': 'size = 9',
    };
    const all = await read(texts, { varFiles: [{ file: 'prod.tfvars' }] });
    expect(
      all.resources.filter(({ type }) => type === 'a_thing').map(({ body }) => plain(body.entries.get('size'))),
    ).toEqual([9, 9]);
    const one = await read(texts, { varFiles: [{ root: 'b', file: 'prod.tfvars' }] });
    expect(
      one.resources.filter(({ type }) => type === 'a_thing').map(({ body }) => plain(body.entries.get('size'))),
    ).toEqual(['?no-value', 9]);
  });

  it('marks what is sensitive, and all that is made of it', async () => {
    const texts = {
      'main.tf':
        'variable "key" {\n  default = "abc"\n  sensitive = true\n}\nlocals {\n  url = "x:${var.key}"\n}\nresource "a_thing" "x" {\n  url = local.url\n}',
    };
    expect((await read(texts)).get('a_thing.x').body.entries.get('url')).toMatchObject({
      value: 'x:abc',
      secret: true,
    });
  });
});

describe('references', () => {
  it('follow locals in any order, and tell of cycles', async () => {
    const texts = {
      'main.tf':
        'locals {\n  a = local.b + 1\n  b = 2\n  c = local.d\n  d = local.c\n}\nresource "a_thing" "x" {\n  n = local.a\n  m = local.c\n}',
    };
    expect(await value(texts, 'a_thing.x', 'n')).toBe(3);
    expect(await value(texts, 'a_thing.x', 'm')).toBe('?cycle');
  });

  it('to another resource give what is written, and the rest is known when it is applied', async () => {
    const texts = {
      'main.tf':
        'resource "aws_s3_bucket" "a" {\n  bucket = "logs"\n}\nresource "aws_s3_bucket_acl" "a" {\n  bucket = aws_s3_bucket.a.bucket\n  id2 = aws_s3_bucket.a.id\n}',
    };
    const { body } = (await read(texts)).get('aws_s3_bucket_acl.a');
    expect(body.entries.get('bucket')).toMatchObject({
      value: 'logs',
      references: [{ address: 'aws_s3_bucket.a', path: ['bucket'] }],
    });
    expect(body.entries.get('id2')).toMatchObject({
      reason: { code: 'known-after-apply' },
      references: [{ address: 'aws_s3_bucket.a', path: ['id'] }],
    });
  });

  it('to data sources are read from the account', async () => {
    expect(
      await value(
        { 'main.tf': 'data "aws_ami" "x" {}\nresource "a_thing" "x" {\n  ami = data.aws_ami.x.id\n}' },
        'a_thing.x',
        'ami',
      ),
    ).toBe('?data-source');
  });
});

describe('instances', () => {
  it('of count and for_each have their addresses and values', async () => {
    const texts = {
      'main.tf':
        'resource "a_thing" "c" {\n  count = 2\n  n = count.index\n}\nresource "a_thing" "e" {\n  for_each = toset(["eu", "us"])\n  n = each.key\n}\nresource "a_thing" "none" {\n  count = 0\n}',
    };
    const found = await read(texts);
    expect(found.names).toEqual(['a_thing.c[0]', 'a_thing.c[1]', 'a_thing.e["eu"]', 'a_thing.e["us"]']);
    expect(plain(found.get('a_thing.e["us"]').body.entries.get('n'))).toBe('us');
  });

  it('of an unknown number are one, whose key is unknown', async () => {
    const found = await read({
      'main.tf': 'variable "names" {}\nresource "a_thing" "e" {\n  for_each = var.names\n  n = each.key\n  m = 1\n}',
    });
    expect(found.names).toEqual(['var.names', 'a_thing.e']);
    expect(plain(found.get('a_thing.e').body)).toEqual({ n: '?no-value', m: 1 });
  });

  it('may not depend on themselves', async () => {
    const found = await read({ 'main.tf': 'resource "a_thing" "x" {\n  count = length(a_thing.x)\n}' });
    expect(found.names).toEqual(['a_thing.x']);
  });

  it('of dynamic blocks are blocks', async () => {
    const texts = {
      'main.tf':
        'resource "a_thing" "x" {\n  rule {\n    port = 1\n  }\n  dynamic "rule" {\n    for_each = [22, 80]\n    content {\n      port = rule.value\n    }\n  }\n}',
    };
    expect(await value(texts, 'a_thing.x', 'rule')).toEqual([{ port: 1 }, { port: 22 }, { port: 80 }]);
  });
});

describe('modules', () => {
  const db =
    'variable "encrypted" {\n  default = false\n}\nresource "aws_db_instance" "main" {\n  storage_encrypted = var.encrypted\n}\noutput "name" {\n  value = "db-${var.encrypted}"\n}\n';
  const root =
    'module "a" {\n  source = "./modules/db"\n  encrypted = true\n}\nmodule "b" {\n  source = "./modules/db"\n}\nresource "a_thing" "x" {\n  name = module.a.name\n}\n';

  it('have the values of each call, and its place', async () => {
    const found = await read({ 'main.tf': root, 'modules/db/main.tf': db });
    expect(found.names).toEqual(['a_thing.x', 'module.a.aws_db_instance.main', 'module.b.aws_db_instance.main']);
    expect(plain(found.get('a_thing.x').body.entries.get('name'))).toBe('db-true');
    const a = found.get('module.a.aws_db_instance.main');
    expect(a.body.entries.get('storage_encrypted')).toMatchObject({
      value: true,
      at: { file: 'main.tf', span: { startLine: 3 } },
      via: [{ file: 'modules/db/main.tf', span: { startLine: 5 } }],
    });
    expect(a.calls).toMatchObject([{ file: 'main.tf', span: { startLine: 1 } }]);
    expect(plain(found.get('module.b.aws_db_instance.main').body.entries.get('storage_encrypted'))).toBe(false);
  });

  it('nest, and are instances themselves', async () => {
    const found = await read({
      'main.tf':
        'module "m" {\n  for_each = { eu = 1, us = 2 }\n  source = "./outer"\n  n = each.value\n}\nresource "a_thing" "sum" {\n  n = module.m["us"].n\n}',
      'outer/main.tf':
        'variable "n" {}\nmodule "in" {\n  source = "../inner"\n  n = var.n * 10\n}\noutput "n" {\n  value = module.in.n\n}',
      'inner/main.tf':
        'variable "n" {}\nresource "a_thing" "x" {\n  n = var.n\n}\noutput "n" {\n  value = a_thing.x.n\n}',
    });
    expect(found.names).toEqual([
      'a_thing.sum',
      'module.m["eu"].module.in.a_thing.x',
      'module.m["us"].module.in.a_thing.x',
    ]);
    expect(plain(found.get('a_thing.sum').body.entries.get('n'))).toBe(20);
    expect(found.get('module.m["eu"].module.in.a_thing.x').calls.map(({ file }) => file)).toEqual([
      'outer/main.tf',
      'main.tf',
    ]);
  });

  it('that only examples call are judged by their defaults, and as what they are', async () => {
    const found = await read({
      'modules/db/main.tf': db,
      'examples/simple/main.tf': 'module "db" {\n  source = "../../modules/db"\n}',
    });
    expect(
      found.resources.filter(({ type }) => type === 'aws_db_instance').map(({ name, role }) => `${role} ${name}`),
    ).toEqual(['example module.db.aws_db_instance.main', 'system aws_db_instance.main']);
  });

  it('that are called for no item are judged by their defaults as well', async () => {
    const found = await read({
      'main.tf': 'variable "n" {\n  default = 1\n}\nresource "a_thing" "x" {\n  n = var.n\n}',
      'wrapper/main.tf':
        'variable "items" {\n  default = {}\n}\nmodule "w" {\n  source = "../"\n  for_each = var.items\n}',
    });
    expect(found.names).toEqual(['var.items', 'var.n', 'a_thing.x']);
  });

  it('from elsewhere are told once, and their outputs are unknown', async () => {
    const call = (name: string) =>
      `module "${name}" {\n  source = "terraform-aws-modules/vpc/aws"\n  version = "5.0.0"\n}\n`;
    const found = await read({
      'main.tf': `${call('a')}${call('b')}resource "a_thing" "x" {\n  id = module.a.vpc_id\n}`,
    });
    expect(found.unresolved).toMatchObject([{ name: 'module.a', reason: { code: 'remote-module' } }]);
    expect(plain(found.get('a_thing.x').body.entries.get('id'))).toBe('?remote-module');
  });

  it('that were downloaded are read where the manifest says', async () => {
    const found = await read({
      'main.tf': 'module "a" {\n  source = "example/thing/aws"\n}\n',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"a","Source":"registry.terraform.io/example/thing/aws","Dir":".terraform/modules/a"}]}',
      '.terraform/modules/a/main.tf': 'resource "a_thing" "x" {}\n',
    });
    expect(found.names).toContain('module.a.a_thing.x');
    expect(found.unresolved).toEqual([]);
  });

  it('that are missing or call themselves are told, not followed', async () => {
    const found = await read({
      'main.tf': 'module "gone" {\n  source = "./gone"\n}\nmodule "loop" {\n  source = "./loop"\n}',
      'loop/main.tf': 'module "again" {\n  source = "../loop"\n}\nresource "a_thing" "x" {}',
    });
    expect(found.unresolved.map(({ name, reason }) => `${name} ${reason.code}`).sort()).toEqual([
      'module.again cycle',
      'module.gone does-not-exist',
    ]);
    expect(found.names).toEqual(['module.loop.a_thing.x']);
  });
});

describe('files', () => {
  it('of a folder are one; override files come last', async () => {
    const found = await read({
      'a.tf': 'resource "a_thing" "x" {\n  n = 1\n  m = 1\n}',
      'b_override.tf': 'resource "a_thing" "x" {\n  n = 2\n}',
    });
    expect(plain(found.get('a_thing.x').body)).toEqual({ n: 2, m: 1 });
  });

  it('may be JSON', async () => {
    const found = await read({
      'main.tf.json':
        '{"variable": {"n": {"default": 5}}, "resource": {"a_thing": {"x": {"n": "${var.n}", "list": ["a-${var.n}"]}}}}',
    });
    expect(plain(found.get('a_thing.x').body)).toEqual({ n: 5, list: ['a-5'] });
  });

  it('of OpenTofu stand in for those of the same name', async () => {
    const found = await read({
      'main.tf': 'resource "a_thing" "terraform" {}',
      'main.tofu': 'resource "a_thing" "tofu" {}',
    });
    expect(found.names).toEqual(['a_thing.tofu']);
  });

  it('that are broken cost what can not be read', async () => {
    const found = await read({
      'main.tf': 'resource "a_thing" "x" {\n  n = = 1\n  m = 2\n}\nresource "a_thing" "y" {\n',
      'ok.tf': 'resource "a_thing" "z" {}',
      'bad.tf.json': '[1',
    });
    expect(found.names).toContain('a_thing.z');
    expect(plain(found.get('a_thing.x').body.entries.get('m'))).toBe(2);
    expect(
      found.problems.map(({ location, message }) => `${location?.file}:${location?.startLine} ${message}`),
    ).toEqual([
      expect.stringMatching(/^bad\.tf\.json:1 expected /),
      expect.stringMatching(/^main\.tf:2 expected /),
      expect.stringMatching(/^main\.tf:\d expected "\}"/),
    ]);
  });

  it('looked at alone are evaluated with the roots that call them', async () => {
    const texts = {
      'infra/main.tf': 'module "db" {\n  source = "../modules/db"\n  encrypted = true\n}',
      'modules/db/main.tf':
        'variable "encrypted" {\n  default = false\n}\nresource "a_thing" "x" {\n  on = var.encrypted\n}',
      'other/main.tf': 'resource "a_thing" "y" {}',
    };
    const found = await read(texts, { only: ['modules/db/main.tf'] });
    expect(found.names).toEqual(['module.db.a_thing.x']);
    expect(plain(found.get('module.db.a_thing.x').body)).toEqual({ on: true });
  });
});

describe('provider versions', () => {
  const asked = (constraint: string) =>
    `terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      version = "${constraint}"\n    }\n  }\n}\nresource "aws_thing" "x" {}\n`;
  it.each([
    ['~> 5.0', { from: [5, 0], below: [6] }],
    ['~> 5.1.2', { from: [5, 1, 2], below: [5, 2] }],
    ['>= 4.0, < 6.0.0', { from: [4, 0], below: [6, 0, 0] }],
    ['= 5.31.0', { from: [5, 31, 0], below: [5, 31, 1] }],
    ['> 4.1, != 4.5.0', { from: [4, 1, 1] }],
  ])('come from the constraint %s', async (constraint, expected) => {
    expect((await read({ 'main.tf': asked(constraint) })).get('aws_thing.x').provider).toMatchObject({
      name: 'aws',
      version: expected,
    });
  });

  it('are exact where a lock file says so', async () => {
    const lock =
      'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.70.0"\n  constraints = "~> 5.0"\n  hashes = []\n}\n';
    const { provider } = (await read({ 'main.tf': asked('~> 5.0'), '.terraform.lock.hcl': lock })).get('aws_thing.x');
    expect(provider).toMatchObject({
      version: { from: [5, 70, 0], below: [5, 70, 1], at: { file: '.terraform.lock.hcl' } },
    });
  });

  it('of a module are also those that its callers ask for', async () => {
    const found = await read({
      'main.tf': `${asked('< 6')}module "m" {\n  source = "./m"\n}`,
      'm/main.tf': asked('>= 4'),
    });
    expect(found.get('module.m.aws_thing.x').provider).toMatchObject({ version: { from: [4], below: [6] } });
  });
});

describe('data "aws_iam_policy_document"', () => {
  it('is the policy it makes, with places and with what it merges', async () => {
    const found = await read({
      'main.tf': `data "aws_iam_policy_document" "base" {
  statement {
    sid     = "read"
    actions = ["s3:Get*"]
    resources = ["\${aws_s3_bucket.a.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_policy" "a" {
  policy = data.aws_iam_policy_document.all.json
}
`,
    });
    const policy = found.get('aws_s3_bucket_policy.a').body.entries.get('policy');
    expect(policy).toMatchObject({ type: 'unknown' });
    const json = policy?.type === 'unknown' || policy?.type === 'string' ? policy.json : undefined;
    expect(plain(json)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'read',
          Effect: 'Allow',
          Action: ['s3:Get*'],
          Resource: ['?known-after-apply'],
          Principal: ['*'],
          Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
        },
        { Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] },
      ],
    });
  });
});

describe('comments', () => {
  it('cover the block they precede or are in', async () => {
    const { comments } = await read({
      'main.tf':
        '# soc2-lint: accept a -- one\nresource "a_thing" "x" {\n  # checkov:skip=CKV_1: two\n  rule {\n    n = 1 # soc2-lint: accept b -- three\n  }\n  # soc2-lint: accept c -- four\n  # and more\n  rule {\n  }\n}\n',
    });
    expect(
      comments.map(
        ({ text, covers }) => `${/\w+$/.exec(text.trim())?.[0]} ${covers.span.startLine}-${covers.span.endLine}`,
      ),
    ).toEqual(['one 2-11', 'two 2-11', 'three 4-6', 'four 9-10']);
  });
});

describe('an address that is declared twice', () => {
  it('is judged twice, and told', async () => {
    const { names, problems } = await readWith(terraform, {
      'a.tf': 'resource "aws_s3_bucket" "a" { bucket = "one" }\n',
      'b.tf': 'resource "aws_s3_bucket" "a" { bucket = "two" }\n',
    });
    expect(names).toEqual(['aws_s3_bucket.a', 'aws_s3_bucket.a (again, 1)']);
    expect(problems).toMatchObject([{ notice: true, location: { file: 'b.tf', startLine: 1 } }]);
    expect(problems[0]!.message).toContain('a.tf:1');
  });
});
