import type { Span } from '../model/place.ts';

/** Turns offsets of a text into lines and columns. A byte order mark takes no column. */
export interface Lines {
  span(start: number, end: number): Span;
  /** Line and column, both from 1. */
  position(offset: number): { line: number; column: number };
}

export function linesOf(text: string): Lines {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  let last = 0;
  const indexOf = (offset: number): number => {
    if (offset >= starts[last]! && (last + 1 === starts.length || offset < starts[last + 1]!)) return last;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return (last = low);
  };
  const position = (offset: number) => {
    const line = indexOf(offset);
    return { line: line + 1, column: Math.max(1, offset - starts[line]! + 1) };
  };
  return {
    position,
    span: (start, end) => {
      const from = position(start);
      const to = position(end);
      return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
