import { limits, Stop } from '../budget.ts';
import type { Data } from '../deep.ts';
import { bool, string, withMarks } from '../values.ts';
import type { Value } from '../../../model/value.ts';
import {
  allMarks,
  items,
  plain,
  shallow,
  text,
  whenKnown,
  whole,
  wrong,
  type CallSite,
  type FunctionDefinition,
} from './definition.ts';
import { format } from './format.ts';
import { regex, regexAll, regexReplace } from './regex.ts';

const many = Number.POSITIVE_INFINITY;

/** https://developer.hashicorp.com/terraform/language/functions#string-functions */
export const stringFunctions: Record<string, FunctionDefinition> = {
  chomp: plain(1, 1, ([s]) => text(s).replace(/(?:\r\n|\n|\r)+$/, '')),
  endswith: affix('suffix', (s, end) => s.endsWith(end)),
  format: shallow(1, many, formatValues),
  formatlist: plain(1, many, formatList),
  indent: plain(2, 2, ([count, s]) => sized(text(s).replaceAll('\n', `\n${' '.repeat(bounded(whole(count)))}`))),
  join: plain(1, many, ([separator, ...lists]) =>
    sized(
      lists
        .flatMap((l) => items(l))
        .map(text)
        .join(text(separator)),
    ),
  ),
  lower: plain(1, 1, ([s]) => text(s).toLowerCase()),
  regex: plain(2, 2, ([pattern, s], { budget }) => regex(text(pattern), text(s), budget)),
  regexall: plain(2, 2, ([pattern, s], { budget }) => regexAll(text(pattern), text(s), budget)),
  replace: plain(3, 3, ([s, from, to], { budget }) => {
    const pattern = /^\/(.*)\/$/s.exec(text(from));
    if (pattern && text(from).length > 1) return sized(regexReplace(text(s), pattern[1]!, text(to), budget));
    return sized(text(s).split(text(from)).join(text(to)));
  }),
  split: plain(2, 2, ([separator, s]) => (text(separator) === '' ? [...text(s)] : text(s).split(text(separator)))),
  startswith: affix('prefix', (s, start) => s.startsWith(start)),
  strcontains: plain(2, 2, ([s, part]) => text(s).includes(text(part))),
  strrev: plain(1, 1, ([s]) => graphemes(text(s)).reverse().join('')),
  substr: plain(3, 3, ([s, offset, length]) => substring(text(s), whole(offset), whole(length))),
  title: plain(1, 1, ([s]) =>
    // https://pkg.go.dev/strings#Title: what divides words is white space, and in ASCII all but letters, digits and _.
    text(s).replace(/(?<!\w|[^\0-\x7f\s])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  trim: plain(2, 2, ([s, set]) => trimmed(text(s), new Set(text(set)))),
  trimprefix: plain(2, 2, ([s, prefix]) =>
    text(s).startsWith(text(prefix)) ? text(s).slice(text(prefix).length) : text(s),
  ),
  trimsuffix: plain(2, 2, ([s, suffix]) =>
    text(suffix) !== '' && text(s).endsWith(text(suffix)) ? text(s).slice(0, -text(suffix).length) : text(s),
  ),
  trimspace: plain(1, 1, ([s]) => text(s).trim()),
  upper: plain(1, 1, ([s]) => text(s).toUpperCase()),
};

function sized(result: string): string {
  if (result.length > limits.textLength) throw new Stop('too-large', 'a text longer than the limit');
  return result;
}

const bounded = (count: number): number => {
  if (count < 0) throw wrong('a number of spaces that is not negative');
  return Math.min(count, limits.textLength);
};

/** `startswith` and `endswith` can be certain of a text that is known at that end only. */
function affix(end: 'prefix' | 'suffix', test: (text: string, part: string) => boolean): FunctionDefinition {
  return shallow(2, 2, ([whole, part], site) => {
    const certain = whole?.type === 'unknown' ? whole[end] : undefined;
    if (certain && part?.type === 'string') {
      const shorter = certain.length < part.value.length;
      const answer = test(certain, part.value);
      const differs = shorter && !(end === 'prefix' ? part.value.startsWith(certain) : part.value.endsWith(certain));
      if (answer || !shorter || differs) return withMarks(bool(answer, site.at), allMarks([whole!, part], site));
    }
    return whenKnown([whole!, part!], site, ([s, p]) => bool(test(text(s), text(p)), site.at));
  });
}

/** With unknown arguments, the text before the first and behind the last verb stays certain. */
function formatValues(args: readonly Value[], site: CallSite): Value {
  const known = whenKnown(args, site, ([spec, ...rest]) => string(format(text(spec), rest), site.at));
  const [spec, ...rest] = args;
  if (known.type !== 'unknown' || spec?.type !== 'string' || 'failed' in known) return known;
  const ends = certainEnds(spec.value, rest);
  return { ...known, ...ends };
}

function certainEnds(spec: string, args: readonly Value[]): { prefix: string; suffix: string } {
  const parts = spec.split(/(%%|%[sdv])/);
  const verbs = parts.filter((part, i) => i % 2 === 1 && part !== '%%').length;
  const simple = verbs === args.length && !parts.some((part, i) => i % 2 === 0 && part.includes('%'));
  if (!simple) return { prefix: spec.split('%')[0]!, suffix: '' };
  let index = 0;
  const pieces = parts.map((part, i) => (i % 2 === 0 ? part : part === '%%' ? '%' : args[index++]!));
  const upTo = (list: readonly (string | Value)[], end: 'prefix' | 'suffix'): string => {
    let result = '';
    for (const piece of list) {
      const certain =
        typeof piece === 'string'
          ? piece
          : piece.type === 'string'
            ? piece.value
            : piece.type === 'unknown'
              ? (piece[end] ?? '')
              : 'value' in piece
                ? String(piece.value)
                : '';
      result = end === 'prefix' ? result + certain : certain + result;
      if (typeof piece !== 'string' && piece.type === 'unknown') break;
    }
    return result;
  };
  return { prefix: upTo(pieces, 'prefix'), suffix: upTo([...pieces].reverse(), 'suffix') };
}

function formatList([spec, ...args]: readonly Data[]): Data {
  const lengths = args.filter(Array.isArray).map((arg) => arg.length);
  const length = lengths[0] ?? 1;
  if (lengths.some((other) => other !== length)) throw wrong('lists of the same length');
  let total = 0;
  return Array.from({ length }, (_, i) => {
    const item = format(
      text(spec),
      args.map((arg) => (Array.isArray(arg) ? arg[i]! : arg)),
    );
    total += item.length;
    if (total > limits.textLength) throw new Stop('too-large', 'texts longer than the limit');
    return item;
  });
}

// Made when it is first needed: it takes as long as reading ten files.
let segmenter: Intl.Segmenter | undefined;
const graphemes = (value: string): string[] =>
  Array.from((segmenter ??= new Intl.Segmenter()).segment(value), ({ segment }) => segment);

function substring(value: string, offset: number, length: number): string {
  const chars = graphemes(value);
  const from = offset < 0 ? Math.max(0, chars.length + offset) : offset;
  return chars.slice(from, length < 0 ? undefined : from + length).join('');
}

function trimmed(value: string, set: ReadonlySet<string>): string {
  const chars = [...value];
  let from = 0;
  let to = chars.length;
  while (from < to && set.has(chars[from]!)) from++;
  while (to > from && set.has(chars[to - 1]!)) to--;
  return chars.slice(from, to).join('');
}
