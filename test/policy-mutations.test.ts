import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { policies } from '../src/criteria/policies.ts';
import { scanTree } from './scan-tree.ts';

// A company whose documents are in good order, with one thing broken at a time: just the rules fire that are written down.

const root = 'fixtures/acme-cloud';
const files = new Map<string, string>(
  ['docs/policies', 'docs/records'].flatMap((folder) =>
    readdirSync(join(root, folder)).map(
      (name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const,
    ),
  ),
);
const settings = (approvals: number) => `branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: ${approvals}
      required_status_checks: null
      enforce_admins: true
      restrictions: null
`;
files.set('.soc2/config.yml', 'categories: [security, availability, confidentiality]\nholds: [policies]\n');
files.set('.github/settings.yml', settings(1));
files.set(
  'main.tf',
  `resource "aws_db_instance" "main" {
  engine = "postgres"
  backup_retention_period = 14
}

resource "aws_db_instance_automated_backups_replication" "main" {
  source_db_instance_arn = aws_db_instance.main.arn
}
`,
);

const kinds = new Set(['policy', 'policy-document', 'policy-set', 'record']);
const rules = ruleIndex.entries
  .filter((entry) => entry.needs?.includes('policy-document') || entry.kinds.some((kind) => kinds.has(kind)))
  .map(({ id }) => id);

/** Failures and unknowns, by rule and aspect. */
async function findings(texts: ReadonlyMap<string, string>): Promise<string[]> {
  const { report } = await scanTree(texts, { rules, asOf: '2026-11-22' });
  return [...new Set(report.results.map(({ rule, aspect }) => (aspect ? `${rule}/${aspect}` : rule)))].sort();
}

const policy = (name: string) => `docs/policies/${name}.md`;
type Mutation = [what: string, file: string, from: string | RegExp, to: string, rules: string[]];

const mutations: Mutation[] = [
  ['no owner', policy('backup'), 'owner: Head of Engineering\n', '', ['policies-have-an-owner']],
  [
    'an owner to be named',
    policy('backup'),
    'owner: Head of Engineering',
    'owner: TBD',
    ['policies-are-filled-in', 'policies-have-an-owner'],
  ],
  [
    'an owner whom nobody knows',
    policy('backup'),
    'owner: Head of Engineering',
    'owner: Data Wizard',
    ['owners-are-known-roles'],
  ],
  [
    'approved by its owner',
    policy('backup'),
    'approver: Head of Security',
    'approver: Head of Engineering',
    ['policies-are-approved/independent'],
  ],
  ['a draft', policy('backup'), 'version: 1.5', 'version: 1.5\nstatus: draft', ['policies-are-approved/final']],
  ['another version at the top', policy('backup'), 'version: 1.5', 'version: 1.6', ['policies-have-a-version/same']],
  [
    'past its next review',
    policy('backup'),
    'next_review: 2027-06-01',
    'next_review: 2026-06-01',
    ['policies-are-reviewed-in-time'],
  ],
  [
    'past its own cadence',
    policy('backup'),
    'next_review: 2027-06-01\nreview_cadence: annual',
    'review_cadence: quarterly',
    ['policies-are-reviewed-in-time'],
  ],
  [
    'a date in two ways',
    policy('backup'),
    'next_review: 2027-06-01',
    'next_review: 06/01/2027',
    ['policies-are-reviewed-in-time'],
  ],
  [
    'no word about its review',
    policy('backup'),
    'next_review: 2027-06-01\nreview_cadence: annual\n',
    '',
    ['policies-say-when-they-are-reviewed'],
  ],
  ['an id that is no criterion', policy('backup'), 'A1.3, ', 'A1.4, ', ['policies-name-real-criteria']],
  [
    'a link into nothing',
    policy('information-security'),
    '(encryption.md)',
    '(crypto.md)',
    ['policy-links-lead-somewhere'],
  ],
  ['a place left open', policy('backup'), 'a second region', '{{region}}', ['policies-are-filled-in']],
  ['no section on encryption', policy('backup'), /## Encryption[^#]*/, '', ['policies-have-their-sections']],
  [
    'no emergency changes',
    policy('change-management'),
    /## Emergency changes[^#]*/,
    '',
    ['policies-have-their-sections'],
  ],
  ['no exercise', policy('incident-response'), /## Yearly exercise[^#]*/, '', ['policies-have-their-sections']],
  [
    'hardly any text',
    policy('encryption'),
    /# Encryption and[^]*/,
    '# Encryption\n\nSoon.\n',
    ['policies-are-written'],
  ],
  ['no time for a notice', policy('incident-response'), 'within 72 hours', 'soon', ['breach-notices-have-a-deadline']],
  [
    'two approvals promised',
    policy('change-management'),
    'At least one person',
    'At least two people',
    ['approvals-are-as-the-policy-says'],
  ],
  ['no approvals asked for', '.github/settings.yml', 'count: 1', 'count: 0', ['approvals-are-as-the-policy-says']],
  ['backups kept for a shorter time', 'main.tf', '= 14', '= 7', ['backups-are-kept-as-the-policy-says']],
  [
    'backups promised for longer',
    policy('backup'),
    'Databases: 14 days',
    'Databases: 30 days',
    ['backups-are-kept-as-the-policy-says'],
  ],
  ['an old restore test', 'docs/records/restore-tests.md', '2026-10-07 |', '2026-07-07 |', ['records-are-up-to-date']],
  ['restored every month, it says', policy('backup'), 'Once a quarter', 'Once a month', ['records-are-up-to-date']],
  [
    'an entry without a result',
    'docs/records/restore-tests.md',
    '41 minutes, row counts equal',
    '',
    ['records-are-complete'],
  ],
  [
    'another cadence elsewhere',
    policy('information-security'),
    '## Exceptions',
    'User access rights are reviewed every month.\n\n## Exceptions',
    ['policies-agree'],
  ],
];

describe('documents in good order', () => {
  it('have no finding', async () => {
    expect(await findings(files)).toEqual([]);
  });

  it('are all that the chosen categories need', async () => {
    const needed = Object.values(policies).filter(({ neededFor }) =>
      ['security', 'availability', 'confidentiality'].includes(neededFor),
    );
    expect([...files.keys()].filter((path) => path.startsWith('docs/policies/'))).toHaveLength(needed.length);
  });

  it.each([...files.keys()].filter((path) => /policies.(?:vendor|code|capacity|physical)/.test(path)))(
    'without %s',
    async (path) => {
      expect(await findings(new Map([...files].filter(([name]) => name !== path)))).toEqual([
        'expected-policies-exist',
      ]);
    },
  );

  it.each(mutations)('%s', async (_, file, from, to, expected) => {
    const before = files.get(file)!;
    const after = before.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await findings(new Map(files).set(file, after))).toEqual(expected);
  });
});
