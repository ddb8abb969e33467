import type { Span } from '../../model/place.ts';
import type { Definition, Piece, Table } from './tree.ts';

type SpanOf = (start: number, end: number) => Span;

/** The text of HTML without its tags. */
export const withoutTags = (html: string): string =>
  html
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The tables written in HTML, row by row. Nested ones count as part of the outer. */
export function htmlTables(text: string, spanOf: SpanOf): Table[] {
  const tables: Table[] = [];
  const lower = text.toLowerCase();
  for (let start = lower.indexOf('<table'); start >= 0;) {
    const close = lower.indexOf('</table>', start);
    const end = close < 0 ? text.length : close;
    const rows = splitAt(text, start, end, /<tr\b[^<>]*>/gi).map(([from, to]) => ({
      head: /<th\b/i.test(text.slice(from, to)),
      cells: splitAt(text, from, to, /<t[hd]\b[^<>]*>/gi).map(([a, b]): Piece => {
        const raw = text.slice(a, b);
        const begin = a + (raw.length - raw.trimStart().length);
        const [line = ''] = raw.trimStart().split('\n');
        const cut = line.search(/<\/t[hd]/i);
        return { text: withoutTags(raw), span: spanOf(begin, begin + (cut < 0 ? line.trimEnd().length : cut)) };
      }),
    }));
    const [first, ...rest] = rows.filter(({ cells }) => cells.length > 0);
    // A row that mixes both is a row with a heading of its own: | Owner | … |
    const isHeader = first?.head && !/<td\b/i.test(text.slice(start, rest[0] ? text.indexOf('</tr', start) : end));
    if (first)
      tables.push({
        header: isHeader ? first.cells : [],
        rows: (isHeader ? rest : [first, ...rest]).map(({ cells }) => cells),
        span: spanOf(start, end),
      });
    start = lower.indexOf('<table', Math.max(end, start + 6));
  }
  return tables;
}

const key = /^(\p{L}[\p{L}\d /&'()-]{0,48}?)\s*:\s*(\S.*)$/u;

/** What HTML says line by line: terms of a list of definitions, and `<b>Owner:</b> …`. `line` is where the text begins, from 1. */
export function htmlDefinitions(html: string, line: number): Definition[] {
  const found: Definition[] = [];
  let term: string | undefined;
  let at = line;
  for (const part of html.split(/(<br\b[^<>]*>|<\/(?:p|li|div|dt|dd)>)/i)) {
    const text = withoutTags(part);
    const startLine = at + (/^\s*/.exec(part)![0].match(/\n/g)?.length ?? 0);
    at += part.match(/\n/g)?.length ?? 0;
    if (text === '') continue;
    const span = { startLine, startColumn: 1, endLine: at, endColumn: 1 + part.length - (part.lastIndexOf('\n') + 1) };
    const [, name, value] = key.exec(text) ?? [];
    if (/<dd\b/i.test(part) && term !== undefined) found.push({ key: term, value: { text, span } });
    else if (name !== undefined && value !== undefined) found.push({ key: name, value: { text: value, span } });
    term = /<dt\b/i.test(part) ? text.replace(/:$/, '') : undefined;
  }
  return found;
}

/** The stretches behind each match, up to the next one. */
function splitAt(text: string, start: number, end: number, mark: RegExp): [number, number][] {
  const part = text.slice(start, end);
  const marks = [...part.matchAll(mark)];
  return marks.map(({ index, 0: whole }, i) => [
    start + index + whole.length,
    start + (marks[i + 1]?.index ?? part.length),
  ]);
}
