import { renameSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { reckoned, type Stating } from '../../src/history/cadence.ts';
import { dayOfTime, timeOfDay } from '../../src/history/commit.ts';
import type { History } from '../../src/history/history.ts';
import { historyOfFolder } from '../../src/io/history-folder.ts';
import { commitOn, keepsToSchema, put, started } from './repository.ts';

const over = (root: string): Promise<History> =>
  historyOfFolder({
    root,
    rules: ruleIndex,
    version: 'test',
    from: '2025-01-01',
    to: '2025-12-31',
    asOf: '2026-01-01',
  });

const front = (title: string, more: string, text = '') =>
  `---\ntitle: ${title}\nowner: CTO\n${more}\n---\n\n# ${title}\n\n## Scope\n\nIt is for everybody who works here.\n\n## Policy\n\n${text || 'Backups are made every day and kept apart.'}\n`;

const markdownTable = (rows: string) =>
  `# Access Control Policy\n\n| Version | Date | Description | Approved by |\n|---|---|---|---|\n${rows}\n\n## Purpose\n\nAccess is given to those who need it. This policy is reviewed annually.\n\n## Scope\n\nAll of it.\n`;

const htmlTable = (date: string) =>
  `# Access Control Policy\n\n<table>\n<tr><th>Owner</th><td>Security</td></tr>\n<tr><th>Last reviewed</th><td>${date}</td></tr>\n<tr><th>Review frequency</th><td>Annual</td></tr>\n</table>\n\n## Purpose\n\nAccess is given to those who need it.\n\n## Scope\n\nAll of it.\n`;

/** What was due of one thing, in a line each. */
const duesOf = ({ reviews }: History, name: string) =>
  reviews
    .filter((review) => review.name.includes(name))
    .flatMap(({ dues }) =>
      dues.map(({ due, result, review, recorded, lateDays }) => [due, result, review, recorded, lateDays]),
    );

type Step = [day: string, path: string, text: string | null];

async function historyOf(steps: readonly Step[]): Promise<History> {
  const folder = started();
  for (const [day, path, text] of steps) {
    if (text === null) rmSync(join(folder, path));
    else put(folder, path, text);
    commitOn(folder, day);
  }
  return keepsToSchema(await over(folder));
}

const backup = 'docs/policies/backup.md';
const page = 'policies/access/index.md';
const reviewed = (day: string, more = 'review_cadence: annual') =>
  front('Backup Policy', `last_reviewed: ${day}\n${more}`);
const none: readonly (readonly unknown[])[] = [];

describe('reviews that were due', () => {
  it.each<[string, readonly Step[], string, readonly (readonly unknown[])[]]>([
    [
      'is in time',
      [
        ['2024-12-01', backup, reviewed('2024-06-10')],
        ['2025-06-01', backup, reviewed('2025-06-01')],
      ],
      'Backup',
      [['2025-06-11', 'in-time', '2025-06-01', '2025-06-01', 0]],
    ],
    [
      'is late',
      [
        ['2024-12-01', backup, reviewed('2024-01-10')],
        ['2025-03-01', backup, reviewed('2025-03-01')],
      ],
      'Backup',
      [['2025-01-10', 'late', '2025-03-01', '2025-03-01', 50]],
    ],
    [
      'is missing until the period ends',
      [['2024-12-01', backup, reviewed('2024-02-10')]],
      'Backup',
      [['2025-02-10', 'missing', null, null, 324]],
    ],
    [
      'was overdue when the period began',
      [
        ['2024-12-01', backup, reviewed('2023-12-10')],
        ['2025-02-01', backup, reviewed('2025-01-31')],
      ],
      'Backup',
      [['2024-12-10', 'late', '2025-01-31', '2025-02-01', 52]],
    ],
    [
      'is missing where a whole time went by, and late for the next one',
      [
        ['2024-12-01', backup, reviewed('2024-12-01', 'review_cadence: quarterly')],
        ['2025-07-01', backup, reviewed('2025-07-01', 'review_cadence: quarterly')],
      ],
      'Backup',
      [
        ['2025-03-03', 'missing', null, null, 92],
        ['2025-06-03', 'late', '2025-07-01', '2025-07-01', 28],
        ['2025-10-01', 'missing', null, null, 91],
      ],
    ],
    [
      'states a day in time that was written down later',
      [
        ['2024-12-01', backup, reviewed('2024-03-10')],
        ['2025-05-01', backup, reviewed('2025-03-01')],
      ],
      'Backup',
      [['2025-03-11', 'recorded-late', '2025-03-01', '2025-05-01', 51]],
    ],
    [
      'was late by the cadence of then, which was loosened afterwards',
      [
        ['2024-12-01', backup, reviewed('2024-03-10')],
        ['2025-04-01', backup, reviewed('2024-03-10', 'review_cadence: every two years')],
      ],
      'Backup',
      [['2025-03-11', 'missing', null, null, 21]],
    ],
    [
      'is not due any more where the cadence was loosened before the day',
      [
        ['2024-12-01', backup, reviewed('2024-03-10')],
        ['2025-02-01', backup, reviewed('2024-03-10', 'review_cadence: every two years')],
      ],
      'Backup',
      [['2025-03-11', 'moved', null, '2025-02-01', 0]],
    ],
    [
      'counts a shorter cadence from when it was laid down',
      [
        ['2024-12-01', backup, reviewed('2024-03-10', 'review_cadence: every two years')],
        ['2025-02-01', backup, reviewed('2024-03-10', 'review_cadence: quarterly')],
        ['2025-04-20', backup, reviewed('2025-04-20', 'review_cadence: annual')],
      ],
      'Backup',
      [['2025-05-04', 'in-time', '2025-04-20', '2025-04-20', 0]],
    ],
    [
      'names the day of the next one, which is moved',
      [
        ['2024-12-01', backup, reviewed('2024-03-10', 'next_review: 2025-03-10')],
        ['2025-03-01', backup, reviewed('2024-03-10', 'next_review: 2025-06-10')],
        ['2025-06-20', backup, reviewed('2025-06-20', 'next_review: 2026-06-20')],
      ],
      'Backup',
      [
        ['2025-03-10', 'moved', null, '2025-03-01', 0],
        ['2025-06-10', 'late', '2025-06-20', '2025-06-20', 10],
      ],
    ],
    [
      'has its date in a Markdown table of versions',
      [
        ['2024-12-01', page, markdownTable('| 1.0 | 2024-03-01 | First version | CEO |')],
        [
          '2025-02-20',
          page,
          markdownTable('| 1.0 | 2024-03-01 | First version | CEO |\n| 1.1 | 2025-02-20 | Yearly review | CEO |'),
        ],
      ],
      'Access Control',
      [['2025-03-02', 'in-time', '2025-02-20', '2025-02-20', 0]],
    ],
    [
      'has its date in an HTML table',
      [
        ['2024-12-01', page, htmlTable('2024-03-01')],
        ['2025-04-01', page, htmlTable('April 1, 2025')],
      ],
      'Access Control',
      [['2025-03-02', 'late', '2025-04-01', '2025-04-01', 30]],
    ],
    [
      'is bound by a sentence for all policies, where it says nothing itself',
      [
        ['2024-12-01', backup, reviewed('2024-03-01', 'version: 1.0')],
        [
          '2024-12-02',
          'docs/policies/information-security.md',
          front(
            'Information Security Policy',
            'last_reviewed: 2024-12-02',
            'All policies are reviewed at least once a year by their owners.',
          ),
        ],
      ],
      'Backup',
      [['2025-03-02', 'missing', null, null, 304]],
    ],
    [
      'is due by nothing, where nothing lays it down',
      [['2024-12-01', backup, reviewed('2020-03-01', 'version: 1.0')]],
      'Backup',
      none,
    ],
    [
      'was deleted while overdue, and came back',
      [
        ['2024-12-01', backup, reviewed('2024-01-10')],
        ['2025-02-01', backup, null],
        ['2025-04-01', backup, reviewed('2025-04-01')],
      ],
      'Backup',
      [['2025-01-10', 'missing', null, null, 22]],
    ],
  ])('%s', async (_, steps, name, dues) => {
    expect(duesOf(await historyOf([['2024-11-01', 'README.md', '# hello\n'], ...steps]), name)).toEqual(dues);
  });

  it('go on where a document is renamed, or moved into a folder of its own', async () => {
    const folder = started();
    put(folder, 'policies/backup.md', reviewed('2024-03-10'));
    commitOn(folder, '2024-12-01');
    mkdirSync(join(folder, 'policies/backup'));
    renameSync(join(folder, 'policies/backup.md'), join(folder, 'policies/backup/index.md'));
    commitOn(folder, '2025-02-01');
    rmSync(join(folder, 'policies/backup'), { recursive: true });
    put(
      folder,
      'handbook/policies/backup-policy.md',
      `${reviewed('2025-04-01')}\n${'All of it was written anew, at length.\n\n'.repeat(40)}`,
    );
    commitOn(folder, '2025-04-01');
    const history = await over(folder);
    const [review, ...more] = history.reviews;
    expect(more).toEqual([]);
    expect(review).toMatchObject({
      file: 'handbook/policies/backup-policy.md',
      formerly: ['policies/backup.md', 'policies/backup/index.md'],
      gone: false,
    });
    expect(duesOf(history, 'Backup')).toEqual([['2025-03-11', 'late', '2025-04-01', '2025-04-01', 21]]);
  });
});

describe('days that documents state', () => {
  it('stand against the day of the commit that put them there', async () => {
    const history = await historyOf([
      ['2024-12-01', backup, reviewed('2024-03-10')],
      ['2025-03-02', backup, reviewed('2025-03-01')],
      ['2025-05-01', backup, reviewed('2025-04-01')],
      ['2025-06-01', backup, reviewed('2025-09-01')],
      ['2025-07-01', backup, reviewed('2025-04-01')],
    ]);
    expect(
      history.reviews[0]!.stamps.map(({ stated, recorded, days, kind }) => [stated, recorded, days, kind]),
    ).toEqual([
      ['2025-03-01', '2025-03-02', 1, 'on-the-day'],
      ['2025-04-01', '2025-05-01', 30, 'written-later'],
      ['2025-09-01', '2025-06-01', -92, 'in-the-future'],
      ['2025-04-01', '2025-07-01', 91, 'back'],
    ]);
  });

  it('that can be read in two ways are told, and nothing is made of them', async () => {
    const history = await historyOf([['2024-12-01', backup, reviewed('03/04/2024')]]);
    expect(history.reviews[0]).toMatchObject({ unclear: ['"03/04/2024"'], stamps: [] });
  });
});

const access = (...days: readonly string[]) =>
  `# Access reviews\n\n| Date | System | By | Result |\n|---|---|---|---|\n${days.map((day) => `| ${day} | all | Security | none |\n`).join('')}`;
const quarterly = front(
  'Access Control Policy',
  'last_reviewed: 2024-12-01',
  'User access is reviewed every quarter by the owners of the systems.',
);

describe('records that are kept', () => {
  it.each<[string, readonly Step[], string, readonly (readonly unknown[])[]]>([
    [
      'one a quarter, of which one is missing and one is late',
      [
        ['2024-12-01', 'docs/policies/access.md', quarterly],
        ['2024-12-20', 'records/access-reviews.md', access('2024-12-20')],
        ['2025-03-20', 'records/access-reviews.md', access('2024-12-20', '2025-03-20')],
        ['2025-10-10', 'records/access-reviews.md', access('2024-12-20', '2025-03-20', '2025-10-10')],
      ],
      'Access reviews',
      [
        ['2025-03-22', 'in-time', '2025-03-20', '2025-03-20', 0],
        ['2025-06-20', 'missing', null, null, 92],
        ['2025-09-20', 'late', '2025-10-10', '2025-10-10', 20],
      ],
    ],
    [
      'more than a quarter apart in quarters that follow each other: the policy leaves open which it means',
      [
        ['2024-12-01', 'docs/policies/access.md', quarterly],
        ['2025-01-05', 'records/access-reviews.md', access('2025-01-05')],
        ['2025-06-20', 'records/access-reviews.md', access('2025-01-05', '2025-06-20')],
      ],
      'Access reviews',
      [
        ['2025-04-03', 'in-time', '2025-01-05', '2025-01-05', 0],
        ['2025-04-07', 'cannot-tell', '2025-06-20', '2025-06-20', 74],
        ['2025-09-20', 'missing', null, null, 92],
        ['2025-12-21', 'missing', null, null, 10],
      ],
    ],
    [
      'none, where a policy asks for them: they may be kept elsewhere',
      [
        ['2024-12-01', 'docs/policies/access.md', quarterly],
        ['2025-08-01', 'records/access-reviews.md', access('2025-08-01')],
      ],
      'Access reviews',
      [
        ['2025-04-03', 'cannot-tell', null, null, 92],
        ['2025-07-04', 'cannot-tell', '2025-08-01', '2025-08-01', 28],
        ['2025-11-01', 'missing', null, null, 60],
      ],
    ],
    [
      'a file a quarter, of which one was filled in later',
      [
        ['2024-12-01', 'docs/policies/access.md', quarterly],
        ['2024-12-20', 'records/access-reviews/access-review-2024-q4.md', access('2024-12-20')],
        ['2025-06-10', 'records/access-reviews/access-review-2025-q2.md', access('2025-06-10')],
        ['2025-06-12', 'records/access-reviews/access-review-2025-q1.md', access('2025-03-15')],
        ['2025-09-02', 'records/access-reviews/access-review-2025-q3.md', access('2025-09-01')],
        ['2025-12-01', 'records/access-reviews/access-review-2025-q4.md', access('2025-12-01')],
      ],
      'Access reviews',
      [
        ['2025-03-22', 'recorded-late', '2025-03-15', '2025-06-12', 82],
        ['2025-09-10', 'in-time', '2025-09-01', '2025-09-02', 0],
        ['2025-12-02', 'in-time', '2025-12-01', '2025-12-01', 0],
      ],
    ],
    [
      'vendors by the day that the register sets for each',
      [
        [
          '2024-12-01',
          'records/vendors.md',
          '# Vendors\n\n| Vendor | Owner | Criticality | Reviewed | Next review |\n|---|---|---|---|---|\n| Acme Mail | CTO | high | 2024-05-01 | 2025-05-01 |\n| Acme Pay | CFO | critical | 2024-05-01 | 2025-05-01 |\n',
        ],
        [
          '2025-04-20',
          'records/vendors.md',
          '# Vendors\n\n| Vendor | Owner | Criticality | Reviewed | Next review |\n|---|---|---|---|---|\n| Acme Mail | CTO | high | 2025-04-20 | 2026-05-01 |\n| Acme Pay | CFO | critical | 2024-05-01 | 2025-05-01 |\n',
        ],
      ],
      'Acme',
      [
        ['2025-05-01', 'in-time', '2025-04-20', '2025-04-20', 0],
        ['2025-05-01', 'missing', null, null, 244],
      ],
    ],
  ])('%s', async (_, steps, name, dues) => {
    expect(duesOf(await historyOf(steps), name)).toEqual(dues);
  });

  it('of what happens are counted, also where nothing did', async () => {
    const log = (rows: string) => `# Incidents\n\n| Incident | Date | Severity |\n|---|---|---|\n${rows}`;
    const history = await historyOf([
      ['2024-12-01', 'records/incident-log.md', log('| Outage | 2024-02-01 | high |\n')],
      ['2025-03-01', 'records/incident-log.md', log('| Outage | 2024-02-01 | high |\n| Leak | 2025-02-27 | low |\n')],
    ]);
    expect(history.happenings).toEqual([
      { what: 'incident-log', file: 'records/incident-log.md', days: ['2025-02-27'] },
    ]);
  });
});

describe('documents that contradict each other', () => {
  const stating = (title: string, count: string) =>
    front(
      title,
      'last_reviewed: 2024-12-01',
      `Every change to production needs approval by ${count} before it is merged.`,
    );

  it('have their days, and what opened and closed it', async () => {
    const history = await historyOf([
      ['2024-12-01', 'docs/policies/change-management.md', stating('Change Management Policy', 'two people')],
      ['2025-02-01', 'docs/policies/secure-development.md', stating('Secure Development Policy', 'one person')],
      ['2025-02-21', 'docs/policies/secure-development.md', stating('Secure Development Policy', 'two people')],
      ['2025-09-01', 'docs/policies/secure-development.md', stating('Secure Development Policy', 'three people')],
    ]);
    expect(
      history.contradictions.map(({ item, files, from, to, days, closedAs }) => [
        item,
        [...files].sort(),
        dayOfTime(from),
        to && dayOfTime(to),
        days,
        closedAs,
      ]),
    ).toEqual([
      [
        'change-approvals',
        ['docs/policies/change-management.md', 'docs/policies/secure-development.md'],
        '2025-02-01',
        '2025-02-21',
        20,
        'ended',
      ],
      [
        'change-approvals',
        ['docs/policies/change-management.md', 'docs/policies/secure-development.md'],
        '2025-09-01',
        null,
        121.5,
        null,
      ],
    ]);
    expect(history.contradictions[0]!.message).toContain('one person');
  });
});

describe('reckoning', () => {
  const day = fc.integer({ min: -400, max: 364 }).map((at) => dayOfTime(timeOfDay('2025-01-01') + at * 86_400));
  const stating = fc.record({
    at: fc.integer({ min: 0, max: 364 }).map((at) => timeOfDay('2025-01-01') + at * 86_400 + 43_200),
    commit: fc.constant('a'.repeat(40)),
    reviewed: fc.array(day, { maxLength: 3 }).map((days) => [...new Set(days)].sort()),
    next: fc.option(day),
    everyDays: fc.option(fc.constantFrom(1, 31, 92, 366)),
    basis: fc.constant('own' as const),
    gone: fc.constantFrom<[] | [true]>([], [], [], [true]),
  });

  it('calls in time what was made by the day and nothing else, and no day after the period due', () => {
    fc.assert(
      fc.property(fc.array(stating, { maxLength: 8 }), fc.boolean(), (statings, isLog) => {
        const heard = [...statings]
          .sort((a, b) => a.at - b.at)
          .map(({ gone, ...one }): Stating => ({ ...one, ...(gone[0] && { gone: true }) }));
        for (const one of reckoned(heard, '2025-01-01', '2025-12-31', isLog).dues) {
          expect(one.lateDays).toBeGreaterThanOrEqual(0);
          if (one.result === 'missing') expect([one.review, one.due <= '2025-12-31']).toEqual([null, true]);
          if (one.result === 'in-time') expect(one.review! <= one.due || one.recorded! <= one.due).toBe(true);
          if (one.result === 'late') expect(one.recorded! > one.due).toBe(true);
        }
      }),
    );
  });
});
