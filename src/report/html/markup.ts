import { markup } from '../escape.ts';
import { crop } from './crop.ts';

/** Markup that is safe as it stands. Only `html` and `raw` make it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | false | null | undefined | readonly Part[];

/** A name or message may be as long as a file; nobody reads that far. */
const longestText = 1_000;

/** A template in which everything put in is escaped, unless it is markup itself. Nothing stands for `false`. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    unindented(strings)
      .map((text, index) => (index < parts.length ? text + textOf(parts[index]) : text))
      .join(''),
  );

const texts = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The templates are indented to be read; the page isn't. Nothing that keeps its white space has a line end in it. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  const known = texts.get(strings);
  if (known) return known;
  const written = strings.map((text) => text.replace(/\n\s+/g, '\n'));
  texts.set(strings, written);
  return written;
}

/** Text of ours that is markup already: style, shapes. */
export const raw = (text: string): Markup => new Markup(text);

function textOf(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return markup(crop(String(part), longestText));
}

/** An id that an address can name: letters, digits, dots and hyphens; any other character by its number. */
export const anchor = (text: string): string =>
  crop(text, 200).replace(/[^A-Za-z0-9.-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);

/** What stands between the entries of a list. */
export const joined = (parts: readonly Part[], between: Part): Part[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
