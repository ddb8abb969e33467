/** A day as `YYYY-MM-DD`; `ambiguous` where day and month could stand either way round; undefined where it is no date. */
type ReadDate = { day: string } | 'ambiguous' | undefined;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.toLowerCase().slice(0, 3)) + 1;
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const forms: readonly [RegExp, (match: readonly string[]) => ReadDate][] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/, ([, y, m, d]) => dayOf(y, m, d)],
  [
    new RegExp(`^(?:\\w+day,? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${month},?[ -](\\d{4})$`, 'i'),
    ([, d, m = '', y]) => dayOf(y, monthOf(m), d),
  ],
  [
    new RegExp(`^(?:\\w+day,? )?${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i'),
    ([, m = '', d, y]) => dayOf(y, monthOf(m), d),
  ],
  // Dots are written where the day comes first.
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, d, m, y]) => dayOf(y, m, d)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, ([, a, b, y]) => either(y, a, b)],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$/, () => 'ambiguous'],
  // A month alone: its last day, so that nobody is told to be late too soon.
  [new RegExp(`^${month},? (\\d{4})$`, 'i'), ([, m = '', y]) => lastOf(y, monthOf(m))],
  [/^(\d{4})-(\d{2})$/, ([, y, m]) => lastOf(y, Number(m))],
];

/** Reads a date in the forms that people write. */
export function readDate(text: string): ReadDate {
  const plain = text.trim().replace(/\s+/g, ' ').replace(/[.,]$/, '');
  for (const [form, read] of forms) {
    const match = form.exec(plain);
    if (match) return read(match);
  }
  return undefined;
}

function dayOf(year: string | undefined, month: string | number | undefined, day: string | undefined): ReadDate {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? { day: text } : undefined;
}

/** Day first or month first: known only where one of the two is no month, or both are the same. */
function either(year: string | undefined, a = '', b = ''): ReadDate {
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if (!dayFirst || !monthFirst || Number(a) === Number(b)) return dayFirst ?? monthFirst;
  return 'ambiguous';
}

const lastOf = (year: string | undefined, month: number): ReadDate =>
  month < 1 || month > 12 ? undefined : { day: new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10) };
