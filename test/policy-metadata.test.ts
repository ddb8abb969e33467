import { describe, expect, it } from 'vitest';
import { findings, policyPaths, wholeCompany } from './policy-company.ts';

type Change = (text: string) => string;
const line = (key: string) => new RegExp(`^${key}: .*\\n`, 'm');
const drop =
  (...keys: string[]): Change =>
  (text) =>
    keys.reduce((left, key) => left.replace(line(key), ''), text);
const set =
  (key: string, value: string): Change =>
  (text) =>
    text.replace(line(key), `${key}: ${value}\n`);
const add =
  (key: string, value: string): Change =>
  (text) =>
    text.replace(/^version: /m, `${key}: ${value}\nversion: `);
const valueOf = (text: string, key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(text)![1]!;
const both =
  (...changes: Change[]): Change =>
  (text) =>
    changes.reduce((left, change) => change(left), text);
const rowOfVersions: Change = (text) => text.replace(/^\| \d.*\n/gm, '');
const daysOfVersions =
  (day: string): Change =>
  (text) =>
    text.replace(/^(\| \d[\d.]* \| )[^|]*\|/gm, `$1${day} |`);

// What is done to each policy of the company, one at a time, and what then fires.
const mutations: readonly [what: string, change: Change, rules: readonly string[]][] = [
  ['no owner', drop('owner'), ['policies-have-an-owner']],
  ['an owner to be named', set('owner', 'TBD'), ['policies-are-filled-in', 'policies-have-an-owner']],
  ['an owner that is a mark', set('owner', "'[insert role]'"), ['policies-are-filled-in', 'policies-have-an-owner']],
  ['an owner whom nobody knows', set('owner', 'Data Wizard'), ['owners-are-known-roles']],
  ['no approver', both(drop('approver'), rowOfVersions), ['policies-are-approved/approver']],
  [
    'approved by its owner',
    (text) => set('approver', valueOf(text, 'owner'))(text),
    ['policies-are-approved/independent'],
  ],
  [
    'approved by its author',
    (text) => add('author', valueOf(text, 'approver'))(text),
    ['policies-are-approved/independent'],
  ],
  ['a draft', add('status', 'draft'), ['policies-are-approved/final']],
  ['retired', add('status', 'Retired'), ['policies-are-approved/final']],
  ['no version', both(drop('version'), rowOfVersions), ['policies-have-a-version/stated']],
  ['another version at the top', set('version', '9.9'), ['policies-have-a-version/same']],
  ['past its next review', set('next_review', '2026-11-21'), ['policies-are-reviewed-in-time']],
  [
    'past its own cadence',
    both(
      drop('next_review'),
      set('last_reviewed', '2026-01-10'),
      daysOfVersions('2026-01-10'),
      set('review_cadence', 'quarterly'),
    ),
    ['policies-are-reviewed-in-time'],
  ],
  [
    'past the usual year',
    both(drop('next_review', 'review_cadence'), set('last_reviewed', '2025-01-10'), daysOfVersions('2025-01-10')),
    ['policies-are-reviewed-in-time', 'policies-say-when-they-are-reviewed'],
  ],
  [
    'no day of a review',
    both(drop('next_review', 'last_reviewed', 'effective'), rowOfVersions, add('approver', 'Chief of Staff')),
    ['policies-are-reviewed-in-time'],
  ],
  ['a next review that can be read in two ways', set('next_review', '03/04/2027'), ['policies-are-reviewed-in-time']],
  ['a next review that is no day', set('next_review', 'spring'), ['policies-are-reviewed-in-time']],
  [
    'a last review that can be read in two ways',
    both(drop('next_review'), set('last_reviewed', '03/04/2026')),
    ['policies-are-reviewed-in-time'],
  ],
  ['no word on its review', drop('next_review', 'review_cadence'), ['policies-say-when-they-are-reviewed']],
  [
    'a cadence of two meanings',
    both(drop('next_review'), set('review_cadence', 'biannual')),
    ['policies-are-reviewed-in-time', 'policies-say-when-they-are-reviewed'],
  ],
  ['a criterion that does not exist', set('criteria', '[CC9.9]'), ['policies-name-real-criteria']],
  ['a heading as a criterion', set('criteria', '[P1.0]'), ['policies-name-real-criteria']],
  [
    'a place left open',
    (text) => text.replace(/^# .*\n/m, '$&\n{{company}} holds to this.\n'),
    ['policies-are-filled-in'],
  ],
  [
    'a link into nothing',
    (text) => text.replace(/^# .*\n/m, '$&\nSee [the form](form-of-old.md).\n'),
    ['policy-links-lead-somewhere'],
  ],
];

describe('every policy of a company in good order', () => {
  it('has no finding', async () => {
    expect(await findings(wholeCompany)).toEqual([]);
  });

  it.each(
    policyPaths(wholeCompany).flatMap((path) =>
      mutations.map(([what, change, rules]) => [path.replace(/.*\//, ''), what, path, change, rules] as const),
    ),
  )('%s: %s', async (_, _what, path, change, rules) => {
    const before = wholeCompany.get(path)!;
    const after = change(before);
    expect(after, 'the mutation changes nothing').not.toBe(before);
    expect(await findings(new Map(wholeCompany).set(path, after))).toEqual(rules);
  });
});
