import { createHash } from 'node:crypto';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { regexReplace } from '../../terraform/functions/regex.ts';
import { compile, search } from '../../terraform/functions/regular-expression.ts';
import { amount, at, items, made, text, word, longest, type Call, type Function } from './arguments.ts';
import {
  bool,
  dict,
  indented,
  known,
  list,
  plain,
  printed,
  string,
  textOf,
  trimmed,
  Untold,
  viaOf,
  type Data,
  type Piece,
  type Text,
} from './data.ts';
import { inQuotes } from './yaml.ts';

// Formats.

const verb = /%([-+# 0]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g;

/** https://pkg.go.dev/fmt: what isn't known stays in its place. */
function formatted(args: readonly Data[], call: Call): Text {
  const spec = word(args, 0, call);
  const pieces: Piece[] = [];
  let last = 0;
  let next = 1;
  const via = viaOf(args[0]!);
  for (const match of spec.matchAll(verb)) {
    const [all, flags = '', width = '', precision, letter = ''] = match;
    if (match.index > last) pieces.push({ text: spec.slice(last, match.index), via });
    last = match.index + all.length;
    if (letter === '%') pieces.push({ text: '%', via });
    else
      for (const piece of oneFormatted(args[next++], letter, { flags, width: Number(width), precision }, call))
        pieces.push(piece);
  }
  if (last < spec.length) pieces.push({ text: spec.slice(last), via });
  return textOf(pieces);
}

function oneFormatted(
  arg: Data | undefined,
  letter: string,
  { flags, width, precision }: { flags: string; width: number; precision: string | undefined },
  call: Call,
): readonly Piece[] {
  if (!arg) return [{ text: `%!${letter}(MISSING)`, via: [] }];
  if (width > 10_000 || Number(precision ?? 0) > 100) throw new Stop('too-large', 'a shorter text');
  const pieces = printed(arg, call.budget).pieces;
  if (pieces.some((piece) => piece.unknown)) return letter === 'q' ? inQuotes(pieces) : pieces;
  let result = known({ type: 'string', pieces });
  if (arg.type === 'nil') result = letter === 'v' ? '<nil>' : `%!${letter}(<nil>)`;
  else if (letter === 'q') result = JSON.stringify(result);
  else if (letter === 't' && arg.type !== 'bool') result = `%!t(${result})`;
  else if (letter === 'd' && (arg.type !== 'number' || !arg.whole))
    result = `%!d(${arg.type === 'number' ? 'float64' : arg.type}=${result})`;
  else if (letter === 'x' && arg.type === 'number') result = arg.value.toString(16);
  else if (letter === 'x' && arg.type === 'string') result = Buffer.from(result, 'utf8').toString('hex');
  else if (letter === 'o' && arg.type === 'number') result = arg.value.toString(8);
  else if (letter === 'c' && arg.type === 'number' && arg.value >= 0 && arg.value < 0x110000)
    result = String.fromCodePoint(Math.trunc(arg.value));
  else if (letter === 'd' && flags.includes('+') && arg.type === 'number' && arg.value >= 0) result = `+${result}`;
  else if (letter === 'e' && arg.type === 'number')
    result = arg.value.toExponential(Number(precision ?? 6)).replace(/e([+-])(\d)$/, 'e$10$2');
  else if (letter === 'f' && arg.type === 'number') result = arg.value.toFixed(Number(precision ?? 6));
  else if (letter === 's' && precision !== undefined) result = result.slice(0, Number(precision));
  if (result.length >= width && !(result.length < width))
    return width === 0 ? keep(pieces, result) : [{ text: result, via: viaOf(arg) }];
  const filler = flags.includes('0') && !flags.includes('-') ? '0' : ' ';
  return [{ text: flags.includes('-') ? result.padEnd(width) : result.padStart(width, filler), via: viaOf(arg) }];
}

/** The pieces themselves where nothing was changed. */
const keep = (pieces: readonly Piece[], result: string): readonly Piece[] =>
  pieces.map(({ text: part }) => part).join('') === result
    ? pieces
    : [{ text: result, via: pieces.flatMap(({ via }) => via).slice(0, 8) }];

const spaced = (args: readonly Data[], call: Call, always: boolean): Text =>
  textOf(
    args.flatMap((arg, i) => {
      const before = args[i - 1];
      const gap = i > 0 && (always || (arg.type !== 'string' && before!.type !== 'string'));
      return [...(gap ? [{ text: ' ', via: [] }] : []), ...printed(arg, call.budget).pieces];
    }),
  );

// Patterns: RE2's, in time that grows with the text.

const points = (source: string): number[] => Array.from(source, (char) => char.codePointAt(0)!);

function found(pattern: string, source: string, most: number, budget: Budget): string[] {
  const program = compile(pattern);
  const codes = points(source);
  const all: string[] = [];
  const limit = most < 0 ? Infinity : most;
  for (let start = 0; start <= codes.length && all.length < limit;) {
    const match = search(program, codes, start, budget);
    if (!match) break;
    const [begin, end] = [match[0]!, match[1]!];
    all.push(String.fromCodePoint(...codes.slice(begin, end)));
    start = end > begin ? end : end + 1;
  }
  return all;
}

function split(args: readonly Data[], call: Call): string[] {
  const [separator, source] = [word(args, 0, call), word(args, 1, call)];
  spend(call.budget, source.length >> 3);
  return source.split(separator);
}

const test =
  (ask: (part: string, whole: string) => boolean): Function =>
  (args, call) =>
    bool(ask(word(args, 0, call), word(args, 1, call)));
export const change =
  (to: (source: string) => string): Function =>
  (args, call) =>
    made([at(args, 0, call)], to(word(args, 0, call)));

function encoded(args: readonly Data[], call: Call): string {
  return Buffer.from(word(args, 0, call), 'utf8').toString('base64');
}

const quotedWith =
  (quote: (pieces: readonly Piece[]) => Piece[]): Function =>
  (args, call) =>
    // Nothing in quotes is nothing, as templates ask: `if not (quote .Values.x | empty)`.
    args.length === 1 && args[0]!.type === 'nil' && args[0]!.missing !== undefined
      ? args[0]!
      : textOf(
          args
            .filter((arg) => arg.type !== 'nil' || arg.missing !== undefined)
            .flatMap((arg, i) => [
              ...(i > 0 ? [{ text: ' ', via: [] }] : []),
              ...quote(printed(arg, call.budget).pieces),
            ]),
        );

function ends(args: readonly Data[], call: Call, which: 'trimPrefix' | 'trimSuffix'): Data {
  const part = word(args, 0, call);
  const source = text(args, 1, call);
  const pieces = [...source.pieces];
  const index = which === 'trimPrefix' ? 0 : pieces.length - 1;
  const piece = pieces[index];
  if (part === '' || !piece) return source;
  // What isn't known may end in it; that changes nothing in what is known.
  if (piece.unknown) return source;
  const whole = plain(source);
  if (typeof whole === 'string') {
    if (which === 'trimPrefix') return whole.startsWith(part) ? made([source], whole.slice(part.length)) : source;
    return whole.endsWith(part) ? made([source], whole.slice(0, whole.length - part.length)) : source;
  }
  if (which === 'trimPrefix' && piece.text.startsWith(part))
    pieces[index] = { ...piece, text: piece.text.slice(part.length) };
  if (which === 'trimSuffix' && piece.text.endsWith(part))
    pieces[index] = { ...piece, text: piece.text.slice(0, -part.length) };
  return textOf(pieces);
}

const join: Function = (args, call) => {
  const separator = text(args, 0, call).pieces;
  const source = at(args, 1, call);
  const parts = source.type === 'list' ? source.items.filter((item) => item.type !== 'nil') : [source];
  if (source.type === 'unknown') throw new Untold(source.reason);
  return textOf(parts.flatMap((part, i) => [...(i > 0 ? separator : []), ...printed(part, call.budget).pieces]));
};

function camel(source: string): string {
  const word = (text: string): string =>
    text.slice(0, 1).toUpperCase() +
    text.slice(1).replace(/^\p{Lu}+/u, (run) => (/^\p{Lu}/u.test(text) ? run.toLowerCase() : run));
  return source.replace(/(^[\s_-]*|[\s_-])([^\s_-]+)/g, (_, gap: string, text: string, at: number) =>
    at === 0 ? gap + word(text) : word(text),
  );
}

function title(source: string): string {
  return source.replace(/(^|\s)(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** https://masterminds.github.io/sprig/strings.html */
export const texts: { readonly [name: string]: Function } = {
  print: (args, call) => spaced(args, call, false),
  println: (args, call) => textOf([...spaced(args, call, true).pieces, { text: '\n', via: [] }]),
  printf: formatted,
  quote: quotedWith(inQuotes),
  squote: quotedWith((pieces) => [{ text: "'", via: [] }, ...pieces, { text: "'", via: [] }]),
  cat: (args, call) =>
    spaced(
      args.filter((arg) => arg.type !== 'nil'),
      call,
      true,
    ),
  toString: (args: readonly Data[], call: Call) => text(args, 0, call),
  toStrings: (args, call) => list(items(args, 0, call).items.map((item) => printed(item, call.budget))),
  indent: (args, call) => textOf(indented(text(args, 1, call).pieces, amount(args, 0, call), call.budget)),
  nindent: (args, call) =>
    textOf([{ text: '\n', via: [] }, ...indented(text(args, 1, call).pieces, amount(args, 0, call), call.budget)]),
  trim: (args, call) => textOf(trimmed(text(args, 0, call).pieces)),
  trimAll: (args, call) => textOf(trimmed(text(args, 1, call).pieces, word(args, 0, call))),
  trimPrefix: (args, call) => ends(args, call, 'trimPrefix'),
  trimSuffix: (args, call) => ends(args, call, 'trimSuffix'),
  upper: change((source) => source.toUpperCase()),
  lower: change((source) => source.toLowerCase()),
  title: change(title),
  untitle: change((source) =>
    source.replace(/(^|\s)(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toLowerCase()),
  ),
  camelcase: change(camel),
  snakecase: change((source) =>
    source
      .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[\s-]+/g, '_')
      .toLowerCase(),
  ),
  kebabcase: change((source) =>
    source
      .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/[\s_]+/g, '-')
      .toLowerCase(),
  ),
  nospace: change((source) => source.replace(/\s/g, '')),
  repeat: (args, call) => {
    const [count, source] = [amount(args, 0, call), word(args, 1, call)];
    if (count < 0 || count * source.length > longest) throw new Stop('too-large', 'a shorter text');
    return made([args[1]!], source.repeat(count));
  },
  trunc: (args, call) => {
    const [length, source] = [amount(args, 0, call), word(args, 1, call)];
    return made([args[1]!], length < 0 ? source.slice(length) : source.slice(0, length));
  },
  substr: (args, call) => {
    const [start, end] = [amount(args, 0, call), amount(args, 1, call)];
    const source = word(args, 2, call);
    return made([args[2]!], source.slice(Math.max(0, start), end < 0 ? undefined : end));
  },
  replace: (args, call) => {
    const [old, other, source] = [word(args, 0, call), word(args, 1, call), word(args, 2, call)];
    if (other.length * source.length > longest * 8) throw new Stop('too-large', 'a shorter text');
    return made(
      [args[2]!],
      source.replaceAll(old, () => other),
    );
  },
  contains: test((part, source) => source.includes(part)),
  hasPrefix: test((part, source) => source.startsWith(part)),
  hasSuffix: test((part, source) => source.endsWith(part)),
  b64enc: (args, call) => made([args[0]!], encoded(args, call)),
  b64dec: (args, call) => made([args[0]!], Buffer.from(word(args, 0, call), 'base64').toString('utf8')),
  sha256sum: change((source) => createHash('sha256').update(source).digest('hex')),
  sha1sum: change((source) => createHash('sha1').update(source).digest('hex')),
  sha512sum: change((source) => createHash('sha512').update(source).digest('hex')),
  splitList: (args, call) => list(split(args, call).map((part) => made([args[1]!], part))),
  split: (args, call) => dict(split(args, call).map((part, i) => [`_${i}`, made([args[1]!], part)])),
  splitn: (args, call) => {
    const [most, source] = [amount(args, 1, call), word(args, 2, call)];
    const parts = source.split(word(args, 0, call));
    const kept =
      most > 0 && parts.length > most
        ? [...parts.slice(0, most - 1), parts.slice(most - 1).join(word(args, 0, call))]
        : parts;
    return dict(kept.map((part, i) => [`_${i}`, made([args[2]!], part)]));
  },
  join,
  regexMatch: (args, call) => bool(found(word(args, 0, call), word(args, 1, call), 1, call.budget).length > 0),
  regexFind: (args, call) => made([args[1]!], found(word(args, 0, call), word(args, 1, call), 1, call.budget)[0] ?? ''),
  regexFindAll: (args, call) =>
    list(
      found(word(args, 0, call), word(args, 1, call), amount(args, 2, call), call.budget).map((part) =>
        made([args[1]!], part),
      ),
    ),
  regexReplaceAll: (args, call) =>
    made([args[1]!], regexReplace(word(args, 1, call), word(args, 0, call), word(args, 2, call), call.budget)),
  regexReplaceAllLiteral: (args, call) =>
    made(
      [args[1]!],
      regexReplace(word(args, 1, call), word(args, 0, call), word(args, 2, call).replaceAll('$', '$$$$'), call.budget),
    ),
  regexSplit: (args, call) => {
    const parts = found(word(args, 0, call), word(args, 1, call), -1, call.budget);
    let rest = word(args, 1, call);
    const all = parts.map((part) => {
      const index = rest.indexOf(part);
      const before = rest.slice(0, index);
      rest = rest.slice(index + part.length);
      return string(before);
    });
    return list([...all, string(rest)]);
  },
  regexQuoteMeta: change((source) => source.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)),
};
