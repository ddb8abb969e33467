import type { FilePlace } from '../../model/place.ts';
import { copyInto } from './copy.ts';
import {
  asText,
  bool,
  fields,
  list,
  nothing,
  notEvaluated,
  number,
  reason,
  text,
  truth,
  unknown,
  type Item,
  type Symbolic,
  whyUnknown,
} from './items.ts';
import type { Machine } from './machine.ts';
import { asJsonText, entriesOf, fromJson } from './methods.ts';

// What every program has without importing it.

export const globalNames: ReadonlySet<string> = new Set([
  'Array',
  'Boolean',
  'Buffer',
  'Date',
  'Error',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'console',
  'exports',
  'module',
  'parseFloat',
  'parseInt',
  'process',
  '__dirname',
  '__filename',
]);

/** What reading one of them gives, where it isn't just a name. */
export function ofGlobal({ path }: Symbolic, at: FilePlace): Item | undefined {
  const [first, second, third] = path;
  if (first !== 'process') return undefined;
  const shown = path.join('.');
  if (second === 'env')
    return third === undefined
      ? undefined
      : unknown(
          reason('no-value', shown, 'a value that stands in the repository: it is taken from the environment'),
          at,
        );
  return second === 'exit' || second === 'on'
    ? undefined
    : unknown(reason('function-outside', shown, 'a value that is written out here'), at);
}

export function callGlobal(symbol: Symbolic, args: readonly Item[], at: FilePlace, machine: Machine): Item | undefined {
  const name = symbol.path.join('.');
  if (name.startsWith('console.')) return nothing(at);
  const known = Object.hasOwn(functions, name) ? functions[name]!(args, at, machine) : undefined;
  return known;
}

type Global = (args: readonly Item[], at: FilePlace, machine: Machine) => Item | undefined;

const functions: { readonly [name: string]: Global } = {
  'JSON.stringify': ([of], at) => of && asJsonText(of, at),
  'JSON.parse': ([of], at) =>
    of?.type === 'string' ? fromJson(of.value, at) : of?.type === 'unknown' ? unknown(of.reason, at) : undefined,
  'Object.keys': ([of], at, machine) =>
    of?.type === 'object'
      ? list(
          [...of.entries.keys()].map((key) => text(key, of.keys.get(key) ?? at)),
          at,
          machine.level,
          of.reason,
        )
      : openList(of, at, machine),
  'Object.values': ([of], at, machine) =>
    of?.type === 'object' ? list([...of.entries.values()], at, machine.level, of.reason) : openList(of, at, machine),
  'Object.entries': ([of], at, machine) =>
    of?.type === 'object' ? entriesOf(of, at, machine) : openList(of, at, machine),
  'Object.assign': ([into, ...others], at, machine) => {
    if (into?.type !== 'object') return into && unknown(whyUnknown(into), at);
    for (const other of others) copyInto(into, other, at, machine);
    return into;
  },
  'Object.freeze': ([of]) => of,
  'Object.fromEntries': ([of], at, machine) =>
    of?.type === 'list'
      ? fields(
          of.items.flatMap((pair): [string, Item][] => {
            const key = pair.type === 'list' ? asText(pair.items[0]) : undefined;
            return pair.type === 'list' && key !== undefined && pair.items[1] ? [[key, pair.items[1]]] : [];
          }),
          at,
          machine.level,
          of.reason,
        )
      : undefined,
  'Array.isArray': ([of], at) =>
    of && of.type !== 'unknown' && of.type !== 'symbol' ? bool(of.type === 'list', at) : undefined,
  'Array.of': (args, at, machine) => list(args, at, machine.level),
  'Array.from': ([of, callback], at, machine) => {
    const length = of?.type === 'object' ? of.entries.get('length') : undefined;
    const items =
      of?.type === 'list'
        ? of.items
        : length?.type === 'number' && length.value >= 0 && length.value <= 1000
          ? Array.from({ length: length.value }, () => nothing(at))
          : undefined;
    if (!items) return openList(of, at, machine);
    const made = callback ? items.map((item, i) => machine.call(callback, [item, number(i, at)], at)) : items;
    return list(made, at, machine.level, of?.type === 'list' ? of.reason : undefined);
  },
  'Promise.all': ([of]) => of,
  'Promise.resolve': ([of], at) => of ?? nothing(at),
  String: ([of], at) => {
    const written = of && asText(of);
    return written === undefined ? of && unknown(whyUnknown(of), at) : text(written, at);
  },
  Number: ([of], at) => toNumber(of, at),
  'Number.parseInt': ([of], at) => toNumber(of, at),
  parseInt: ([of], at) => toNumber(of, at),
  parseFloat: ([of], at) => toNumber(of, at),
  Boolean: ([of], at) => {
    const holds = of && truth(of);
    return holds === undefined ? of && unknown(whyUnknown(of), at) : bool(holds, at);
  },
  'Math.max': (args, at) => extreme(args, Math.max, at),
  'Math.min': (args, at) => extreme(args, Math.min, at),
  'Math.floor': ([of], at) => (of?.type === 'number' ? number(Math.floor(of.value), at) : undefined),
  'Math.ceil': ([of], at) => (of?.type === 'number' ? number(Math.ceil(of.value), at) : undefined),
  'process.exit': (_, at) => notEvaluated('process.exit()', at),
};

const openList = (of: Item | undefined, at: FilePlace, machine: Machine): Item | undefined =>
  of?.type === 'unknown' ? list([], at, machine.level, of.reason) : undefined;

function toNumber(of: Item | undefined, at: FilePlace): Item | undefined {
  if (of?.type === 'number') return of;
  if (of?.type === 'string') return number(Number(of.value), at);
  return of?.type === 'unknown' ? unknown(of.reason, at) : undefined;
}

function extreme(args: readonly Item[], work: (...numbers: number[]) => number, at: FilePlace): Item | undefined {
  const numbers = args.flatMap((arg) => (arg.type === 'number' ? [arg.value] : []));
  return numbers.length === args.length && numbers.length > 0 ? number(work(...numbers), at) : undefined;
}
