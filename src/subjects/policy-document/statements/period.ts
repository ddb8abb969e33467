import { number, numberOf, readCadence } from '../cadence.ts';
import type { Figure } from './sentence.ts';

const units = '(minute|hour|day|week|month|year|min|hr|yr)s?';
const hours = {
  minute: 1 / 60,
  min: 1 / 60,
  hour: 1,
  hr: 1,
  day: 24,
  week: 168,
  month: 730,
  year: 8760,
  yr: 8760,
} as const;
const duration = new RegExp(
  `(?<![\\d.,/–-])\\b${number}(?: |-)?(?:(?:calendar|consecutive|full|rolling) )?${units}\\b|(?<=\\b(?:for|of|within|after|than|least|exceed) )(an?) (?:full |calendar |whole )?${units}\\b`,
  'g',
);
const range = new RegExp(`\\b${number} ?(?:-|–|—|to|or|and|/) ?${number}[ -]${units}\\b`);
const workingDays = new RegExp(`\\b${number} (?:business|working)[ -]`);
const recurring = new RegExp(`\\b(?:every|each) ${number} ${units}\\b`, 'g');

/** All periods of a sentence, in hours; how often something is done is none. None where working days are meant. */
export function periods(text: string): { value: number; words: string }[] {
  if (workingDays.test(text)) return [];
  return [...text.replace(recurring, '').matchAll(duration)].map(([words, count, unit, one, ofOne]) => ({
    value: (one ? 1 : numberOf(count!)) * hours[(unit ?? ofOne) as keyof typeof hours],
    words,
  }));
}

/** The one period of a sentence, in hours: without a value where there are several. */
export function period(text: string): Figure | undefined {
  const between = range.exec(text);
  if (between) return { value: undefined, words: between[0] };
  const all = periods(text);
  const [first] = all;
  if (!first) return undefined;
  return { value: all.every(({ value }) => value === first.value) ? first.value : undefined, words: first.words };
}

/** The same in whole days. */
export function days(text: string): Figure | undefined {
  const figure = period(text);
  return figure && { ...figure, ...(figure.value !== undefined && { value: Math.round(figure.value / 24) }) };
}

/** How often, in days; without a value where it says two things. */
export function cadence(text: string): Figure | undefined {
  const read = readCadence(text);
  return typeof read === 'number' ? { value: read, words: text } : undefined;
}
