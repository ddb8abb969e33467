import type { RecordDocument } from '../../dialects/documents/records.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Passage } from '../../model/kinds/policy-document.ts';
import type { Place } from '../../model/place.ts';
import type { Piece, Table } from '../../parse/markdown/tree.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { readDate } from '../policy-document/dates.ts';

export default mapping<'record', RecordDocument>({
  kind: 'record',
  dialect: 'documents',
  types: ['record'],
  map: (resource) => {
    const { path, record, tables } = resource.model;
    const dated = tables.filter(({ header }) => dateColumn(header) >= 0);
    return {
      kind: 'record',
      ...subjectOf(resource),
      traits: {
        recorded: record,
        lastEntryOn: lastEntry(dated, path, resource.at),
        gaps: dated.flatMap((table) => gapsIn(table, path)),
      },
    };
  },
});

const dateColumn = (header: readonly Piece[]): number =>
  header.findIndex(({ text }) =>
    /^(?:date|day|when|reviewed(?: on)?|tested(?: on)?|performed(?: on)?|date (?:of|reviewed|tested|performed).*|(?:review|test) date)$/i.test(
      text,
    ),
  );

/** The newest day of all rows; unknown where one of them can be read in two ways. */
function lastEntry(tables: readonly Table[], file: string, near: Place): Fact<string | undefined> {
  const cells = tables.flatMap(({ header, rows }) => rows.flatMap((row) => row[dateColumn(header)] ?? []));
  const read = cells.map((cell) => ({ cell, date: readDate(cell.text) }));
  const unclear = read.find(({ date }) => date === 'ambiguous');
  if (unclear)
    return unknownFact(
      { code: 'ambiguous-date', subject: `"${unclear.cell.text}"`, settledBy: 'a date written as YYYY-MM-DD' },
      { file, span: unclear.cell.span },
    );
  const days = read.flatMap(({ cell, date }) => (typeof date === 'object' ? [{ cell, day: date.day }] : []));
  const newest = days.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  return newest ? known(newest.day, { file, span: newest.cell.span }) : known(undefined, near);
}

/** Empty cells of rows that have something: an empty row is one to fill in later. */
const gapsIn = ({ header, rows }: Table, file: string): Passage[] =>
  rows
    .filter((row) => row.some(({ text }) => text !== ''))
    .flatMap((row) =>
      header.flatMap((column, i): Passage[] => {
        const cell = row[i];
        return column.text !== '' && (!cell || /^(?:|\?+|tbd|todo)$/i.test(cell.text))
          ? [{ text: column.text, at: { file, span: (cell && cell.text !== '' ? cell : row[0]!).span } }]
          : [];
      }),
    );
