import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

/** What a rule says, by aspect, where a policy of this title says this. */
async function judged(rule: string, title: string, sentence: string, code: string): Promise<string[]> {
  const policy = `---\ntitle: ${title}\nowner: CTO\n---\n\n## Requirements\n\n${sentence}\n`;
  const { report } = await scanTree(
    new Map([
      ['policies/x.md', policy],
      ['main.tf', code],
    ]),
    { rules: [rule] },
  );
  const found = report.results.map(({ aspect, verdict }) => [aspect, verdict].filter(Boolean).join(' '));
  const passes = report.passes.map(({ aspect }) => [aspect, 'pass'].filter(Boolean).join(' '));
  return [...new Set([...found, ...passes])].sort();
}

const aws = (...rules: string[]) => `resource "aws_s3_bucket" "exports" {
  bucket = "exports"
}

resource "aws_s3_bucket_lifecycle_configuration" "exports" {
  bucket = aws_s3_bucket.exports.id
${rules.map((rule) => `  rule {\n${rule}\n  }`).join('\n')}
}
`;
const google = (condition: string, action = 'Delete') => `resource "google_storage_bucket" "exports" {
  location = "EU"

  lifecycle_rule {
    action {
      type = "${action}"
    }
    condition {
      ${condition}
    }
  }
}
`;

describe('after how many days objects are deleted', () => {
  const most = 'Exports are deleted after 30 days.';
  const least = 'Exports are kept for at least 90 days.';

  it.each<[string, string, string, string[]]>([
    ['in time', most, aws('status = "Enabled"\nexpiration {\ndays = 30\n}'), ['objects pass']],
    ['too late', most, aws('status = "Enabled"\nexpiration {\ndays = 31\n}'), ['objects fail']],
    ['too soon', least, aws('status = "Enabled"\nexpiration {\ndays = 30\n}'), ['objects fail']],
    ['never, where it has to be', most, aws('status = "Disabled"\nexpiration {\ndays = 30\n}'), ['objects unknown']],
    ['never, where it may not be', least, aws('status = "Disabled"\nexpiration {\ndays = 30\n}'), ['objects pass']],
    [
      'some sooner',
      least,
      aws('status = "Enabled"\nfilter {\nprefix = "tmp/"\n}\nexpiration {\ndays = 7\n}'),
      ['objects unknown'],
    ],
    [
      'some sooner than all',
      least,
      aws(
        'status = "Enabled"\nfilter {\nprefix = "tmp/"\n}\nexpiration {\ndays = 7\n}',
        'status = "Enabled"\nexpiration {\ndays = 365\n}',
      ),
      ['objects unknown'],
    ],
    [
      'some later than all',
      most,
      aws(
        'status = "Enabled"\nfilter {\nprefix = "tmp/"\n}\nexpiration {\ndays = 90\n}',
        'status = "Enabled"\nfilter {}\nexpiration {\ndays = 30\n}',
      ),
      ['objects pass'],
    ],
    [
      'moved, not deleted',
      least,
      aws('status = "Enabled"\ntransition {\ndays = 30\nstorage_class = "GLACIER"\n}'),
      ['objects pass'],
    ],
    [
      'a variable',
      least,
      `variable "d" {}\n${aws('status = "Enabled"\nexpiration {\ndays = var.d\n}')}`,
      ['objects unknown'],
    ],
    ['by age', most, google('age = 30'), ['objects pass']],
    ['by age, too late', most, google('age = 60'), ['objects fail']],
    ['only archived ones', most, google('age = 7\nwith_state = "ARCHIVED"'), ['objects unknown']],
    ['with a prefix', least, google('age = 7\nmatches_prefix = ["tmp/"]'), ['objects unknown']],
    ['another class', least, google('age = 7', 'SetStorageClass'), ['objects pass']],
  ])('%s', async (_, sentence, code, verdicts) => {
    expect(await judged('objects-are-kept-as-the-policy-says', 'Data retention policy', sentence, code)).toEqual(
      verdicts,
    );
  });
});

describe('where copies of backups go', () => {
  const database = 'resource "aws_db_instance" "main" {\n  backup_retention_period = 7\n}\n';
  const plan = (copy: string) => `resource "aws_backup_plan" "daily" {
  rule {
    rule_name = "daily"
${copy}
  }
}
`;
  const copying = plan(
    '    copy_action {\n      destination_vault_arn = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies"\n    }',
  );
  const selection = (what: string) => `resource "aws_backup_selection" "all" {
  plan_id = aws_backup_plan.daily.id
  ${what}
}
`;

  it.each<[string, string, string[]]>([
    ['a plan that copies', `${database}${copying}${selection('resources = [aws_db_instance.main.arn]')}`, ['pass']],
    ['a plan that takes all', `${database}${copying}${selection('resources = ["*"]')}`, ['pass']],
    ['a plan without a copy', `${database}${plan('')}${selection('resources = [aws_db_instance.main.arn]')}`, ['fail']],
    [
      'a plan that takes by tags',
      `${database}${copying}${selection('selection_tag {\n    type = "STRINGEQUALS"\n    key = "a"\n    value = "b"\n  }')}`,
      ['unknown'],
    ],
    ['a plan of something else', `${database}${copying}`, ['unknown']],
  ])('%s', async (_, code, verdicts) => {
    const said = 'Backups are stored in a different region.';
    expect(await judged('backups-are-elsewhere-as-the-policy-says', 'Backup policy', said, code)).toEqual(verdicts);
  });
});
