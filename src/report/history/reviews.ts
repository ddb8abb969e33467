import type { Due, Stamp, Term } from '../../history/cadence.ts';
import { dayOfTime } from '../../history/commit.ts';
import type { Contradiction } from '../../history/contradictions.ts';
import type { History } from '../../history/history.ts';
import type { Happening, Review } from '../../history/reviews.ts';
import { count } from '../words.ts';
import { byWhat } from './terms.ts';

interface Section {
  title: string;
  lines: string[];
}

/** Reviews, the days that documents state, and documents that contradict each other, as sections of plain lines. */
export function reviewSections({ reviews, happenings, contradictions, period }: History): Section[] {
  const kept = [...reviews.flatMap(reviewLines), ...happenings.map(happeningLine)];
  const drifted = reviews.flatMap((review) =>
    review.stamps.filter(({ kind }) => kind !== 'on-the-day').map((stamp) => stampLine(review, stamp)),
  );
  return [
    ...(kept.length > 0
      ? [
          {
            title: 'Reviews that were due',
            lines: [`${reviewTotals(reviews)} Each is held against what was laid down at that time.`, ...kept],
          },
        ]
      : []),
    ...(drifted.length > 0
      ? [{ title: 'Days that documents state, and when they were written down', lines: drifted }]
      : []),
    ...(contradictions.length > 0
      ? [{ title: 'Contradictions', lines: contradictions.map((one) => contradictionLine(one, period.to)) }]
      : []),
  ];
}

/** How many were due, and what came of them. */
export function reviewTotals(reviews: readonly Review[]): string {
  const dues = reviews.flatMap((review) => review.dues);
  const of = (result: Due['result']) => dues.filter((due) => due.result === result).length;
  const parts = (['in-time', 'late', 'missing', 'recorded-late', 'moved', 'cannot-tell'] as const).flatMap((result) =>
    of(result) > 0 ? [`${of(result)} ${resultWords[result]}`] : [],
  );
  return `${dues.length === 0 ? 'No review was due' : `${count(dues.length, 'review')} due: ${parts.join(', ')}`}.`;
}

export const resultWords: { readonly [R in Due['result']]: string } = {
  'in-time': 'in time',
  late: 'late',
  missing: 'missing',
  'recorded-late': 'written down late',
  moved: 'put off',
  'cannot-tell': 'not to be told',
};

const reviewLines = (review: Review): string[] => {
  const name = nameOf(review);
  const lines = review.dues.map((due) => `${name}: ${dueText(due)}`);
  if (review.unclear.length > 0) lines.push(`${name}: can't be told from ${review.unclear.join(', ')}`);
  if (lines.length === 0) lines.push(`${name}: ${nothingDue(review)}`);
  const changes = review.terms.slice(1).filter((term, index) => termText(term) !== termText(review.terms[index]!));
  return [
    ...lines,
    ...changes.map((term) => `${name}: from ${term.from} on ${termText(term)} (${byWhat(term.commit)})`),
  ];
};

/** What it is, and where it is kept. */
export const nameOf = ({ what, name, file, formerly, gone }: Review): string =>
  `${what === 'vendor-register' && file !== '' ? `vendor ${name}` : name}${file === '' ? '' : ` in ${file}`}${formerly.length > 0 ? ` (before ${formerly.join(', ')})` : ''}${gone ? ' (gone at the end)' : ''}`;

/** `due 2025-01-10, late: made 50 days after the day; stated 2025-03-01 by 0123abc`. */
export function dueText({ due, result, review, recorded, commit, reason, basis, everyDays, since }: Due): string {
  const made = review === null ? '' : `; stated for ${review}, written down ${recorded} ${byWhat(commit)}`;
  const by =
    basis === 'next-review'
      ? 'the day it names'
      : `every ${everyDays} days${since === null ? '' : `, counted from ${since}`}`;
  return `due ${due} (${by}): ${resultWords[result]}: ${reason}${made}`;
}

function nothingDue({ terms }: Review): string {
  const last = terms.at(-1);
  return last === undefined || last.basis === 'none'
    ? 'nothing lays down how often it is reviewed'
    : `no review was due; ${termText(last)}`;
}

/** How often it is laid down to be reviewed. */
export function termText({ basis, everyDays, next, source }: Term): string {
  if (basis === 'next-review') return `it names ${next} as the day of the next review`;
  if (basis === 'none') return 'nothing lays down how often it is reviewed';
  return `it is reviewed every ${everyDays} days, as ${basis === 'own' ? 'it says itself' : `${source} says`}`;
}

function stampLine(review: Review, { stated, recorded, commit, days, kind }: Stamp): string {
  const apart =
    kind === 'in-the-future'
      ? `${count(-days, 'day')} before that day came`
      : kind === 'back'
        ? 'in place of a later one'
        : `${count(days, 'day')} later`;
  return `${nameOf(review)}: ${stated} was written down on ${recorded} ${byWhat(commit)}, ${apart}`;
}

const happeningLine = ({ file, days }: Happening): string =>
  `${file}: ${days.length === 0 ? 'no entry within the period: nothing occurred, as far as it says' : `${count(days.length, 'entry', 'entries')} within the period: ${days.join(', ')}`}`;

/** What was said differently, and from when until when. */
export function contradictionLine(
  { rule, message, from, to, days, openBefore, openedBy, closedBy, closedAs }: Contradiction,
  end: string,
): string {
  const began = openBefore ? `so on ${dayOfTime(from)} already` : `since ${dayOfTime(from)} ${byWhat(openedBy)}`;
  const ended = to === null ? `still so on ${end}` : `${closing[closedAs!]} ${dayOfTime(to)} ${byWhat(closedBy)}`;
  return `${rule}: ${message} (${began}, ${ended}; ${days} days)`;
}

const closing = {
  ended: 'no longer so',
  gone: 'gone with one of its files',
  unknown: 'no longer to be told from',
} as const;
