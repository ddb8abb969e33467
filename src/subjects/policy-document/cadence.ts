const numbers: { readonly [word: string]: number } = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

export const number = `(\\d{1,4}|${Object.keys(numbers).join('|')})(?: ?\\(\\d+\\))?`;
export const numberOf = (text: string): number => numbers[text.toLowerCase()] ?? Number(text);

// The longest that such a period can be: nobody is late before that.
const daysOf = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;
type Unit = keyof typeof daysOf;
const unit = '(day|week|month|quarter|year)s?';

const span = (count: number, of: Unit): number =>
  of === 'month' && count % 12 === 0
    ? (count / 12) * 366
    : Math.ceil(count * (count > 1 && of === 'month' ? 30.67 : daysOf[of]));

const words: readonly [RegExp, number | 'ambiguous'][] = [
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
  const named: (number | 'ambiguous')[] = [];
  for (const [word, days] of words)
    if (word.test(rest)) {
      named.push(days);
      rest = rest.replace(new RegExp(word.source, 'g'), ' ');
    }
  const all = [...new Set([...counted, ...named])];
  return all.length > 1 ? 'ambiguous' : all[0];
}
