import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { scanTree } from './scan-tree.ts';

// A company whose code does what its documents say, with one thing changed at a time, in a document or in the code: just what is
// written down here fires.

const document = (title: string, body: string) => `---\ntitle: ${title}\nowner: Head of Engineering\n---\n\n${body}`;

const files: ReadonlyMap<string, string> = new Map([
  [
    'policies/access-control.md',
    document(
      'Access control policy',
      `## Sign-in

Multi-factor authentication is required for all employees. End users must sign in with MFA.
`,
    ),
  ],
  [
    'policies/passwords.md',
    document(
      'Password policy',
      `## Passwords

Passwords must have a minimum length of fourteen (14) characters.
`,
    ),
  ],
  [
    'policies/encryption.md',
    document(
      'Encryption policy',
      `## In transit and at rest

All connections use TLS 1.2 or above. All data is encrypted at rest.

## Keys

Encryption keys are rotated at least once a year.
`,
    ),
  ],
  [
    'policies/logging.md',
    document(
      'Logging and monitoring policy',
      `## Retention of logs

| Log | Kept for |
|---|---|
| Logs | 90 days |
| Audit logs | one year |

## Events and alerts

CloudTrail is enabled in all regions. Critical alarms page the on-call engineer.
`,
    ),
  ],
  [
    'policies/backup.md',
    document(
      'Backup policy',
      `## Backups

Databases are backed up every 6 hours. Backups are kept for 30 days. A copy of each backup is kept in a second region.
`,
    ),
  ],
  [
    'policies/retention.md',
    document(
      'Data retention policy',
      `## Schedule

Invoices are kept for seven years. Exports are deleted after 30 days. Former versions of objects are kept for 90 days.
`,
    ),
  ],
  [
    'policies/continuity.md',
    document(
      'Disaster recovery plan',
      `## Targets

| System | RTO | RPO |
|---|---|---|
| API | 1 hour | 15 minutes |
`,
    ),
  ],
  [
    'policies/change-management.md',
    document(
      'Change management policy',
      `## Review

Every change needs two approvals before it is merged. Nobody may bypass branch protection.
`,
    ),
  ],
  [
    'policies/secure-development.md',
    document(
      'Secure development policy',
      `## Scans

Pull requests with critical vulnerabilities are blocked.
`,
    ),
  ],
  [
    'policies/vulnerability-management.md',
    document(
      'Vulnerability management policy',
      `## Deadlines

Critical vulnerabilities are remediated within seven (7) days, high ones within 30 days.
`,
    ),
  ],
  [
    'policies/privacy.md',
    document(
      'Privacy policy',
      `## Where data lies

All data is stored in the European Union.
`,
    ),
  ],
  [
    'main.tf',
    `provider "aws" {
  region = "eu-central-1"
}

resource "aws_db_instance" "main" {
  engine                  = "postgres"
  storage_encrypted       = true
  multi_az                = true
  backup_retention_period = 30
}

resource "aws_db_instance_automated_backups_replication" "main" {
  source_db_instance_arn = aws_db_instance.main.arn
}

resource "aws_s3_bucket" "invoices" {
  bucket = "example-invoices"
}

resource "aws_s3_bucket" "exports" {
  bucket = "example-exports"

  lifecycle_rule {
    enabled = true

    expiration {
      days = 30
    }

    noncurrent_version_expiration {
      days = 90
    }
  }
}

resource "azurerm_storage_account" "site" {
  location        = "westeurope"
  min_tls_version = "TLS1_2"
}

resource "aws_cloudwatch_log_group" "api" {
  retention_in_days = 90
}

resource "aws_cloudwatch_log_group" "audit" {
  retention_in_days = 365
}

resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 14
}

resource "aws_cognito_user_pool" "customers" {
  mfa_configuration = "ON"
}

resource "gitlab_group" "example" {
  require_two_factor_authentication = true
}

resource "aws_cloudtrail" "main" {
  s3_bucket_name        = "example-trail"
  is_multi_region_trail = true
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_actions = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
`,
  ],
  [
    '.github/settings.yml',
    `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
      required_status_checks:
        strict: true
        contexts: [scan]
      enforce_admins: true
      restrictions: null
`,
  ],
  [
    '.github/workflows/ci.yml',
    `on: [pull_request]
permissions: {}
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - run: checkov -d infra
`,
  ],
  [
    '.github/dependabot.yml',
    `version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
`,
  ],
]);

// What holds documents against code: it looks documents up and judges something else.
const documentKinds = new Set(['policy', 'policy-document', 'policy-set', 'record']);
const rules = ruleIndex.entries
  .filter(({ needs, kinds }) => needs?.includes('policy-document') && !kinds.some((kind) => documentKinds.has(kind)))
  .map(({ id }) => id);

/** Failures and unknowns, by rule, aspect and subject; an unknown has a question mark. */
async function findings(texts: ReadonlyMap<string, string>): Promise<string[]> {
  const { report } = await scanTree(texts, { rules, asOf: '2026-11-22' });
  return [
    ...new Set(
      report.results.map(
        ({ rule, aspect, verdict }) => `${rule}${aspect ? `/${aspect}` : ''}${verdict === 'unknown' ? '?' : ''}`,
      ),
    ),
  ].sort();
}

type Mutation = [what: string, file: string, from: string, to: string, expected: string[]];

const inCode: Mutation[] = [
  [
    'no pull requests',
    '.github/settings.yml',
    'required_pull_request_reviews:\n        required_approving_review_count: 2',
    'required_pull_request_reviews: null',
    ['approvals-are-as-the-policy-says', 'bypasses-are-as-the-policy-says'],
  ],
  ['one approval', '.github/settings.yml', 'count: 2', 'count: 1', ['approvals-are-as-the-policy-says']],
  ['administrators', '.github/settings.yml', 'admins: true', 'admins: false', ['bypasses-are-as-the-policy-says']],
  [
    'a scan that is not waited for',
    '.github/settings.yml',
    '[scan]',
    '[test]',
    ['scans-block-as-the-policy-says/required'],
  ],
  [
    'a scan that fails nothing',
    '.github/workflows/ci.yml',
    '-d infra',
    '-d infra || true',
    ['scans-block-as-the-policy-says/failing'],
  ],
  [
    'updates once a month',
    '.github/dependabot.yml',
    'weekly',
    'monthly',
    ['updates-are-as-prompt-as-the-policy-says?'],
  ],
  ['a short password', 'main.tf', 'length = 14', 'length = 8', ['passwords-are-as-long-as-the-policy-says']],
  ['a second factor by choice', 'main.tf', '"ON"', '"OPTIONAL"', ['second-factors-are-as-the-policy-says']],
  [
    'a group without',
    'main.tf',
    '_authentication = true',
    '_authentication = false',
    ['second-factors-are-as-the-policy-says'],
  ],
  ['old TLS', 'main.tf', 'TLS1_2', 'TLS1_0', ['tls-is-as-the-policy-says']],
  [
    'no encryption',
    'main.tf',
    'encrypted       = true',
    'encrypted       = false',
    ['encryption-is-as-the-policy-says'],
  ],
  ['no rotation', 'main.tf', 'rotation = true', 'rotation = false', ['keys-are-rotated-as-the-policy-says']],
  [
    'lines kept for a month',
    'main.tf',
    '= 90\n}\n\nresource "aws_cloudwatch_log_group" "audit"',
    '= 30\n}\n\nresource "aws_cloudwatch_log_group" "audit"',
    ['logs-are-kept-as-the-policy-says'],
  ],
  ['audit log for 90 days', 'main.tf', '= 365', '= 90', ['logs-are-kept-as-the-policy-says']],
  ['a trail of one region', 'main.tf', 'trail = true', 'trail = false', ['audit-logs-are-as-the-policy-says/regions']],
  [
    'a trail switched off',
    'main.tf',
    'is_multi_region_trail = true',
    'is_multi_region_trail = true\n  enable_logging = false',
    ['audit-logs-are-as-the-policy-says/running'],
  ],
  [
    'an alarm that tells nobody',
    'main.tf',
    '["arn:aws:sns:eu-central-1:123456789012:on-call"]',
    '[]',
    ['alarms-go-where-the-policy-says'],
  ],
  ['backups for a week', 'main.tf', 'period = 30', 'period = 7', ['backups-are-kept-as-the-policy-says']],
  ['no backups', 'main.tf', 'period = 30', 'period = 0', ['backups-are-made-as-the-policy-says']],
  [
    'no copy elsewhere',
    'main.tf',
    'aws_db_instance.main.arn',
    'aws_db_instance.other.arn',
    ['backups-are-elsewhere-as-the-policy-says?'],
  ],
  [
    'one zone',
    'main.tf',
    'multi_az                = true',
    'multi_az                = false',
    ['recovery-is-as-the-policy-says/time'],
  ],
  ['exports for too long', 'main.tf', 'days = 30', 'days = 60', ['objects-are-kept-as-the-policy-says/objects']],
  ['versions not for long', 'main.tf', 'days = 90', 'days = 7', ['objects-are-kept-as-the-policy-says/versions']],
  [
    'nothing deletes exports',
    'main.tf',
    'enabled = true\n\n    expiration',
    'enabled = false\n\n    expiration',
    ['objects-are-kept-as-the-policy-says/objects?'],
  ],
  [
    'invoices deleted after a year',
    'main.tf',
    'bucket = "example-invoices"',
    'bucket = "example-invoices"\n\n  lifecycle_rule {\n    enabled = true\n    expiration {\n      days = 365\n    }\n  }',
    ['objects-are-kept-as-the-policy-says/objects'],
  ],
  ['another region', 'main.tf', 'eu-central-1"\n}', 'us-east-1"\n}', ['data-is-where-the-policy-says']],
  ['another location', 'main.tf', 'westeurope', 'uksouth', ['data-is-where-the-policy-says']],
  [
    'a region that is not known',
    'main.tf',
    '"eu-central-1"\n}',
    'var.region\n}\n\nvariable "region" {}',
    ['data-is-where-the-policy-says?'],
  ],
];

const inDocuments: Mutation[] = [
  [
    'three approvals',
    'policies/change-management.md',
    'two approvals',
    'three approvals',
    ['approvals-are-as-the-policy-says'],
  ],
  [
    'a longer password',
    'policies/passwords.md',
    'fourteen (14)',
    'sixteen (16)',
    ['passwords-are-as-long-as-the-policy-says'],
  ],
  ['TLS 1.3', 'policies/encryption.md', 'TLS 1.2', 'TLS 1.3', ['tls-is-as-the-policy-says']],
  [
    'rotation every quarter',
    'policies/encryption.md',
    'at least once a year',
    'quarterly',
    ['keys-are-rotated-as-the-policy-says'],
  ],
  ['logs for 180 days', 'policies/logging.md', '90 days', '180 days', ['logs-are-kept-as-the-policy-says']],
  [
    'logs no longer than 60 days',
    'policies/logging.md',
    '90 days',
    'no longer than 60 days',
    ['logs-are-kept-as-the-policy-says'],
  ],
  ['audit logs for two years', 'policies/logging.md', 'one year', 'two years', ['logs-are-kept-as-the-policy-says']],
  [
    'backups for a quarter',
    'policies/backup.md',
    '30 days',
    'ninety (90) days',
    ['backups-are-kept-as-the-policy-says'],
  ],
  [
    'exports for a week',
    'policies/retention.md',
    'after 30 days',
    'after seven days',
    ['objects-are-kept-as-the-policy-says/objects'],
  ],
  [
    'versions for a year',
    'policies/retention.md',
    '90 days',
    '365 days',
    ['objects-are-kept-as-the-policy-says/versions'],
  ],
  [
    'within one day',
    'policies/vulnerability-management.md',
    'seven (7) days',
    'one (1) day',
    ['updates-are-as-prompt-as-the-policy-says?'],
  ],
  [
    'in another country',
    'policies/privacy.md',
    'the European Union',
    'the United Kingdom',
    ['data-is-where-the-policy-says'],
  ],
  ['in one country', 'policies/privacy.md', 'the European Union', 'Germany', ['data-is-where-the-policy-says']],
];

// A way out, or silence: nothing is contradicted.
const open: Mutation[] = [
  [
    'approvals',
    'policies/change-management.md',
    'change needs',
    'change should have',
    ['approvals-are-as-the-policy-says?'],
  ],
  [
    'bypasses',
    'policies/change-management.md',
    'branch protection.',
    'branch protection, except in an emergency.',
    ['bypasses-are-as-the-policy-says?'],
  ],
  [
    'scans',
    'policies/secure-development.md',
    'are blocked',
    'are blocked where feasible',
    ['scans-block-as-the-policy-says/failing?', 'scans-block-as-the-policy-says/required?'],
  ],
  ['alarms', 'policies/logging.md', 'alarms page', 'alarms typically page', ['alarms-go-where-the-policy-says?']],
  ['copies', 'policies/backup.md', 'is kept in', 'should be kept in', ['backups-are-elsewhere-as-the-policy-says?']],
  [
    'two periods',
    'policies/backup.md',
    'for 30 days',
    'for 30 days, or for 90 days',
    ['backups-are-kept-as-the-policy-says?'],
  ],
  ['regions', 'policies/privacy.md', 'is stored', 'is generally stored', ['data-is-where-the-policy-says?']],
];

const apply = ([, file, from, to]: Mutation): ReadonlyMap<string, string> => {
  const before = files.get(file)!;
  const after = before.replace(from, to);
  expect(after, 'the mutation changes nothing').not.toBe(before);
  return new Map(files).set(file, after);
};

describe('what documents say and what code does', () => {
  it('agree at first', async () => {
    expect(await findings(files)).toEqual([]);
  });

  it('are held against each other by all of these rules', async () => {
    const fired = [...inCode, ...inDocuments].flatMap(([, , , , expected]) => expected);
    expect([...new Set(fired.map((one) => one.replace(/[/?].*/, '')))].sort()).toEqual([...rules].sort());
  });

  it.each(inCode)('in code: %s', async (...mutation) => {
    expect(await findings(apply(mutation))).toEqual(mutation[4]);
  });

  it.each(inDocuments)('in a document: %s', async (...mutation) => {
    expect(await findings(apply(mutation))).toEqual(mutation[4]);
  });

  it.each(open)('left open: %s', async (...mutation) => {
    expect(await findings(apply(mutation))).toEqual(mutation[4]);
  });

  it('a draft promises nothing', async () => {
    const drafts = [...files].map(([path, text]) => [path, text.replace('owner:', 'status: draft\nowner:')] as const);
    for (const mutation of inCode) {
      const [, file, from, to] = mutation;
      const code = new Map(drafts);
      expect(await findings(code.set(file, code.get(file)!.replace(from, to)))).toEqual([]);
    }
  });

  // Without documents, code as bad as it can be contradicts nothing.
  it.each(inCode)('without documents: %s', async (...mutation) => {
    const code = [...apply(mutation)].filter(([path]) => !path.startsWith('policies/'));
    expect(await findings(new Map(code))).toEqual([]);
  });
});

describe('what documents say and what is on record', () => {
  const onPaper = ['records-are-up-to-date', 'reviews-fit-the-history'];
  const policy = `---
title: Backup policy
owner: Head of Engineering
last_reviewed: 2026-06-01
---

Every quarter a database backup is restored as a test.
`;
  const record = `# Restore tests

| Date | What | Result | Who |
|---|---|---|---|
| 2026-10-07 | orders database | 41 minutes | platform team |
`;
  const fired = async (texts: [string, string][], changed = '2026-06-02', asOf = '2026-11-22') => {
    const changes = new Map([['policies/backup.md', changed]]);
    const { report } = await scanTree(new Map(texts), { rules: onPaper, asOf, changes });
    return report.results.map(({ rule, verdict }) => `${rule} ${verdict}`);
  };
  const tests: [string, string] = ['records/restore-tests.md', record];

  it('agree', async () => {
    expect(await fired([['policies/backup.md', policy], tests])).toEqual([]);
  });

  it('differ where a test is due, or a review was dated in advance', async () => {
    expect(await fired([['policies/backup.md', policy.replace('quarter', 'month')], tests])).toEqual([
      'records-are-up-to-date fail',
    ]);
    expect(await fired([['policies/backup.md', policy], tests], undefined, '2027-02-01')).toEqual([
      'records-are-up-to-date fail',
    ]);
    expect(await fired([['policies/backup.md', policy], tests], '2026-03-01')).toEqual([
      'reviews-fit-the-history fail',
    ]);
  });
});
