import type { Location } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { visible } from './escape.ts';
import { columnsOf, widthOf, type Paint } from './layout.ts';
import { secretPattern } from './mask.ts';

/** Draws the lines around a location, with a caret underline; no lines where the text is not at hand. */
export type Frames = (location: Location, label: string | undefined) => string[];

const gutterWidth = 6;
const tabWidth = 4;

export function frames({ source, secrets, width }: RenderContext, paint: Paint): Frames {
  const pattern = secretPattern(secrets);
  const linesOf = lastOnly((file: string) => source(file)?.split(/\r\n|\r|\n/));
  return (location, label) => {
    // An empty span at the very start stands for the whole file.
    if (location.startLine === 1 && location.endLine === 1 && location.endColumn === 1) return [];
    const lines = linesOf(location.file);
    const text = lines?.[location.startLine - 1];
    if (!lines || text === undefined) return [];
    const line = drawn(text, pattern);
    const from = line.columnAt(location.startColumn - 1);
    const to =
      location.endLine === location.startLine ? line.columnAt(location.endColumn - 1) : widthOf(line.text.trimEnd());
    const length = Math.max(1, to - from);
    const before = lines[location.startLine - 2];
    const context = before !== undefined && before.trim() !== '' ? drawn(before, pattern).text : undefined;
    const room = Math.max(width - gutterWidth - 4, 30);
    const shift = shiftFor(from, length, room);
    const shown = (n: number, content: string) => `${gutter(String(n), paint)} ${cut(content, shift, room)}`.trimEnd();
    const underline = '^'.repeat(Math.max(1, Math.min(length, room - (from - shift))));
    const caret =
      ' '.repeat(Math.max(0, from - shift)) + paint('strong', underline) + (label ? ` ${visible(label)}` : '');
    return [
      ...(context === undefined ? [] : [shown(location.startLine - 1, context)]),
      shown(location.startLine, line.text),
      `${gutter('', paint)} ${caret}`,
    ];
  };
}

/** A further line under the frame. */
export const beside = (text: string, paint: Paint): string => `${gutter('', paint)} ${text}`;

const gutter = (text: string, paint: Paint) => paint('faint', `${text.padStart(gutterWidth)} │`);

/** Columns to leave out at the left, so that the underlined part can be seen. */
function shiftFor(from: number, length: number, room: number): number {
  const end = from + Math.min(length, room >> 1);
  return end <= room ? 0 : end - room + 1;
}

/** A window of a line, with `…` at the ends that go on. */
function cut(text: string, shift: number, room: number): string {
  let column = 0;
  let shown = '';
  for (const character of text) {
    const columns = columnsOf(character);
    if (column >= shift && column + columns <= shift + room) shown += character;
    column += columns;
  }
  if (shift > 0) shown = `…${shown.slice(1)}`;
  return column > shift + room ? `${shown.slice(0, -1)}…` : shown;
}

/** A line as it is printed, with secrets masked and tabs expanded, and where each of its characters came to stand. */
function drawn(line: string, pattern: RegExp | undefined): { text: string; columnAt(offset: number): number } {
  const columns: number[] = [];
  let text = '';
  let column = 0;
  for (const { length, shown } of piecesOf(line, pattern)) {
    for (let i = 0; i < length; i++) columns.push(column);
    text += shown;
    column += widthOf(shown);
  }
  return { text: visible(text), columnAt: (offset) => columns[offset] ?? column };
}

/** A part of a line of source, and how it is printed. */
export interface Piece {
  offset: number;
  length: number;
  shown: string;
}

/** A line, character by character: secrets masked whole, tabs expanded, what can't be seen written out. */
export function piecesOf(line: string, secret: RegExp | undefined): Piece[] {
  const secretAt = new Map<number, number>();
  if (secret) for (const match of line.matchAll(secret)) secretAt.set(match.index, match[0].length);
  const pieces: Piece[] = [];
  let column = 0;
  for (let offset = 0; offset < line.length;) {
    const hidden = secretAt.get(offset);
    const character = String.fromCodePoint(line.codePointAt(offset)!);
    const length = hidden ?? character.length;
    const shown =
      hidden !== undefined
        ? '••••'
        : character === '\t'
          ? ' '.repeat(tabWidth - (column % tabWidth))
          : visible(character);
    pieces.push({ offset, length, shown });
    column += widthOf(shown);
    offset += length;
  }
  return pieces;
}

/** Remembers the last answer: findings come file by file. */
export function lastOnly<T>(make: (key: string) => T): (key: string) => T {
  let last: { key: string; value: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
