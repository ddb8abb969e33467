import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import type { Topic } from '../../src/model/kinds/policy-document.ts';
import { statementsIn } from '../../src/subjects/policy-document/statements.ts';
import { readWith } from '../dialects/read.ts';

// What is held against code: ten forms of each promise that are read right, and ten sentences beside it that promise nothing.

interface Promised {
  topic: Topic;
  title: string;
  said: readonly (readonly [sentence: string, value: number])[];
  not: readonly string[];
}

const promises: readonly Promised[] = [
  {
    topic: 'log-retention',
    title: 'Logging policy',
    said: [
      ['Logs are kept for one year.', 365],
      ['All logs are retained for 90 days.', 90],
      ['We keep logs for 12 months.', 365],
      ['Logs must be stored for 180 days.', 180],
      ['Audit logs are kept for 365 days.', 365],
      ['Retention of logs is 400 days.', 400],
      ['The logs are preserved for two years.', 730],
      ['Access logs are retained for a period of 30 days.', 30],
      ['The audit trail is maintained for seven years.', 2555],
      ['Application logs are archived for 6 months.', 183],
    ],
    not: [
      'Logs are reviewed every 30 days.',
      'Visitor logs are kept for 90 days.',
      'Logs are kept.',
      'Backups are kept for 30 days.',
      'The log of the door is kept for 30 days, as are badges.',
      'Log files larger than 90 MB are rotated.',
      'Logs arrive within 5 days.',
      'Alerts from logs are answered in one day.',
      'Logs are kept for 10 business days.',
    ],
  },
  {
    topic: 'backup-retention',
    title: 'Backup policy',
    said: [
      ['Backups are kept for 35 days.', 35],
      ['We retain backups for 30 days.', 30],
      ['Database backups are retained for 14 days.', 14],
      ['Daily backups are stored for 90 days.', 90],
      ['Backups must be kept for at least 7 days.', 7],
      ['All backups are retained for one month.', 30],
      ['Backups of databases are kept for 2 weeks.', 14],
      ['Every backup is preserved: backups are kept for 35 days.', 35],
      ['The retention of backups is 60 days.', 60],
      ['Backups are archived for one year.', 365],
    ].map(([sentence, value]) => [sentence, value] as [string, number]),
    not: [
      'A backup that fails is repeated within 4 hours.',
      'Backups are made every day.',
      'Backups are kept in a second region, 500 km away.',
      'Backups are tested every quarter.',
      'Backups are encrypted.',
      'Logs are kept for 30 days.',
      'Restoring takes 2 days.',
      'Backups are checked for 5 business days.',
      'Two people may delete backups.',
    ],
  },
  {
    topic: 'key-rotation',
    title: 'Encryption policy',
    said: [
      ['Encryption keys are rotated every six months.', 185],
      ['KMS keys are rotated at least once a year.', 366],
      ['Customer-managed keys are rotated annually.', 366],
      ['Encryption keys must be rotated every 90 days.', 90],
      ['All encryption keys rotate yearly.', 366],
      ['Master keys are rotated quarterly.', 92],
      ['Rotation of encryption keys: rotated every 365 days.', 365],
      ['Data keys are rotated monthly.', 31],
      ['Encryption keys shall be automatically rotated once per year.', 366],
      ['Database keys are rotated every two years.', 732],
    ],
    not: [
      'Access keys are rotated every 90 days.',
      'API keys are rotated yearly.',
      'Encryption keys are kept in a key service.',
      'SSH keys are rotated every 90 days.',
      'Encryption keys have 256 bits.',
      'Certificates are rotated every 90 days.',
      'The on-call duty is rotated weekly.',
      'Encryption keys are deleted after 30 days.',
      'Logs are rotated daily.',
      'Encryption keys are rotated when somebody leaves.',
    ],
  },
  {
    topic: 'password-length',
    title: 'Password policy',
    said: [
      ['Passwords have at least 14 characters.', 14],
      ['Passwords must be at least 12 characters long.', 12],
      ['A password has a minimum of 10 characters.', 10],
      ['Minimum password length: 16 characters.', 16],
      ['Use a password of twelve characters or longer.', 12],
      ['Passphrases have 20 characters.', 20],
      ['All passwords must contain no fewer than 14 characters.', 14],
      ['We require 15-character passwords.', 15],
      ['The password is 8 characters long at the least.', 8],
      ['User passwords must have fourteen (14) characters.', 14],
    ],
    not: [
      'Passwords of administrators have at least 20 characters.',
      'Passwords are changed every 90 days.',
      'The last 24 passwords can’t be used again.',
      'Accounts are locked after 5 wrong passwords.',
      'Service accounts have passwords of 32 characters.',
      'User names have at least 3 characters.',
      'Passwords contain numbers and special characters.',
      'A root password has 30 characters.',
      'Passwords are kept in a manager with 256 bits.',
      'Privileged passwords have 24 characters.',
    ],
  },
  {
    topic: 'recovery-time',
    title: 'Disaster recovery plan',
    said: [
      ['The recovery time objective is 4 hours.', 4],
      ['RTO: 1 hour.', 1],
      ['Our RTO is 24 hours.', 24],
      ['The RTO of the API is one hour.', 1],
      ['Recovery time objective (RTO) of 8 hours.', 8],
      ['The system has a recovery time of two days.', 48],
      ['An RTO of 12 hours applies to all systems.', 12],
      ['The recovery time objective for databases is 2 hours.', 2],
      ['Recovery time objective: 1 day', 24],
      ['Critical systems have an RTO of 3 hours.', 3],
    ],
    not: [
      'The recovery point objective is 4 hours.',
      'RPO 1 hour, RTO 4 hours.',
      'Recovery is tested every year.',
      'The recovery time is measured.',
      'The team meets within 1 hour.',
      'Backups are made every 4 hours.',
      'Recovery time objectives are set by the owner.',
      'The plan is reviewed in 12 months.',
      'The site is rebuilt in 3 business days.',
      'Recovery starts within 30 minutes.',
    ],
  },
  {
    topic: 'recovery-point',
    title: 'Disaster recovery plan',
    said: [
      ['RPO: 1 hour.', 1],
      ['The recovery point objective is 24 hours.', 24],
      ['Our RPO is 4 hours.', 4],
      ['The RPO of orders is one hour.', 1],
      ['An RPO of 12 hours applies.', 12],
      ['Recovery point objective (RPO) of 2 hours.', 2],
      ['Databases have an RPO of 1 hour.', 1],
      ['The recovery point objective for files is one day.', 24],
      ['Recovery point objective: 6 hours', 6],
      ['The RPO shall be 8 hours.', 8],
    ],
    not: [
      'The RTO is 4 hours.',
      'RPO 1 hour, RTO 4 hours.',
      'The recovery point is checked.',
      'Backups are made every 4 hours.',
      'The recovery point objective is set by the owner.',
      'We lose nothing that is older than 1 hour.',
      'Replication lags by 5 days.',
      'A point is earned each 4 hours.',
      'Recovery was tested in 2 hours.',
      'RPO is short for a term, see below.',
    ],
  },
  {
    topic: 'vulnerability-deadline',
    title: 'Vulnerability management policy',
    said: [
      ['Critical vulnerabilities are remediated within 7 days.', 7],
      ['Vulnerabilities rated high are fixed in 30 days.', 30],
      ['Patches for critical systems are applied within 14 days.', 14],
      ['Critical CVEs must be patched within 48 hours.', 2],
      ['High vulnerabilities shall be resolved within one month.', 30],
      ['Security updates are installed within two weeks.', 14],
      ['All vulnerabilities are remediated within 90 days.', 90],
      ['A critical vulnerability is mitigated in one day.', 1],
      ['Security patches are applied within 30 calendar days.', 30],
      ['Vulnerabilities of severity critical are addressed within 3 days.', 3],
    ],
    not: [
      'Vulnerability scans run every 7 days.',
      'Low vulnerabilities are fixed within 180 days.',
      'Vulnerabilities are reported within 2 days.',
      'Reports of vulnerabilities are answered within 5 business days.',
      'Critical vulnerabilities are fixed.',
      'The scanner is updated every day.',
      'Fixes are released every 14 days.',
      'Incidents are resolved within 7 days.',
      'Medium vulnerabilities are remediated within 60 days.',
    ],
  },
  {
    topic: 'encryption-at-rest',
    title: 'Encryption policy',
    said: [
      ['All data is encrypted at rest.', 1],
      ['All customer data must be encrypted at rest.', 1],
      ['All data at rest is encrypted with AES-256.', 1],
      ['Every database is encrypted at rest.', 1],
      ['All disks and databases are encrypted at rest and in transit.', 1],
      ['All data, wherever it is stored, is encrypted at rest.', 1],
      ['At rest, all data is encrypted.', 1],
      ['All backups are encrypted at rest.', 1],
      ['We make sure that all production data is encrypted at rest.', 1],
      ['All confidential information is encrypted while at rest.', 1],
    ],
    not: [
      'All data is encrypted in transit.',
      'Laptops are encrypted at rest.',
      'Data is classified before it is encrypted at rest.',
      'Not all data is encrypted at rest.',
      'All data has an owner.',
      'Encryption at rest is reviewed every year.',
      'All staff learn what at rest means.',
      'Public data need not be encrypted at rest at all.',
      'Keys for data at rest are kept apart.',
      'All data is backed up without being encrypted at rest.',
    ],
  },
];

const hedges: readonly [Topic, string, string][] = [
  ['log-retention', 'Logging policy', 'Logs are kept for 30 days online and 365 days in the archive.'],
  ['backup-retention', 'Backup policy', 'Backups are kept for 7 days and monthly ones for 365 days.'],
  ['log-retention', 'Logging policy', 'Logs should be kept for 90 days.'],
  ['backup-retention', 'Backup policy', 'Backups are typically kept for 35 days.'],
  ['key-rotation', 'Encryption policy', 'Encryption keys are rotated yearly where possible.'],
  ['password-length', 'Password policy', 'Passwords should have 14 characters.'],
  ['recovery-time', 'Disaster recovery plan', 'The recovery time objective is typically 4 hours.'],
  ['recovery-point', 'Disaster recovery plan', 'The RPO is approximately 1 hour.'],
  ['vulnerability-deadline', 'Vulnerability policy', 'Critical vulnerabilities should be fixed within 7 days.'],
  ['encryption-at-rest', 'Encryption policy', 'All data is encrypted at rest where feasible.'],
];

/** What a sentence commits to in a policy of this title: figures, or null where it hedges. */
async function read(title: string, sentence: string, topic: Topic): Promise<(number | null)[]> {
  const { resources } = await readWith(documents, {
    'policies/x.md': `---\ntitle: ${title}\nowner: CTO\n---\n\n## Requirements\n\n${sentence}\n`,
  });
  const document = resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
  return statementsIn(document)
    .filter((statement) => statement.topic === topic)
    .map(({ value }) => (value.known ? value.value : null));
}

describe.each(promises)('$topic', ({ topic, title, said, not }) => {
  it.each(said)('%s', async (sentence, value) => {
    expect(await read(title, sentence, topic)).toEqual([value]);
  });

  it.each(not)('not: %s', async (sentence) => {
    expect(await read(title, sentence, topic)).toEqual([]);
  });
});

it.each(hedges)('%s hedges: %s: %s', async (topic, title, sentence) => {
  expect(await read(title, sentence, topic)).toEqual([null]);
});
