import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../../rules/index.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { terraform } from '../../../src/dialects/terraform/index.ts';
import { scan } from '../../../src/engine/scan.ts';
import { filesOnDisk } from '../../../src/io/files.ts';
import { folderWith } from '../../run.ts';
import { plain, readWith } from '../read.ts';

interface Planned {
  address: string;
  type: string;
  values: unknown;
  unknown?: unknown;
  sensitive?: unknown;
}

/** A plan with these resources, as `terraform show -json` writes it. */
const plan = (resources: readonly Planned[], more: object = {}): string =>
  JSON.stringify(
    {
      format_version: '1.2',
      terraform_version: '1.13.0',
      planned_values: {
        root_module: {
          resources: resources.map(({ address, type, values, sensitive }) => ({
            address,
            mode: 'managed',
            type,
            provider_name: 'registry.terraform.io/hashicorp/aws',
            values,
            sensitive_values: sensitive ?? {},
          })),
        },
      },
      resource_changes: resources.map(({ address, unknown }) => ({
        address,
        change: { actions: ['create'], after_unknown: unknown ?? {} },
      })),
      ...more,
    },
    null,
    2,
  );

const source = `variable "encrypted" {}
variable "names" {}
resource "aws_db_instance" "main" {
  storage_encrypted = var.encrypted
  name              = "orders"
}
resource "aws_s3_bucket" "b" {
  for_each = var.names
  bucket   = each.key
}
module "vpc" {
  source = "example/vpc/aws"
}
`;

describe('a plan', () => {
  it('settles what the source leaves unknown, at the place in the source', async () => {
    const found = await readWith(terraform, {
      'main.tf': source,
      'plan.json': plan([
        {
          address: 'aws_db_instance.main',
          type: 'aws_db_instance',
          values: { storage_encrypted: true, name: 'other', multi_az: false, tags: null, timeouts: [] },
          unknown: { id: true },
        },
        { address: 'aws_s3_bucket.b["eu"]', type: 'aws_s3_bucket', values: { bucket: 'eu' } },
        { address: 'aws_s3_bucket.b["us"]', type: 'aws_s3_bucket', values: { bucket: 'us' } },
        { address: 'module.vpc.aws_vpc.this[0]', type: 'aws_vpc', values: { cidr_block: '10.0.0.0/16' } },
      ]),
    });
    expect(found.problems).toEqual([]);
    const db = found.get('aws_db_instance.main');
    expect(plain(db.body)).toEqual({
      storage_encrypted: true,
      name: 'orders',
      multi_az: false,
      id: '?known-after-apply',
    });
    expect(db.body.entries.get('storage_encrypted')).toMatchObject({
      origin: 'plan',
      at: { file: 'main.tf', span: { startLine: 1 } },
    });
    expect(found.names.filter((name) => name.startsWith('aws_s3_bucket'))).toEqual([
      'aws_s3_bucket.b["eu"]',
      'aws_s3_bucket.b["us"]',
    ]);
    expect(found.get('module.vpc.aws_vpc.this[0]').at).toMatchObject({ file: 'main.tf', span: { startLine: 11 } });
  });

  it('without its source stands for itself, and keeps its joins and its secrets', async () => {
    const found = await readWith(terraform, {
      'plans/prod.json': plan(
        [
          { address: 'aws_s3_bucket.a', type: 'aws_s3_bucket', values: {}, unknown: { id: true } },
          {
            address: 'aws_s3_bucket_acl.a',
            type: 'aws_s3_bucket_acl',
            values: { acl: 'private' },
            unknown: { bucket: true },
          },
          {
            address: 'aws_db_instance.d',
            type: 'aws_db_instance',
            values: { password: 'hunter2' },
            sensitive: { password: true },
          },
        ],
        {
          configuration: {
            root_module: {
              resources: [
                {
                  address: 'aws_s3_bucket_acl.a',
                  expressions: { bucket: { references: ['aws_s3_bucket.a.id', 'aws_s3_bucket.a'] } },
                },
              ],
            },
          },
        },
      ),
    });
    expect(found.get('aws_s3_bucket_acl.a').body.entries.get('bucket')).toMatchObject({
      type: 'unknown',
      references: [{ address: 'aws_s3_bucket.a', path: ['id'] }, { address: 'aws_s3_bucket.a' }],
    });
    expect(found.get('aws_db_instance.d').body.entries.get('password')).toMatchObject({ secret: true, origin: 'plan' });
  });

  it('that is cut off is a problem', async () => {
    const found = await readWith(terraform, { 'plan.json': plan([]).slice(0, 120) });
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({ kind: 'parse', location: { file: 'plan.json' } });
  });
});

describe('a plan over the limit', () => {
  it('is recognised all the same, and told with what to do', async () => {
    const large = plan([
      { address: 'aws_s3_bucket.a', type: 'aws_s3_bucket', values: { bucket: 'x'.repeat(6 * 1024 * 1024) } },
    ]);
    const folder = folderWith({ 'plan.json': large, 'data.json': `{"a": "${'x'.repeat(6 * 1024 * 1024)}"}` });
    const { report } = await scan({
      files: filesOnDisk(folder, () => ['data.json', 'plan.json']),
      facts: { git: { commit: null, dirty: null } },
      ...(await loadConfig({ text: () => undefined }, ruleIndex.entries)),
      rules: ruleIndex,
      asOf: null,
      select: {},
      problems: [],
    });
    expect(report.problems).toMatchObject([
      {
        kind: 'too-large',
        message: expect.stringMatching(/^is 6\.0 MB, over the limit of 5 MB; leave out .*prior_state/),
        location: { file: 'plan.json' },
      },
    ]);
  });
});

describe('a plan of modules', () => {
  it('settles their resources at their places, and keeps what is sensitive', async () => {
    const found = await readWith(terraform, {
      'main.tf': 'variable "key" {}\nmodule "m" {\n  for_each = toset(["eu"])\n  source = "./m"\n  key = var.key\n}\n',
      'm/main.tf':
        'variable "key" {}\nresource "aws_db_instance" "d" {\n  password = var.key\n  arn_of   = var.key\n}\n',
      'plan.json': JSON.stringify({
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.m["eu"]',
                resources: [
                  {
                    address: 'module.m["eu"].aws_db_instance.d',
                    mode: 'managed',
                    type: 'aws_db_instance',
                    values: { password: 'hunter2', arn_of: 'x', multi_az: true },
                    sensitive_values: { arn_of: true },
                  },
                ],
              },
            ],
          },
        },
        resource_changes: [
          { address: 'module.m["eu"].aws_db_instance.d', change: { after_unknown: { endpoint: true } } },
        ],
      }),
    });
    expect(found.problems).toEqual([]);
    const { body, calls } = found.get('module.m["eu"].aws_db_instance.d');
    expect(body.entries.get('password')).toMatchObject({ value: 'hunter2', secret: true, origin: 'plan' });
    expect(body.entries.get('arn_of')).toMatchObject({ value: 'x', secret: true });
    expect(body.entries.get('arn_of')?.via).toMatchObject([
      { file: 'm/main.tf', span: { startLine: 4 } },
      { file: 'main.tf', span: { startLine: 5 } },
    ]);
    expect(plain(body.entries.get('endpoint'))).toBe('?known-after-apply');
    expect(plain(body.entries.get('multi_az'))).toBe(true);
    expect(calls).toMatchObject([{ file: 'main.tf', span: { startLine: 2 } }]);
  });
});
