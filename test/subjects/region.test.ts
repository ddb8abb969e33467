import { describe, expect, it } from 'vitest';
import { regionNamed } from '../../src/subjects/regions.ts';
import { scanTree } from '../scan-tree.ts';

const policy = (sentence: string) => `---\ntitle: Data protection policy\nowner: CTO\n---\n\n${sentence}\n`;

/** What the rule on regions says of each thing, where a policy says this. */
async function judged(sentence: string, files: Record<string, string>): Promise<string[]> {
  const texts = new Map(Object.entries({ 'policies/data.md': policy(sentence), ...files }));
  const { report } = await scanTree(texts, { rules: ['data-is-where-the-policy-says'] });
  const found = report.results.map(({ subject, verdict }) => `${subject.name} ${verdict}`);
  return [
    ...found,
    ...report.passes.flatMap(({ subjects }) => subjects.map((index) => `${report.subjects[index]!.name} pass`)),
  ].sort();
}

const bucket = 'resource "aws_s3_bucket" "b" {}\n';
const provider = (region: string, alias?: string) =>
  `provider "aws" {\n${alias ? `  alias = "${alias}"\n` : ''}  region = "${region}"\n}\n`;

describe('where something lies', () => {
  it.each([
    ['eu-central-1', 'DE'],
    ['eu-central-1b', 'frankfurt'],
    ['West Europe', 'NL'],
    ['westeurope', 'EU'],
    ['EUROPE-WEST3', 'frankfurt'],
    ['europe-west3-a', 'DE'],
    ['eu-west-2', 'GB'],
    ['uksouth', 'Europe'],
    ['US', 'US'],
    ['EUR4', 'EU'],
    ['us-gov-west-1', 'US'],
  ])('%s lies in %s', (name, place) => {
    expect(regionNamed(name)?.within).toContain(place);
  });

  it.each([
    ['eu-west-2', 'EU'],
    ['switzerlandnorth', 'EEA'],
    ['EUR5', 'EU'],
    ['us-east-1', 'EU'],
    ['norwayeast', 'EU'],
  ])('%s does not lie in %s', (name, place) => {
    expect(regionNamed(name)?.within).not.toContain(place);
  });

  it.each(['global', 'mars-north-1', 'none'])('%s is none', (name) => {
    expect(regionNamed(name)).toBeUndefined();
  });

  it('by the provider of the root, an alias, and what a call hands over', async () => {
    const files = {
      'main.tf': `${provider('eu-central-1')}${provider('us-east-1', 'us')}${bucket}
resource "aws_s3_bucket" "far" {
  provider = aws.us
}

module "near" {
  source = "./store"
}

module "away" {
  source    = "./store"
  providers = { aws = aws.us }
}
`,
      'store/main.tf': bucket,
    };
    expect(await judged('All data is stored in the EU.', files)).toEqual([
      'aws_s3_bucket.b pass',
      'aws_s3_bucket.far fail',
      'module.away.aws_s3_bucket.b fail',
      'module.near.aws_s3_bucket.b pass',
    ]);
  });

  it('by its own region, location or zone before its provider', async () => {
    const files = {
      'main.tf': `${provider('us-east-1')}
resource "aws_s3_bucket" "own" {
  region = "eu-west-1"
}

resource "aws_ebs_volume" "zone" {
  availability_zone = "eu-central-1a"
  encrypted         = true
}

variable "where" {
  default = "germanywestcentral"
}

resource "azurerm_storage_account" "account" {
  location = var.where
}

resource "azurerm_storage_account" "group" {
  location = azurerm_resource_group.main.location
}

resource "azurerm_resource_group" "main" {
  location = "westus"
}
`,
    };
    expect(await judged('Our systems run in Germany and Ireland.', files)).toEqual([
      'aws_ebs_volume.zone pass',
      'aws_s3_bucket.own pass',
      'azurerm_storage_account.account pass',
      'azurerm_storage_account.group fail',
    ]);
  });

  it('is not known where no region is written', async () => {
    expect(await judged('All data is stored in the EU.', { 'main.tf': bucket })).toEqual(['aws_s3_bucket.b unknown']);
  });

  it('backups are held against what is said of backups', async () => {
    const files = {
      'main.tf': `${provider('eu-central-1')}${provider('eu-west-1', 'ireland')}
resource "aws_s3_bucket" "data" {}

resource "aws_backup_vault" "main" {
  provider = aws.ireland
}
`,
    };
    const said = 'All data is stored in Germany.\n\nBackups are kept in Ireland.';
    expect(await judged(said, files)).toEqual(['aws_backup_vault.main pass', 'aws_s3_bucket.data pass']);
    expect(await judged('All data is stored in Germany.', files)).toEqual([
      'aws_backup_vault.main fail',
      'aws_s3_bucket.data pass',
    ]);
  });

  it('customers’ data is surely in databases only', async () => {
    const files = {
      'main.tf': `${provider('us-east-1')}${bucket}
resource "aws_dynamodb_table" "orders" {}
`,
    };
    expect(await judged('Customer data is stored in the EU.', files)).toEqual([
      'aws_dynamodb_table.orders fail',
      'aws_s3_bucket.b unknown',
    ]);
  });
});
