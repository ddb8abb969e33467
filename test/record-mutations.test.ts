import { describe, expect, it } from 'vitest';
import { company, findings } from './policy-company.ts';

const pathOf = (record: string): string => `docs/records/${record}.md`;
const textOf = (record: string): string => company.get(pathOf(record))!;
const changed = (record: string, text: string) => findings(new Map(company).set(pathOf(record), text));

/** A table's cell by the heading of its column and its row from 1. */
function withCell(record: string, column: string, row: number, text: string): string {
  const lines = textOf(record).split('\n');
  const top = lines.findIndex((line) => line.startsWith('|') && cellsOf(line).includes(column));
  const index = cellsOf(lines[top]!).indexOf(column);
  const cells = cellsOf(lines[top + 1 + row]!);
  expect(cells[index]).not.toBe(text);
  cells[index] = text;
  lines[top + 1 + row] = `| ${cells.join(' | ')} |`;
  return lines.join('\n');
}
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const complete = ['records-are-complete'];

// What fires where the first row leaves a cell empty.
const emptied: { readonly [record: string]: { readonly [column: string]: readonly string[] } } = {
  'access-reviews': {
    Quarter: complete,
    Date: ['records-are-complete', 'records-are-up-to-date'],
    System: complete,
    Reviewer: complete,
    Findings: complete,
  },
  'restore-tests': {
    // The newest is then a quarter older.
    Date: ['records-are-complete', 'records-are-up-to-date'],
    What: complete,
    Result: complete,
    By: complete,
  },
  'risk-register': {
    Risk: complete,
    Owner: complete,
    Likelihood: ['risks-are-rated-on-one-scale'],
    Impact: ['risks-are-rated-on-one-scale'],
    Rating: [],
    Treatment: complete,
    Reviewed: [],
    'Next review': [],
  },
  'vendor-register': {
    Vendor: ['records-are-complete', 'vendors-in-use-are-registered'],
    Service: [],
    Owner: complete,
    Criticality: complete,
    Data: [],
    Report: [],
    Reviewed: [],
    'Next review': ['vendors-are-reviewed-in-time'],
  },
  'asset-inventory': { System: complete, Owner: complete, Classification: complete, Location: [], Reviewed: [] },
  'incident-log': {
    Date: complete,
    'What happened': complete,
    Severity: [],
    Detected: [],
    Resolved: [],
    Cause: ['incidents-are-followed-up'],
    Actions: ['incidents-are-followed-up'],
    Status: [],
  },
  exceptions: {
    Exception: complete,
    Reason: complete,
    Owner: [],
    'Approved by': complete,
    Expires: complete,
    Status: [],
  },
};

const overdue = ['records-are-up-to-date'];
type Mutation = [what: string, record: string, change: (text: string) => string, rules: readonly string[]];
const mutations: readonly Mutation[] = [
  ['every review of access is old', 'access-reviews', (text) => text.replaceAll('2026-', '2025-'), overdue],
  ['every restore test is old', 'restore-tests', (text) => text.replaceAll('2026-', '2025-'), overdue],
  ['every training is old', 'training', (text) => text.replaceAll('| 2026-', '| 2024-'), overdue],
  ['the risks were looked at long ago', 'risk-register', (text) => text.replaceAll('2026-', '2024-'), overdue],
  ['the inventory was looked at long ago', 'asset-inventory', (text) => text.replaceAll('2026-', '2025-'), overdue],
  [
    'the vendors were looked at long ago',
    'vendor-register',
    (text) => text.replaceAll('2026-', '2024-'),
    ['records-are-up-to-date', 'vendors-are-reviewed-in-time'],
  ],
  ['a day in two ways', 'restore-tests', (text) => text.replace('2026-10-07 |', '07/10/2026 |'), overdue],
  [
    'a rating in words',
    'risk-register',
    (text) => text.replace('| 2 | 5 |', '| high | 5 |'),
    ['risks-are-rated-on-one-scale'],
  ],
  [
    'a rating off the scale of the policy',
    'risk-register',
    () => withCell('risk-register', 'Impact', 1, '6'),
    ['risks-are-rated-on-one-scale'],
  ],
  [
    'no ratings',
    'risk-register',
    (text) => text.replace('| Likelihood | Impact | Rating |', '| L | I | R |'),
    ['risks-are-rated-on-one-scale'],
  ],
  ['no risk of fraud', 'risk-register', (text) => text.replace(/^\| Fraud.*\n/m, ''), ['fraud-is-among-the-risks']],
  [
    'the report on a critical vendor is old',
    'vendor-register',
    () => withCell('vendor-register', 'Report', 1, '2025-03-31'),
    ['vendors-are-reviewed-in-time'],
  ],
  [
    'the review of a vendor is overdue',
    'vendor-register',
    () => withCell('vendor-register', 'Next review', 1, '2026-11-21'),
    ['vendors-are-reviewed-in-time'],
  ],
  [
    'a vendor in use is not on the list',
    'vendor-register',
    (text) => text.replace(/^\| Amazon.*\n/m, ''),
    ['vendors-in-use-are-registered'],
  ],
  [
    'an incident is open for long',
    'incident-log',
    (text) => text.replace('closed', 'open'),
    ['incidents-are-followed-up'],
  ],
  [
    'an exception has ended',
    'exceptions',
    (text) => text.replace('2027-03-31', '2026-11-21'),
    ['logged-exceptions-have-not-ended'],
  ],
  ['a report without its timeline', 'post-mortem-2026-02-11', (text) => text.replace(/## Timeline[^#]*/, ''), complete],
  ['a report without a cause', 'post-mortem-2026-02-11', (text) => text.replace(/## Root cause[^#]*/, ''), complete],
  ['a report without actions', 'post-mortem-2026-02-11', (text) => text.replace(/## Actions[^#]*$/, ''), complete],
  [
    'an action that was never done',
    'post-mortem-2026-02-11',
    (text) => text.replace('[x] An alarm', '[ ] An alarm'),
    ['incidents-are-followed-up'],
  ],
];

describe('a record in good order', () => {
  it.each(
    Object.entries(emptied).flatMap(([record, columns]) =>
      Object.entries(columns).map(([column, rules]) => [record, column, rules] as const),
    ),
  )('%s without %s in an entry', async (record, column, rules) => {
    expect(await changed(record, withCell(record, column, 1, ''))).toEqual(rules);
  });

  it.each(mutations)('%s', async (_, record, change, rules) => {
    const before = textOf(record);
    const after = change(before);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await changed(record, after)).toEqual(rules);
  });

  it.each([
    'access-reviews',
    'restore-tests',
    'risk-register',
    'vendor-register',
    'asset-inventory',
    'incident-log',
    'training',
    'exceptions',
  ])('that is missing: %s', async (record) => {
    const left = new Map([...company].filter(([path]) => path !== pathOf(record)));
    expect(await findings(left)).toEqual(['expected-records-exist']);
  });
});
