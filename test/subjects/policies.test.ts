import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import type { Topic } from '../../src/model/kinds/policy-document.ts';
import { readCadence } from '../../src/subjects/policy-document/cadence.ts';
import { readDate } from '../../src/subjects/policy-document/dates.ts';
import { placeholdersIn } from '../../src/subjects/policy-document/placeholders.ts';
import { statementsIn } from '../../src/subjects/policy-document/statements.ts';
import { readWith } from '../dialects/read.ts';

describe('dates', () => {
  it.each([
    ['2026-04-03', '2026-04-03'],
    ['2026-4-3', '2026-04-03'],
    ['2026/04/03', '2026-04-03'],
    ['2026-04-03T10:00:00Z', '2026-04-03'],
    ['Jun 1 2018', '2018-06-01'],
    ['June 1, 2018', '2018-06-01'],
    ['1 June 2018', '2018-06-01'],
    ['1st of June 2018', '2018-06-01'],
    ['01-Jun-2018', '2018-06-01'],
    ['Monday, 1 June 2026', '2026-06-01'],
    ['3.4.2026', '2026-04-03'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['04/04/2026', '2026-04-04'],
    ['June 2026', '2026-06-30'],
    ['2024-02', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(readDate(text)).toEqual({ day });
  });

  it.each(['03/04/2026', '3-4-2026', '01/02/26'])('%s can be read in two ways', (text) => {
    expect(readDate(text)).toBe('ambiguous');
  });

  it.each(['2026-02-30', '31 June 2026', 'spring 2026', 'soon', '', '2026'])('"%s" is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('cadences', () => {
  it.each([
    ['annual', 366],
    ['Annually', 366],
    ['reviewed at least once a year', 366],
    ['every year', 366],
    ['every 12 months', 366],
    ['12 months', 366],
    ['semi-annually', 184],
    ['every six months', 185],
    ['quarterly', 92],
    ['once a quarter', 92],
    ['each month', 31],
    ['every two years', 732],
    ['every 90 days', 90],
    ['weekly', 7],
  ])('%s', (text, days) => {
    expect(readCadence(text)).toBe(days);
  });

  it.each(['biannual', 'monthly or quarterly', 'bi-monthly'])('%s has two meanings', (text) => {
    expect(readCadence(text)).toBe('ambiguous');
  });

  it.each(['regularly', 'as needed', 'yearling', ''])('"%s" is none', (text) => {
    expect(readCadence(text)).toBeUndefined();
  });
});

/** What a sentence commits to in a policy of this title: figure or null where it hedges. */
async function said(title: string, sentence: string, topic: Topic): Promise<(number | null)[]> {
  const { resources } = await readWith(documents, {
    'policies/x.md': `---\ntitle: ${title}\nowner: CTO\nsatisfies: []\n---\n\n## Requirements\n\n${sentence}\n`,
  });
  const document = resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
  return statementsIn(document)
    .filter((statement) => statement.topic === topic)
    .map(({ value }) => (value.known ? value.value : null));
}

describe('how many people approve a change', () => {
  it.each([
    ['At least one person other than the author approves the last state of the change.', 1],
    ['At least two people other than the author approve every change.', 2],
    ['Every change requires two approvals.', 2],
    ['Each pull request is approved by 2 reviewers.', 2],
    ['A minimum of two (2) peer reviewers must approve code before it is merged.', 2],
    ['Changes are merged only after one approval.', 1],
    ['All code must be reviewed by one other developer.', 1],
    ['Pull requests need three approvals.', 3],
    ['Two engineers review and approve each change.', 2],
    ['Code is approved by two team members before merging.', 2],
  ])('%s', async (sentence, count) => {
    expect(await said('Change management policy', sentence, 'change-approvals')).toEqual([count]);
  });

  it.each([
    'In an emergency one engineer may approve a change alone.',
    'Two people approve each deployment of a change.',
    'Two engineers are on call.',
    'Changes are approved.',
    'One person writes the release notes of the change.',
    'The change board has five people.',
    'Changes are recorded in two places and reviewed.',
    'Every change is reviewed within two days.',
    'The author names one risk of the change.',
    'Hotfixes need one approval of a change afterwards.',
  ])('not: %s', async (sentence) => {
    expect(await said('Change management policy', sentence, 'change-approvals')).toEqual([]);
  });

  it.each([
    'Changes should be approved by two people.',
    'Where possible, two people approve a change.',
    'Typically one reviewer approves a change.',
  ])('hedges: %s', async (sentence) => {
    expect(await said('Change management policy', sentence, 'change-approvals')).toEqual([null]);
  });

  it('is said by the policies on change and development only', async () => {
    expect(
      await said('Vendor management policy', 'Two people approve every change of a contract.', 'change-approvals'),
    ).toEqual([]);
  });
});

describe('the oldest TLS version', () => {
  it.each([
    ['AES with 256 bits at rest; TLS 1.2 or later in transit.', 1.2],
    ['All traffic uses TLS 1.2+.', 1.2],
    ['TLS v1.3 or higher is required.', 1.3],
    ['We require at least TLS 1.2 for every connection.', 1.2],
    ['The minimum version is TLS 1.2.', 1.2],
    ['Connections use TLS 1.2 and above.', 1.2],
    ['No older than TLS 1.2 is accepted.', 1.2],
    ['TLS version 1.2 minimum.', 1.2],
    ['Data in transit is encrypted with TLS 1.3 as a minimum.', 1.3],
    ['TLS 1.2 or newer protects all endpoints.', 1.2],
  ])('%s', async (sentence, version) => {
    expect(await said('Encryption policy', sentence, 'tls-minimum')).toEqual([version]);
  });

  it.each([
    'TLS 1.0 and TLS 1.1 are switched off.',
    'Connections use TLS.',
    'We moved from TLS 1.1 to TLS 1.2 in 2021.',
    'SSL 3.0 is forbidden.',
    'Keys have at least 256 bits.',
    'Version 1.2 or later of this policy applies.',
    'TLS certificates are valid for at least 90 days.',
    'OpenSSL 1.1 or later is installed.',
    'TLS 1.2 is tested yearly.',
    'Our load balancer supports TLS 1.3.',
  ])('not: %s', async (sentence) => {
    expect(await said('Encryption policy', sentence, 'tls-minimum')).toEqual([]);
  });

  it('hedges where it leaves a way out', async () => {
    expect(await said('Encryption policy', 'TLS 1.2 or later where supported.', 'tls-minimum')).toEqual([null]);
  });
});

describe('other figures', () => {
  it.each<[string, Topic, string, number[]]>([
    ['Access control policy', 'access-review', 'System owners review all access once a quarter.', [92]],
    [
      'Access control policy',
      'access-review',
      'Each month, IT and HR will review accounts and permission levels for accuracy.',
      [31],
    ],
    ['Access control policy', 'access-review', 'Access logs are reviewed every week.', []],
    ['Access control policy', 'access-review', 'Privileged access is reviewed every month.', []],
    ['Access control policy', 'access-review', 'This policy on user access is reviewed every year.', []],
    ['Logging policy', 'log-retention', 'Audit logs are kept for one year.', [365]],
    ['Logging policy', 'log-retention', 'Logs are retained for 90 days.', [90]],
    ['Physical security policy', 'log-retention', 'Visitor logs are kept for 90 days.', []],
    ['Password policy', 'password-length', 'Passwords have at least 14 characters.', [14]],
    ['Password policy', 'password-length', 'Passwords of administrators have at least 20 characters.', []],
    ['Incident response plan', 'customer-notice', 'Customers concerned are told within 72 hours.', [72]],
    ['Incident response plan', 'customer-notice', 'Customers are notified within two business days.', []],
    ['Incident response plan', 'authority-notice', 'The data protection authority is informed within 72 hours.', [72]],
    ['Incident response plan', 'authority-notice', 'The team meets the authority within 72 hours.', []],
    ['Data retention policy', 'retention-period', 'Invoices are kept for seven years.', [2555]],
    ['Data retention policy', 'retention-period', 'Data is kept as long as necessary.', []],
    ['Privacy policy', 'request-deadline', 'We answer each request within 30 days.', [30]],
    ['Disaster recovery plan', 'recovery-time', 'The recovery time objective of the API is 4 hours.', [4]],
    ['Disaster recovery plan', 'recovery-time', '| System | Recovery time |\n|---|---|\n| API | 4 hours |', [4]],
    ['Disaster recovery plan', 'recovery-point', 'RPO: 1 hour.', [1]],
    ['Backup policy', 'restore-test', 'Once a quarter the platform team tests that a database can be restored.', [92]],
    ['Backup policy', 'backup-retention', 'Backups are kept for 35 days.', [35]],
    ['Backup policy', 'backup-retention', '## Retention\n\nDatabases: 14 days. Objects: 90 days.', [14, 90]],
    ['Backup policy', 'backup-retention', 'A backup that fails is repeated within 4 hours.', []],
    ['Backup policy', 'backup-retention', 'Backups are kept in a second region, 500 km away.', []],
  ])('%s: %s: %s', async (title, topic, sentence, values) => {
    expect(await said(title, sentence, topic)).toEqual(values);
  });
});

describe('places left to fill in', () => {
  const left = async (text: string) => {
    const { resources } = await readWith(documents, {
      'policies/x.md': `# Backup policy\n\n**Owner:** CTO\n\n**Approved by:** CEO\n\n${text}\n`,
    });
    const { tree, lines, path } = resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
    return placeholdersIn(tree, lines, path).map((found) => found.text);
  };

  it.each([
    ['All systems of [Company Name].', '[Company Name]'],
    ['Plans are deactivated by [person or persons with authority].', '[person or persons with authority]'],
    ['The site is at [list the address of the alternate site].', '[list the address of the alternate site]'],
    ['From [day/month/year] on.', '[day/month/year]'],
    ['All systems of {{companyName}}.', '{{companyName}}'],
    ['TODO: finalize these lists', 'TODO'],
    ['Owner to be named: TBD.', 'TBD'],
    ['## Template Coming Soon', 'Template Coming Soon'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
    ['Since YYYY-MM-DD.', 'YYYY-MM-DD'],
    ['All systems of **[COMPANY_NAME]**.', '[COMPANY_NAME]'],
    ['Revoked within [Number, e.g., 24] hours.', '[Number, e.g., 24]'],
    ['Locked for [Duration, e.g., 30 minutes].', '[Duration, e.g., 30 minutes]'],
  ])('%s', async (text, found) => {
    expect(await left(text)).toEqual([found]);
  });

  it.each([
    '- [ ] restore tested',
    '- [x] done',
    'See the [company handbook](https://example.com) and [date format][1].',
    'Review Access [quarterly]',
    'A footnote[^1] and a source [1].',
    'Write `{{name}}` and `TODO` in templates.',
    '```\nTODO {{x}}\n```',
    'Use the todo list. New features are coming soon to customers.',
    '<!-- TODO: ask legal -->',
    'Nobody is named XXXL.',
    'The label [data_class] is set.',
    'Whoever asks [for more, e.g. AWS] gets it.',
    'See [THE_LIST](list.md).',
  ])('not: %s', async (text) => {
    expect(await left(text)).toEqual([]);
  });
});

describe('what stands beside a promise and is none', () => {
  const table = (head: string, ...rows: string[]) => [head, head.replace(/[^|]+/g, '---'), ...rows].join('\n');

  it.each<[what: string, title: string, text: string, topic: Topic, said: (number | null)[]]>([
    [
      'an example in a place to fill in',
      'Backup policy',
      table('| Data | Retention |', '| Nightly backups | [Days, e.g., 21 days] |'),
      'backup-retention',
      [],
    ],
    [
      'an example in a sentence',
      'Logging policy',
      'Logs are kept for a set time, e.g., 45 days.',
      'log-retention',
      [null],
    ],
    [
      'how soon something is brought up',
      'Logging policy',
      'Old logs are archived and can be retrieved by the team within 36 hours for an inquiry.',
      'log-retention',
      [],
    ],
    [
      'how much of it is at hand',
      'Logging policy',
      'Logs are kept for 18 months (2 months immediately available).',
      'log-retention',
      [548],
    ],
    [
      'a time to be back in a plan without another word for it',
      'Business continuity plan',
      'Systems are restored within 20 hours of an outage.',
      'recovery-time',
      [20],
    ],
    [
      'a time to be back beside the target',
      'Business continuity plan',
      'RTO: 6 hours. Test systems are restored within 90 hours.',
      'recovery-time',
      [6],
    ],
    [
      'what is only recommended',
      'Password policy',
      'We recommend passwords of at least 20 characters.',
      'password-length',
      [null],
    ],
    [
      'how much of a password is new',
      'Password policy',
      'A new password differs in at least 5 characters.',
      'password-length',
      [],
    ],
    [
      'what a word means',
      'Backup policy',
      'An RPO of 3 hours means that backups run every 3 hours.',
      'backup-frequency',
      [],
    ],
    [
      'where keys are kept',
      'Encryption policy',
      'Master keys are backed up in a geographically separate place.',
      'backup-region',
      [],
    ],
    [
      'what a system has to take',
      'Password policy',
      'Systems accept passwords of up to 80 characters.',
      'password-length',
      [],
    ],
    [
      'what opens a password manager',
      'Password policy',
      'The master password of the password manager has at least 20 characters.',
      'password-length',
      [],
    ],
    [
      'what follows the first sentence of a cell',
      'Encryption policy',
      table('| Traffic | Least |', '| Web | TLS 1.2 or later. Mutual TLS is recommended between services. |'),
      'tls-minimum',
      [1.2],
    ],
    ['TLS as a protocol', 'Encryption policy', 'All pages use the TLS v1.2 protocol or better.', 'tls-minimum', [1.2]],
    [
      'an authority by its name',
      'Incident response plan',
      'The FTC is notified no later than 30 days after the discovery of an incident.',
      'authority-notice',
      [720],
    ],
  ])('%s', async (_, title, text, topic, figures) => {
    expect(await said(title, text, topic)).toEqual(figures);
  });

  it('is about the logs of the policy it stands in', async () => {
    const { resources } = await readWith(documents, {
      'policies/x.md':
        '---\ntitle: Password policy\nowner: CTO\n---\n\n## Logs\n\nEach attempt is recorded, and logs are kept for 60 days.\n\nAudit trails are kept for 2 years.\n\nThen log data is moved to cheaper storage and retained for 4 years.\n',
    });
    const document = resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
    expect(statementsIn(document).map(({ topic, of }) => [topic, of])).toEqual([
      ['log-retention', 'authentication'],
      ['log-retention', 'audit'],
      ['log-retention', 'archive'],
    ]);
  });
});
