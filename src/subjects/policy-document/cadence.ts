const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const numbers: ReadonlyMap<string, number> = new Map([
  ...ones.split(' ').map((word, index) => [word, index + 1] as const),
  ...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
]);

const words = [...numbers.keys(), 'hundred'].join('|');
const compound = new RegExp(`\\b(?:${words})(?:(?: and |[ -])(?:${words}))+\\b`, 'g');

/** "Three hundred and sixty-five" as `365`; a single word stays as it is. */
export const withDigits = (text: string): string =>
  text.replace(compound, (written) =>
    String(
      written
        .split(/ and |[ -]/)
        .reduce((sum, word) => (word === 'hundred' ? Math.max(sum, 1) * 100 : sum + numbers.get(word)!), 0),
    ),
  );

export const number = `(\\d{1,4}|${[...numbers.keys()].join('|')})(?: ?\\(\\d+\\))?`;
export const numberOf = (text: string): number => numbers.get(text.toLowerCase()) ?? Number(text);

// The longest that such a period can be: nobody is late before that.
const daysOf = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;
type Unit = keyof typeof daysOf;
const unit = '(day|week|month|quarter|year)s?';

const span = (count: number, of: Unit): number =>
  of === 'month' && count % 12 === 0
    ? (count / 12) * 366
    : Math.ceil(count * (count > 1 && of === 'month' ? 30.67 : daysOf[of]));

const named: readonly [RegExp, number | 'ambiguous'][] = [
  [/\b(?:semi-?annual(?:ly)?|half-?yearly|twice (?:a|per|each|every) year|two times (?:a|per) year)\b/, 184],
  [/\bbi-?annual(?:ly)?\b|\bbi-?(?:monthly|weekly)\b/, 'ambiguous'],
  [/\b(?:biennial(?:ly)?|every (?:other|second) year)\b/, 731],
  [/\b(?:triennial(?:ly)?)\b/, 1096],
  [/\b(?:daily|every day|each day|once (?:a|per|each|every) day)\b/, 1],
  [/\b(?:weekly|every week|each week|(?:once )?(?:a|per) week)\b/, 7],
  [/\b(?:monthly|every month|each month|(?:once )?(?:a|per) month)\b/, 31],
  [/\b(?:quarterly|every quarter|each quarter|(?:once )?(?:a|per) quarter|four times (?:a|per) year)\b/, 92],
  [/\b(?:annual(?:ly)?|yearly|every year|each year|once (?:a|per|each|every) (?:calendar )?year|per annum)\b/, 366],
];
const every = new RegExp(`\\bevery ${number} ${unit}\\b`, 'g');
const bare = new RegExp(`^${number} ${unit}$`);

/** How often, in days, as a text says it: `ambiguous` where it says two things or a word of two meanings. */
export function readCadence(text: string): number | 'ambiguous' | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const counted = [...plain.matchAll(every)].map(([, count = '', of]) => span(numberOf(count), of as Unit));
  const whole = bare.exec(plain);
  if (whole) counted.push(span(numberOf(whole[1]!), whole[2] as Unit));
  let rest = plain.replace(every, ' ');
  const found: (number | 'ambiguous')[] = [];
  for (const [word, days] of named)
    if (word.test(rest)) {
      found.push(days);
      rest = rest.replace(new RegExp(word.source, 'g'), ' ');
    }
  const all = [...new Set([...counted, ...found])];
  return all.length > 1 ? 'ambiguous' : all[0];
}
