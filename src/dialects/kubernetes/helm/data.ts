import type { UnknownReason } from '../../../model/fact.ts';
import type { FilePlace } from '../../../model/place.ts';
import type { Lines } from '../../../parse/lines.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';

/** Where a piece of text was written: letter by letter as in its file, or by the action that stands there. */
export interface Source {
  file: string;
  lines: Lines;
  start: number;
  end: number;
  literal: boolean;
}

/** A stretch of text. One that is not known has no text and a reason. */
export interface Piece {
  text: string;
  source?: Source;
  via: readonly FilePlace[];
  unknown?: UnknownReason;
  /** The unknown may be any number of lines: keys of a map, items of a list. */
  lines?: true;
}

export interface Text {
  type: 'string';
  pieces: readonly Piece[];
}
export interface Dict {
  type: 'map';
  /** Templates may change it. */
  entries: Map<string, Data>;
  /** What it can do besides, as files of a chart can be written as data. */
  method?: Host['method'];
  from?: FilePlace;
}
export interface Items {
  type: 'list';
  items: readonly Data[];
  from?: FilePlace;
}
interface Amount {
  type: 'number';
  value: number;
  /** As the template language counts it; numbers of YAML are `float64` there. */
  whole: boolean;
  from?: FilePlace;
}
export interface Unknown {
  type: 'unknown';
  reason: UnknownReason;
  /** It may not be there at all. */
  perhaps?: true;
  from?: FilePlace;
}
/** What Helm itself gives: its methods, and nothing where it has none of that name. */
export interface Host {
  type: 'host';
  method(name: string, args: readonly Data[]): Data | undefined;
  from?: FilePlace;
}
export type Data =
  | { type: 'nil'; /** What was asked for and has no value. */ missing?: string; from?: FilePlace }
  | { type: 'bool'; value: boolean; from?: FilePlace }
  | Amount
  | Text
  | Items
  | Dict
  | Unknown
  | Host;

/** Ends the work on one action: what it comes to isn't known. */
export class Untold extends Error {
  readonly reason: UnknownReason;
  constructor(reason: UnknownReason) {
    super(reason.settledBy);
    this.reason = reason;
  }
}

export const untold = (code: UnknownReason['code'], subject: string, settledBy: string): Untold =>
  new Untold({ code, subject, settledBy });
export const wrongUse = (name: string, expected: string): Untold =>
  untold('wrong-type', name, `${name} with ${expected}`);

export const nil: Data = { type: 'nil' };
export const bool = (value: boolean): Data => ({ type: 'bool', value });
export const whole = (value: number): Data => ({ type: 'number', value: Math.trunc(value), whole: true });
export const real = (value: number): Data => ({ type: 'number', value, whole: false });
export const list = (items: readonly Data[]): Items => ({ type: 'list', items });
export const dict = (entries: Iterable<readonly [string, Data]> = []): Dict => ({
  type: 'map',
  entries: new Map(entries),
});
export const unknown = (reason: UnknownReason): Unknown => ({ type: 'unknown', reason });
export const string = (text: string, via: readonly FilePlace[] = []): Text => ({
  type: 'string',
  pieces: text === '' ? [] : [{ text, via }],
});
export const textOf = (pieces: readonly Piece[]): Text => ({ type: 'string', pieces });

/** The places a value came from. */
export const viaOf = (data: Data): readonly FilePlace[] =>
  data.type === 'string'
    ? data.pieces
        .flatMap(({ via }) => via)
        .filter((place, i, all) => all.indexOf(place) === i)
        .slice(0, 8)
    : data.from
      ? [data.from]
      : [];

/** A text that is known from beginning to end; else what of it isn't. */
export function plain(text: Text): string | UnknownReason {
  let whole = '';
  for (const { text: part, unknown: reason } of text.pieces) {
    if (reason) return reason;
    whole += part;
  }
  return whole;
}

export function known(text: Text): string {
  const found = plain(text);
  if (typeof found !== 'string') throw new Untold(found);
  return found;
}

/** Whether the template language takes it for true; undefined where that isn't known. */
export function truth(data: Data): boolean | undefined {
  switch (data.type) {
    case 'nil':
      return false;
    case 'bool':
      return data.value;
    case 'number':
      return data.value !== 0;
    case 'string':
      return (
        data.pieces.some(({ text }) => text !== '') || (data.pieces.some((piece) => piece.unknown) ? undefined : false)
      );
    case 'list':
      return data.items.length > 0;
    case 'map': {
      const all = [...data.entries.values()];
      return all.some((entry) => entry.type !== 'unknown' || !entry.perhaps) || (all.length > 0 ? undefined : false);
    }
    case 'unknown':
      return undefined;
    case 'host':
      return true;
  }
}

/** What it prints as: https://pkg.go.dev/fmt, verb %v. Nothing for nil, as Helm has it. */
export function printed(data: Data, budget: Budget, depth = 0): Text {
  spend(budget);
  switch (data.type) {
    case 'nil':
      return data.missing === undefined
        ? string('')
        : textOf([{ text: '', via: viaOf(data), unknown: noValue(data.missing) }]);
    case 'bool':
      return string(String(data.value), viaOf(data));
    case 'number':
      return string(numberText(data), viaOf(data));
    case 'string':
      return data;
    case 'unknown':
      return textOf([{ text: '', via: viaOf(data), unknown: data.reason }]);
    case 'host':
      throw untold('not-evaluated', 'an object of Helm', 'a field of it');
    case 'list':
    case 'map': {
      if (depth > 40) throw new Stop('too-large', 'less depth');
      const inner = ordered(data).flatMap(([key, item], i) => [
        ...(i > 0 ? [{ text: ' ', via: [] }] : []),
        ...(typeof key === 'string' ? [{ text: `${key}:`, via: [] }] : []),
        ...(item.type === 'nil' ? [{ text: '<nil>', via: [] }] : printed(item, budget, depth + 1).pieces),
      ]);
      return textOf([{ text: data.type === 'map' ? 'map[' : '[', via: [] }, ...inner, { text: ']', via: [] }]);
    }
  }
}

export const noValue = (name: string): UnknownReason => ({
  code: 'no-value',
  subject: name,
  settledBy: `a value for ${name} in values.yaml`,
});

/** Items with their numbers, entries with their keys in order. */
export const ordered = (data: Items | Dict): [string | number, Data][] =>
  data.type === 'list' ? data.items.map((item, i) => [i, item]) : sortedEntries(data);

export const sortedEntries = ({ entries }: Dict): [string, Data][] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** As Go prints it (verb %v): what was counted in full, what was read with an exponent from seven digits on. */
export function numberText({ value, whole: counted }: Amount): string {
  if (counted || !Number.isFinite(value) || value === 0) return String(value);
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

// Texts, piece by piece.

function cut(piece: Piece, start: number, end: number): Piece {
  const { source } = piece;
  const text = piece.text.slice(start, end);
  if (!source?.literal) return { ...piece, text };
  return {
    ...piece,
    text,
    source: { ...source, start: source.start + start, end: source.start + start + text.length },
  };
}

/** Takes space, or other characters, from both ends; what isn't known is never space. */
export const trimmed = (pieces: readonly Piece[], of = ' \t\n\r\v\f'): Piece[] =>
  trimmedEnd(trimmedStart(pieces, of), of);

function trimmedStart(pieces: readonly Piece[], of: string): Piece[] {
  for (const [i, piece] of pieces.entries()) {
    let from = 0;
    while (from < piece.text.length && of.includes(piece.text[from]!)) from++;
    if (from < piece.text.length || piece.unknown) return [cut(piece, from, piece.text.length), ...pieces.slice(i + 1)];
  }
  return [];
}

function trimmedEnd(pieces: readonly Piece[], of: string): Piece[] {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!;
    let to = piece.text.length;
    while (to > 0 && of.includes(piece.text[to - 1]!)) to--;
    if (to > 0 || piece.unknown) return [...pieces.slice(0, i), cut(piece, 0, to)];
  }
  return [];
}

/** A text with spaces in front of each of its lines. */
export function indented(pieces: readonly Piece[], spaces: number, budget: Budget): Piece[] {
  if (spaces < 0 || spaces > 1000) throw wrongUse('indent', 'a number of spaces from 0 to 1000');
  const margin: Piece = { text: ' '.repeat(spaces), via: [] };
  const all: Piece[] = [margin];
  for (const piece of pieces) {
    spend(budget, 1 + (piece.text.length >> 6));
    let from = 0;
    for (let at = piece.text.indexOf('\n'); at >= 0; at = piece.text.indexOf('\n', from)) {
      all.push(cut(piece, from, at + 1), margin);
      from = at + 1;
      spend(budget);
    }
    if (from < piece.text.length || piece.unknown) all.push(cut(piece, from, piece.text.length));
  }
  return all;
}

/** Documents that begin on the line of their separator, as Helm takes them: each on lines of its own. */
export function separated(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let line = '';
  for (const piece of pieces) {
    const text = line + (piece.unknown ? '?' : piece.text);
    let [from, start] = [0, text.lastIndexOf('\n') + 1];
    for (const match of text.matchAll(/(?:^|\n)---[ \t]*(?=[^\s-])/g)) {
      const end = match.index + match[0].length;
      const to = Math.max(0, end - line.length);
      if (to > from) all.push(cut(piece, from, to));
      all.push({ text: '\n', via: [] });
      from = to;
      start = Math.max(start, end);
    }
    all.push(from > 0 ? cut(piece, from, piece.text.length) : piece);
    line = text.slice(start, start + 64);
  }
  return all;
}

export function copied(data: Data, budget: Budget, depth = 0): Data {
  spend(budget);
  if (depth > 100) throw new Stop('too-large', 'less depth');
  if (data.type === 'list') return { ...data, items: data.items.map((item) => copied(item, budget, depth + 1)) };
  if (data.type !== 'map') return data;
  return { ...data, entries: new Map([...data.entries].map(([key, item]) => [key, copied(item, budget, depth + 1)])) };
}

/** What lies in `below` and not in `above` is added to it, map by map; with `over` the other way round. */
export function merged(above: Dict, below: Dict, budget: Budget, over = false, depth = 0): Dict {
  if (depth > 100) throw new Stop('too-large', 'less depth');
  for (const [key, value] of below.entries) {
    spend(budget);
    const there = above.entries.get(key);
    if (there?.type === 'map' && value.type === 'map') merged(there, value, budget, over, depth + 1);
    else if (
      there === undefined ||
      (over ? truth(value) !== false || value.type === 'bool' : truth(there) === false && there.type !== 'bool')
    )
      above.entries.set(key, copied(value, budget));
  }
  return above;
}
