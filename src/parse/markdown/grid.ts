import type { Piece, Table } from './tree.ts';

const border = /^\s*\+(?:[-=:]{2,}\+)+-?\s*$/;

/** Tables drawn with `+---+`, as pandoc reads them: a cell goes over several lines, and `+===+` ends the header. */
export function gridTables(lines: readonly string[]): Table[] {
  const tables: Table[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!border.test(lines[start]!)) continue;
    let end = start + 1;
    while (end < lines.length && /^\s*[+|]/.test(lines[end]!)) end++;
    if (end - start > 2) tables.push(tableIn(lines, start, end));
    start = end - 1;
  }
  return tables;
}

function tableIn(lines: readonly string[], start: number, end: number): Table {
  let header: readonly Piece[] = [];
  let rows: (readonly Piece[])[] = [];
  let row: Piece[] = [];
  for (let i = start; i < end; i++) {
    const line = lines[i]!;
    if (border.test(line)) {
      if (row.some(({ text }) => text !== '')) rows.push(row);
      row = [];
      if (line.includes('=') && header.length === 0) {
        header = rows.at(-1) ?? [];
        rows = [];
      }
    } else for (const [index, piece] of cellsOf(line, i).entries()) row[index] = joined(row[index], piece);
  }
  const last = lines[end - 1]!;
  const span = { startLine: start + 1, startColumn: 1, endLine: end, endColumn: last.trimEnd().length + 1 };
  return { header, rows, span };
}

function cellsOf(line: string, index: number): Piece[] {
  let offset = line.indexOf('|') + 1;
  return line
    .slice(offset)
    .replace(/\|\s*$/, '')
    .split('|')
    .map((raw): Piece => {
      const startColumn = offset + (raw.length - raw.trimStart().length) + 1;
      offset += raw.length + 1;
      const text = raw.trim();
      const span = { startLine: index + 1, startColumn, endLine: index + 1, endColumn: startColumn + text.length };
      return { text: text.replace(/\*\*|__|`/g, '').trim(), span };
    });
}

/** A cell's next line: the place stays that of its first one with text. */
const joined = (cell: Piece | undefined, { text, span }: Piece): Piece =>
  !cell || cell.text === ''
    ? { text, span }
    : { text: text === '' ? cell.text : `${cell.text} ${text}`, span: cell.span };
