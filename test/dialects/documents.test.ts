import { describe, expect, it } from 'vitest';
import { policies } from '../../src/criteria/policies.ts';
import { documents } from '../../src/dialects/documents/index.ts';
import { identify, stemOf } from '../../src/dialects/documents/identify.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import type { RecordDocument } from '../../src/dialects/documents/records.ts';
import { scanTree } from '../scan-tree.ts';
import { readWith } from './read.ts';

const body = '\n## Scope\n\nAll systems.\n';
const policyOf = async (path: string, text: string): Promise<PolicyDocument | undefined> => {
  const { resources } = await readWith(documents, { [path]: text });
  return resources.find(({ type }) => type === 'policy')?.model as PolicyDocument | undefined;
};

describe('which documents are policies', () => {
  it.each([
    ['policies/access-control.md', '# Access control\n', 'access-control'],
    ['docs/policies/03-backup_policy.md', '# Backups\n', 'backup'],
    ['policies/access-control/index.md', '# Access control policy\n', 'access-control'],
    [
      'access/index.md',
      '---\ntitle: "Access Control Policy"\npolicy: true\nlast_updated: 2026-01-12\n---\n',
      'access-control',
    ],
    ['policies/acme-access-control.md', '# Acme Access Control Policy\n', 'access-control'],
    ['policies/incident-response/README.md', '# Incident response\n', 'incident-response'],
    [
      'handbook/security/passwords.md',
      '---\ntitle: Password policy\nowner: IT\napproved_by: CEO\n---\n',
      'authentication',
    ],
    ['docs/security/isms/vendors.mdx', '# Third-party risk management policy\n', 'vendors'],
    ['compliance/soc2/SEC-004 Change Management.md', '# Change Management Policy\n', 'change-management'],
    ['policies/AccessControl.md.tmpl', '# {{companyName}} Access Control Policy\n', 'access-control'],
    ['policies/code-of-conduct.md', '# Code of conduct\n', 'code-of-conduct'],
    // Two policies named by the whole of their names.
    ['docs/policies/08-backup-dr.md', '# Backups & Disaster Recovery\n', 'continuity'],
    // It speaks to the people whom it binds.
    [
      'manual/sections/04-backup_policy.md',
      '# 4. Backup Policy\n\nViolations of this policy can lead to disciplinary action.\n',
      'backup',
    ],
    [
      'manual/passwords.md',
      '## Passwords\n\n### Policy\n\nLong ones.\n\nThis policy applies to all Acme employees.\n',
      'authentication',
    ],
    ['policies/bcp.txt', 'Business continuity\n===================\n', 'continuity'],
  ])('%s', async (path, text, policy) => {
    expect((await policyOf(path, text + body))?.policy).toBe(policy);
  });

  it.each([
    ['README.md', '# Security policy\n\n## Purpose\n\n## Scope\n'],
    ['SECURITY.md', '# Security Policy\n\n## Reporting a vulnerability\n\n## Scope\n'],
    ['.github/SECURITY.md', '# Security Policy\n\n## Scope\n\n## Policy\n'],
    ['CODE_OF_CONDUCT.md', '# Contributor Covenant Code of Conduct\n\n## Scope\n\n## Enforcement\n'],
    ['policies/README.md', '# Policies\n\nPolicies govern the behavior of employees.\n'],
    ['docs/password-policies.md', '# Password policies\n\nA password policy is a set of instructions.\n'],
    ['docs/security/encryption.md', '# Encryption\n\nHow to switch on encryption.\n'],
    ['docs/access-control.md', '# Access control\n\nRoles and bindings.\n'],
    ['website/docs/backup.mdx', '# Backup\n\nRun `tool backup`.\n'],
    [
      'policies/network-policy.md',
      '# Network policy\n\n```yaml\nkind: NetworkPolicy\napiVersion: v1\nspec:\n  a: b\n```\n\nDone.\n',
    ],
    ['docs/policies/require-labels.md', '# Require labels\n\nThis rule checks labels.\n'],
    [
      'docs/policies/ec2-ebs-encryption-enabled.md',
      '# EBS default encryption should be enabled\n\nThis control checks the account.\n',
    ],
    ['docs/policies/s3-encryption.md', '# S3 Encryption Policy\n\nThis control checks buckets.\n'],
    ['docs/backup/index.md', '# Backup\n\nHow backups work.\n'],
    ['governance/meetings/2024.md', '# 2024\n\n## January\n'],
    // What is written about policies, here with an example of one, is none.
    ['rules/governance/logs-are-kept.md', '# Logs are kept for as long as the logging policy promises\n'],
    [
      'docs/governance/backup-policy.md',
      '# How the backup policy is checked\n\n```md\n---\ntitle: Backup policy\nowner: CTO\napprover: CEO\n---\n\n## Scope\n\n## Exceptions\n```\n\nText.\n\nMore.\n',
    ],
    [
      'procedures/patch.md',
      'id: "patch"\nname: "Apply OS patches"\ncron: "0 0 0 15 * *"\n---\n\n# OS Patch Procedure\n',
    ],
    ['CHANGELOG.md', '# Changelog\n\n## Policy\n\n## Scope\n'],
    ['services/api/CMakeLists.txt', 'project(policy)\n'],
  ])('not %s', async (path, text) => {
    expect(await policyOf(path, text)).toBeUndefined();
  });

  it('also where the config says that they are', async () => {
    const texts = {
      'wiki/access-control.md': '# Access control\n\nWho gets in.\n',
      'wiki/README.md': '# Access control\n',
    };
    const none = await readWith(documents, texts);
    const named = await readWith(documents, texts, { isDocument: (path) => path.startsWith('wiki/') });
    expect(none.resources.map(({ type }) => type)).toEqual(['policies']);
    expect(named.resources.map(({ type, at }) => [type, at.file])).toEqual([
      ['policy', 'wiki/access-control.md'],
      ['policies', ''],
    ]);
  });

  it('without one there is the set of none', async () => {
    expect((await readWith(documents, { 'main.ts': '' })).resources.map(({ type }) => type)).toEqual(['policies']);
  });
});

describe('which policy a title or a file name means', () => {
  const named = (title: string | undefined, stem = 'x', criteria: string[] = []) =>
    identify({ title, stem, criteria })?.policy;

  it.each(Object.entries(policies))('%s by its own title', (id, { title }) => {
    expect(named(title)).toBe(id);
  });

  it.each([
    ['Information Security Incident Management Policy', 'incident-response'],
    ['Information Security Risk Management', 'risk'],
    ['Information Security Awareness Training', 'training'],
    ['Vendor Risk Management Policy', 'vendors'],
    ['Physical Access Control', 'physical'],
    ['Remote Access Control Policy', 'remote-access'],
    ['Access Onboarding and Termination Policy', 'access-control'],
    ['Cyber Risk Assessment Policy', 'risk'],
    ['System Change Policy', 'change-management'],
    ['Data Retention & Disposal', 'retention'],
    ['Data Backup Policy', 'backup'],
    ['Policy Training Policy', 'training'],
    ['Software Development Lifecycle Policy', 'development'],
    ['Business Continuity & Disaster Recovery Plan', 'continuity'],
    ['Security Policy', 'information-security'],
    ['Privacy Notice', 'privacy'],
  ])('%s', (title, policy) => {
    expect(named(title)).toBe(policy);
  });

  it('the title outweighs the file, and criteria decide between two of one name', () => {
    expect(named('Policy Training Policy', 'policy')).toBe('training');
    expect(named('Organizational Narrative', 'organizational', ['CC1.3', 'CC1.5'])).toBe('roles');
    expect(named('Organizational Narrative', 'organizational', ['CC2.1', 'CC2.3', 'CC3.1'])).toBe('system-description');
  });

  it.each(['Cookie policy', 'Removable Media and Cloud Storage Policy', 'Brand guidelines'])(
    '%s is none of them',
    (title) => {
      expect(named(title)).toBeUndefined();
    },
  );

  it('file names lose numbers and endings, and index files take their folder', () => {
    expect(
      ['a/01-backup.md', 'a/AC-02_access.md.tmpl', 'policies/backup/index.md', 'policies/policy.md'].map(stemOf),
    ).toEqual(['backup', 'access', 'backup', 'policy']);
  });
});

describe('what a document says of itself', () => {
  const stated = async (text: string) => {
    const document = await policyOf('policies/backup.md', text + body);
    return Object.fromEntries(
      Object.entries(document!.metadata.stated).map(([field, { text: value }]) => [field, value]),
    );
  };

  it('in front matter under many names', async () => {
    expect(
      await stated(
        '---\ntitle: Backup policy\npolicy_owner: CTO\napproved_by: { name: A. Name, role: CEO }\nlast-updated: 2026-01-12\nReview Frequency: annual\nversion: 2.10\n---\n',
      ),
    ).toEqual({
      title: 'Backup policy',
      owner: 'CTO',
      approver: 'CEO',
      lastReviewed: '2026-01-12',
      cadence: 'annual',
      version: '2.10',
    });
  });

  it('in a table of keys and values', async () => {
    expect(
      await stated(
        '# Backup policy\n\n| Owner | CTO |\n|---|---|\n| Effective Date | 1 June 2026 |\n| Approved by | CEO |\n',
      ),
    ).toEqual({
      owner: 'CTO',
      effective: '1 June 2026',
      approver: 'CEO',
    });
  });

  it('in a row under keys, in HTML', async () => {
    expect(
      await stated(
        '# Backup policy\n\n<table><tr><th>Owner</th><th>Version</th></tr><tr><td>CTO</td><td>1.1</td></tr></table>\n',
      ),
    ).toEqual({ owner: 'CTO', version: '1.1' });
  });

  it('on lines near the top, and under headings about the document only', async () => {
    expect(
      await stated(
        '# Backup policy\n\n**Owner:** CTO\n\n## Systems\n\nDatabase.\n\n## Assets\n\nVersion: 14.2\n\n## Document control\n\nApproved by: CEO\n',
      ),
    ).toEqual({ owner: 'CTO', approver: 'CEO' });
  });

  it.each([
    [
      'a team that keeps it up',
      'The Platform team is responsible for running backups and reviewing and updating the Backup process on a yearly basis.',
      { owner: 'Platform team', cadence: 'on a yearly basis' },
    ],
    ['a team that keeps up something else', 'The Platform team is responsible for maintaining the recovery plan.', {}],
    [
      'a line about nothing but the document, far below',
      '## Violations\n\nAre told to the lead.\n\n**Policy owner**: Head of IT',
      { owner: 'Head of IT' },
    ],
    ['what the owner does', '## Roles\n\nBy role.\n\n**Policy owner**: Approves every exception to the rules.', {}],
    [
      'a line under a heading on the cadence',
      '## Review cadence & owner\n\n- Quarterly; Owner: Head of IT',
      { cadence: 'Quarterly', owner: 'Head of IT' },
    ],
    [
      'a line for each thing that is reviewed',
      '## Review cadence\n\nPolicy review: Annually\nReport on operations: Monthly',
      { cadence: 'Annually' },
    ],
    [
      'its keeper, by its whole name',
      'This Backup and Recovery Policy is maintained by the Head of IT.',
      { owner: 'Head of IT' },
    ],
    ['a cadence of something else', '## Review cadence\n\n- High risks: monthly', {}],
    [
      'who owns it by its name in a table of roles',
      '| Role | Duty |\n|---|---|\n| Head of IT | Own the backup program. Run restores. |\n| Legal | Own the privacy policy. |',
      { owner: 'Head of IT' },
    ],
  ])('%s', async (_, text, said) => {
    expect(await stated(`# Backup policy\n\n## Scope\n\nAll systems.\n\n## Duties\n\n${text}\n`)).toEqual(said);
  });

  it('placeholders say nothing', async () => {
    expect(
      await stated(
        '---\ntitle: Backup policy\nowner: TBD\napprover: "[Name]"\nversion: "{{version}}"\neffective: YYYY-MM-DD\n---\n',
      ),
    ).toEqual({
      title: 'Backup policy',
    });
  });

  it('versions and reviews are listed with date, version and approver', async () => {
    const document = await policyOf(
      'policies/backup.md',
      `---\ntitle: Backup policy\nreviews:\n  - { date: 2026-02-01, by: CEO }\n---\n${body}\n## History\n\n| Version | Date | Change | Approved by |\n|---|---|---|---|\n| 1.1 | 2025-02-01 | Review | Board |\n`,
    );
    expect(
      document!.metadata.revisions.map(({ date, version, approver }) => [date?.text, version?.text, approver?.text]),
    ).toEqual([
      ['2026-02-01', undefined, 'CEO'],
      ['2025-02-01', '1.1', 'Board'],
    ]);
  });

  it('criteria stand under their own framework only', async () => {
    const document = await policyOf(
      'policies/backup.md',
      `name: Backup policy\nsatisfies:\n  TSC: [A1.2, CC9.9]\n  ISO27001: [A8.13]\ntags: [C1.9]\n---\n${body}`,
    );
    expect(document!.metadata.criteria.map(({ text }) => text)).toEqual(['A1.2', 'CC9.9']);
  });
});

describe('records', () => {
  const recordsIn = async (path: string, text: string) =>
    (await readWith(documents, { [path]: text })).resources
      .filter(({ type }) => type === 'record')
      .map(({ name }) => name);
  const table = '| Date | Result |\n|---|---|\n| 2026-01-01 | fine |\n';

  it.each(['docs/records/access-reviews.md', 'records/2026 restore tests.md', 'evidence/user-access-review.md'])(
    '%s',
    async (path) => {
      expect(await recordsIn(path, table)).toEqual([path]);
    },
  );

  it.each(['docs/access-reviews.md', 'records/minutes.md', 'src/records/access.md'])('not %s', async (path) => {
    expect(await recordsIn(path, table)).toEqual([]);
  });

  it.each([
    ['records/vendors.json', '{"vendors": {"Stripe": {"owner": "CTO"}, "AWS": {"owner": "CTO"}}}'],
    ['records/vendors.yml', 'Stripe: { owner: CTO }\nAWS: { owner: CTO }\n'],
    ['records/vendors.yml', 'vendors:\n  - { name: Stripe, owner: CTO }\n  - { name: AWS, owner: CTO }\n'],
    ['records/vendors.yml', '- { name: Stripe, owner: CTO }\n- { name: AWS, owner: CTO }\n'],
    ['records/vendors.csv', 'name,owner\nStripe,CTO\nAWS,CTO\n'],
  ])('rows of data: %s %j', async (path, text) => {
    const { resources } = await readWith(documents, { [path]: text });
    const { tables } = resources.find(({ type }) => type === 'record')!.model as RecordDocument;
    expect(tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [
        ['Stripe', 'CTO'],
        ['AWS', 'CTO'],
      ],
    ]);
  });

  it('not without a table', async () => {
    expect(await recordsIn('records/access-reviews.md', '# Access reviews\n\nNone yet.\n')).toEqual([]);
  });
});

describe('comments', () => {
  it('accept a finding in the section or document that they cover', async () => {
    const text = (comment: string) =>
      new Map([['policies/backup.md', `${comment}# Backup policy\n\n**Owner:** CTO\n\n## Scope\n\nAll databases.\n`]]);
    const run = async (comment: string) =>
      (await scanTree(text(comment), { rules: ['policies-have-a-version'], asOf: '2026-11-22' })).report.results.map(
        ({ disposition }) => disposition,
      );
    expect(await run('')).toEqual(['open']);
    expect(
      await run('<!-- soc2-lint: accept policies-have-a-version until 2027-01-31 -- kept in the wiki -->\n'),
    ).toEqual(['accepted']);
  });
});

describe('front matter that is not read', () => {
  it('makes what it may say unknown, and is told without making the scan incomplete', async () => {
    const { report } = await scanTree(
      new Map([
        ['policies/backup.md', '+++\nowner = { name = "CTO" }\n+++\n\n# Backup policy\n\n## Scope\n\nAll databases.\n'],
      ]),
      { rules: ['policies-have-an-owner'], asOf: '2026-11-22' },
    );
    expect(report.results.map(({ verdict, reason }) => [verdict, reason?.code])).toEqual([
      ['unknown', 'parse-problem'],
    ]);
    expect(report.problems.map(({ notice }) => notice)).toEqual([true]);
  });
});
