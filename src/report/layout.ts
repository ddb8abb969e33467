import { styleText } from 'node:util';
import type { Severity } from '../model/verdict.ts';

export type Tone = Severity | 'unknown' | 'faint' | 'strong';

const styles: { readonly [T in Tone]: Parameters<typeof styleText>[0] } = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'blue',
  unknown: 'magenta',
  faint: 'dim',
  strong: 'bold',
};

/** Colours a text, or leaves it as it is. Whether to colour is decided once, by who knows the stream. */
export type Paint = (tone: Tone, text: string) => string;

export const painter = (color: boolean): Paint =>
  color
    ? (tone, text) => (text === '' ? '' : styleText(styles[tone], text, { validateStream: false }))
    : (_, text) => text;

/** East Asian wide characters and emoji take two columns, combining marks none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{Mn}/u;

/** Columns that one character takes in a terminal. */
export const columnsOf = (character: string): number =>
  character < '\u0300' ? 1 : wide.test(character) ? 2 : combining.test(character) ? 0 : 1;

/** Columns that a text takes, without escape sequences in it. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text;

/** At most so many columns, with `…` in place of what is left out. */
export function crop(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks at spaces into lines of at most so many columns. A longer word stays whole: it may be a path to copy. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A paragraph: the first line after `first`, the others below where it began. */
export function hang(first: string, text: string, width: number): string[] {
  const indent = widthOf(first);
  return wrap(text, Math.max(width - indent, 30)).map(
    (line, index) => (index === 0 ? first : ' '.repeat(indent)) + line,
  );
}
