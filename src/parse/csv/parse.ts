import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { Parsed, SyntaxProblem } from '../parsed.ts';

export interface Field {
  text: string;
  span: Span;
}

/**
 * Rows of a file of comma- or semicolon-separated values (https://www.rfc-editor.org/rfc/rfc4180): quoted fields may hold
 * separators, line ends and doubled quotes. Never throws; a quote that never ends is a problem, and the field ends with the file.
 */
export function parseCsv(text: string): Parsed<readonly (readonly Field[])[]> {
  const lines = linesOf(text);
  const problems: SyntaxProblem[] = [];
  const rows: Field[][] = [];
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const head = text.slice(start, (text.indexOf('\n') + text.length + 1) % (text.length + 1) || text.length);
  const separator = !head.includes(',') && head.includes(';') ? ';' : ',';
  let row: Field[] = [];
  let at = start;
  while (at <= text.length) {
    const from = at;
    let value: string;
    if (text[at] === '"') {
      const closed = quoted(text, at);
      if (!closed)
        problems.push({ message: 'expected a closing quotation mark', span: lines.span(at, at + 1), kind: 'parse' });
      value = (closed ? text.slice(at + 1, closed - 1) : text.slice(at + 1)).replaceAll('""', '"');
      at = closed ?? text.length;
      // What follows the closing mark belongs to no field.
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
    } else {
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
      value = text.slice(from, at);
    }
    row.push({ text: value.trim(), span: lines.span(from, Math.max(from, at)) });
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (row.some((field) => field.text !== '')) rows.push(row);
    row = [];
    at++;
  }
  return { tree: rows, comments: [], problems };
}

/** The offset behind the closing quotation mark. */
function quoted(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at++;
  }
  return undefined;
}
