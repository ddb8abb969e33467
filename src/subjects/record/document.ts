import { dayFields, type Field } from '../../criteria/register-fields.ts';
import { registers, type Register } from '../../criteria/registers.ts';
import type { RecordDocument } from '../../dialects/documents/records.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Passage } from '../../model/kinds/policy-document.ts';
import type { RecordEntry } from '../../model/kinds/record.ts';
import type { FilePlace, Place } from '../../model/place.ts';
import type { Piece, Table } from '../../parse/markdown/tree.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { readDate } from '../policy-document/dates.ts';

export default mapping<'record', RecordDocument>({
  kind: 'record',
  dialect: 'documents',
  types: ['record'],
  map: (resource) => {
    const { path, record, tables, reviewed } = resource.model;
    const register = registers[record];
    // A table that has none of the columns is about something else: a legend, a list of versions.
    const read = tables.map((table) => ({ table, columns: columnsOf(register, table) }));
    const fitting = read.filter(({ columns }) => isRegister(register, columns));
    // The only table there is lacks the column of days, and is no less the register.
    const lacking = read.filter(({ columns }) => columns.has('what') && columns.size > 1);
    const own = fitting.length === 0 && tables.length === 1 ? lacking : fitting;
    const entries = own.flatMap(({ table, columns }) => entriesOf(table, columns, path));
    return {
      kind: 'record',
      ...subjectOf(resource),
      traits: {
        recorded: record,
        written: entries,
        lastEntryOn: lastEntry(entries, reviewed && dayOf(reviewed, path), resource.at),
        gaps: own.flatMap(({ table, columns }) => gapsIn(register, table, columns, path)),
      },
    };
  },
});

type Columns = ReadonlyMap<Field, number>;

/** Which column holds which field. */
function columnsOf({ fields }: Register, { header }: Table): Columns {
  const columns = new Map<Field, number>();
  for (const [field, { called }] of Object.entries(fields) as [Field, { called: RegExp }][]) {
    const index = header.findIndex(({ text }, i) => called.test(wordsOf(text)) && ![...columns.values()].includes(i));
    if (index >= 0) columns.set(field, index);
  }
  return columns;
}

/** `nextReview`, `next_review` and `Next review` are the same column. */
const wordsOf = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isRegister = ({ fields }: Register, columns: Columns): boolean =>
  fields.date?.required ? columns.has('date') : columns.has('what') && columns.size > 1;

function entriesOf({ header, rows }: Table, columns: Columns, file: string): RecordEntry[] {
  return rows
    .filter((row) => row.some(({ text }) => text !== ''))
    .map((row, i) => {
      const cells: Partial<Record<Field, Passage>> = {};
      const days: Partial<Record<Field, Fact<string | undefined>>> = {};
      for (const [field, column] of columns) {
        const cell = row[column];
        if (!cell || isEmpty(cell.text)) continue;
        cells[field] = { text: cell.text, at: { file, span: cell.span } };
        if (dayFields.includes(field)) days[field] = dayOf(cell, file);
      }
      const first = row.find(({ text }) => text !== '') ?? header[0]!;
      const at: FilePlace = { file, span: first.span };
      return { name: cells.what?.text ?? cells.date?.text ?? `entry ${i + 1}`, at, cells, days };
    });
}

const isEmpty = (text: string): boolean => /^(?:|\?+|tbd|todo)$/i.test(text);

function dayOf(cell: Piece, file: string): Fact<string | undefined> {
  const at: FilePlace = { file, span: cell.span };
  const date = readDate(cell.text);
  if (date === 'ambiguous')
    return unknownFact(
      { code: 'ambiguous-date', subject: `"${cell.text}"`, settledBy: 'a date written as YYYY-MM-DD' },
      at,
    );
  return known(date?.day, at);
}

/** The newest day of all entries, or of the whole; unknown where one of them can be read in two ways. */
function lastEntry(
  entries: readonly RecordEntry[],
  reviewed: Fact<string | undefined> | undefined,
  near: Place,
): Fact<string | undefined> {
  const days = [
    ...entries.flatMap(({ days: { date, reviewed: on } }) => date ?? on ?? []),
    ...(reviewed ? [reviewed] : []),
  ];
  const open = days.find((day) => !day.known);
  if (open) return open;
  const [newest] = days
    .filter((day) => day.known && day.value !== undefined)
    .sort((a, b) => ((a.known && a.value)! < (b.known && b.value)! ? 1 : -1));
  return newest ?? known(undefined, near);
}

/** What each field says, for a sentence that it is left out. */
const words: { readonly [F in Field]: string } = {
  what: 'what it is about',
  date: 'the day',
  who: 'who did it',
  result: 'the result',
  owner: 'who answers for it',
  likelihood: 'how likely it is',
  impact: 'how bad it would be',
  rating: 'the rating',
  treatment: 'what is done about it',
  status: 'where it stands',
  reviewed: 'when it was last looked at',
  next: 'when it is looked at next',
  service: 'what it is used for',
  criticality: 'how much depends on it',
  report: 'the day of the newest report',
  classification: 'the class of data',
  location: 'where it is',
  detected: 'when it was noticed',
  resolved: 'when it ended',
  cause: 'the cause',
  actions: 'what is done so that it does not happen again',
  reason: 'the reason',
  approver: 'who allowed it',
  expires: 'when it ends',
  audience: 'for whom it is',
  often: 'how often',
  timeline: 'what happened when',
  open: 'what is still to be done',
};

/** What every entry has to say: a column that is not there at all, once; else the cells that are empty. */
function gapsIn({ fields, log }: Register, { header, rows }: Table, columns: Columns, file: string): Passage[] {
  const filled = rows.filter((row) => row.some(({ text }) => text !== ''));
  const heading = header.find(({ text }) => text !== '') ?? header[0]!;
  const missing = (Object.keys(fields) as Field[]).filter((field) => fields[field]?.required && !columns.has(field));
  const whole =
    filled.length === 0
      ? []
      : missing.map((field): Passage => ({ text: words[field], at: { file, span: heading.span } }));
  const fieldAt = new Map([...columns].map(([field, index]) => [index, field] as const));
  const required = new Set([...columns].filter(([field]) => fields[field]?.required).map(([, column]) => column));
  return [
    ...whole,
    ...filled.flatMap((row) =>
      header.flatMap((column, i): Passage[] => {
        const cell = row[i];
        if (!log && !required.has(i)) return [];
        return column.text !== '' && (!cell || isEmpty(cell.text))
          ? [
              {
                text: fieldAt.has(i) ? words[fieldAt.get(i)!] : `"${column.text}"`,
                at: { file, span: (cell && cell.text !== '' ? cell : row[0]!).span },
              },
            ]
          : [];
      }),
    ),
  ];
}
