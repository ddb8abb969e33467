import type { FilePlace } from '../../model/place.ts';
import {
  asText,
  bool,
  fields,
  joined,
  list,
  nothing,
  number,
  oneOf,
  same,
  text,
  truth,
  unknown,
  valueOf,
  type Fields,
  type Item,
  type List,
  whyUnknown,
} from './items.ts';
import type { Machine } from './machine.ts';

/** The methods of texts, lists and objects. Undefined where there is no such method, or it isn't worked out. */
export function methods(
  of: Item,
  name: string,
  args: readonly Item[],
  at: FilePlace,
  machine: Machine,
): Item | undefined {
  switch (of.type) {
    case 'string':
      return Object.hasOwn(ofTexts, name) ? ofText(of.value, name, args, at, of.via) : undefined;
    case 'list':
      return Object.hasOwn(ofLists, name) ? ofLists[name]!({ of, args, at, machine }) : undefined;
    case 'object':
      return ofObject(of, name, args, at, machine);
    case 'number':
    case 'bool':
      return name === 'toString' || name === 'toFixed' ? text(String(of.value), at) : undefined;
    case 'unknown':
      return ofUnknown(of, name, args, at, machine);
    default:
      return undefined;
  }
}

type Plain = string | number;
const longest = 10_000;

type OfText = (of: string, ...args: Plain[]) => string | number | boolean | string[] | undefined;

const ofTexts: { readonly [name: string]: OfText } = {
  toLowerCase: (of) => of.toLowerCase(),
  toUpperCase: (of) => of.toUpperCase(),
  toLocaleLowerCase: (of) => of.toLowerCase(),
  toLocaleUpperCase: (of) => of.toUpperCase(),
  toString: (of: string) => of,
  trim: (of) => of.trim(),
  trimStart: (of) => of.trimStart(),
  trimEnd: (of) => of.trimEnd(),
  startsWith: (of, start = '') => of.startsWith(String(start)),
  endsWith: (of, end = '') => of.endsWith(String(end)),
  includes: (of, part = '') => of.includes(String(part)),
  indexOf: (of, part = '') => of.indexOf(String(part)),
  slice: (of, from, to) => of.slice(Number(from ?? 0), to === undefined ? undefined : Number(to)),
  substring: (of, from, to) => of.substring(Number(from ?? 0), to === undefined ? undefined : Number(to)),
  charAt: (of, at) => of.charAt(Number(at ?? 0)),
  concat: (of: string, ...more: Plain[]) => of + more.join(''),
  split: (of, by) => (by === undefined ? [of] : of.split(String(by))),
  replace: (of, part = '', by = '') => of.replace(String(part), () => String(by)),
  replaceAll: (of, part = '', by = '') => (part === '' ? undefined : of.split(String(part)).join(String(by))),
  padStart: (of, length, by = ' ') => (Number(length) > longest ? undefined : of.padStart(Number(length), String(by))),
  padEnd: (of, length, by = ' ') => (Number(length) > longest ? undefined : of.padEnd(Number(length), String(by))),
  repeat: (of, times) =>
    Number(times) * of.length > longest || Number(times) < 0 ? undefined : of.repeat(Number(times)),
};

function ofText(
  of: string,
  name: string,
  args: readonly Item[],
  at: FilePlace,
  via: Extract<Item, { type: 'string' }>['via'],
) {
  const open = args.find((arg) => arg.type !== 'string' && arg.type !== 'number');
  if (open) return unknown(whyUnknown(open), at);
  const result = ofTexts[name]!(of, ...args.map((arg) => ('value' in arg ? (arg.value as Plain) : '')));
  if (typeof result === 'string') return result.length > 100_000 ? undefined : { ...text(result, at), via };
  if (typeof result === 'number') return number(result, at);
  if (typeof result === 'boolean') return bool(result, at);
  return (
    result &&
    list(
      result.slice(0, longest).map((part) => text(part, at)),
      at,
    )
  );
}

interface Call {
  of: List;
  args: readonly Item[];
  at: FilePlace;
  machine: Machine;
}

/** What a function gives for each item, and once for those that aren't known. */
function each({ of, args: [callback], at, machine }: Call): { results: Item[]; open?: Item } {
  if (!callback || !machine.spend(of.items.length)) return { results: [] };
  const call = (item: Item, i: number): Item => machine.call(callback, [item, number(i, at), of], at);
  const results = [...of.items].map(call);
  const why = of.reason;
  if (!why) return { results };
  return { results, open: machine.perhaps(why, () => call(unknown(why, at), of.items.length)) };
}

const ofLists: { readonly [name: string]: (call: Call) => Item | undefined } = {
  map: (call) => list(each(call).results, call.at, call.machine.level, call.of.reason),
  forEach: (call) => {
    each(call);
    return nothing(call.at);
  },
  flatMap: (call) => flat(list(each(call).results, call.at, call.machine.level, call.of.reason), call.at),
  filter: (call) => {
    const { results } = each(call);
    const open = results.find((result) => truth(result) === undefined);
    const kept = call.of.items.filter((_, i) => results[i] && truth(results[i]) === true);
    return list(kept, call.at, call.machine.level, call.of.reason ?? (open && whyUnknown(open)));
  },
  find: (call) => {
    const { results } = each(call);
    const i = results.findIndex((result) => truth(result) !== false);
    if (i < 0) return call.of.reason ? unknown(call.of.reason, call.at) : nothing(call.at);
    return truth(results[i]!) ? call.of.items[i] : unknown(whyUnknown(results[i]!), call.at);
  },
  some: (call) => decided(call, true),
  every: (call) => decided(call, false),
  reduce: ({ of, args: [callback, start], at, machine }) => {
    if (!callback || of.reason) return unknown(of.reason ?? whyUnknown(of), at);
    const [first, rest] = start ? [start, of.items] : [of.items[0], of.items.slice(1)];
    return rest.reduce<Item | undefined>(
      (sum, item, i) => sum && machine.call(callback, [sum, item, number(i, at), of], at),
      first,
    );
  },
  includes: ({ of, args: [wanted], at }) => {
    const equal = of.items.map((item) => wanted && same(item, wanted));
    if (equal.includes(true)) return bool(true, at);
    const open = of.items.find((_, i) => equal[i] === undefined);
    return open || of.reason || wanted?.type === 'unknown'
      ? unknown(of.reason ?? whyUnknown(wanted?.type === 'unknown' ? wanted : open!), at)
      : bool(false, at);
  },
  has: (call) => ofLists['includes']!(call),
  indexOf: ({ of, args: [wanted], at }) => {
    const i = of.items.findIndex((item) => !wanted || same(item, wanted) !== false);
    return number(i, at);
  },
  join: ({ of, args: [between], at }) =>
    of.reason
      ? unknown(of.reason, at)
      : joined(
          of.items.flatMap((item, i) => (i === 0 ? [item] : [between ?? text(',', at), item])),
          at,
        ),
  concat: ({ of, args, at, machine }) => {
    const open = args.find((arg) => arg.type === 'unknown' || (arg.type === 'list' && arg.reason));
    const items = [
      ...of.items,
      ...args.flatMap((arg) => (arg.type === 'list' ? arg.items : arg.type === 'unknown' ? [] : [arg])),
    ];
    const why = open?.type === 'list' ? open.reason : open && whyUnknown(open);
    return items.length <= longest && machine.spend(items.length)
      ? list(items, at, machine.level, of.reason ?? why)
      : undefined;
  },
  push: ({ of, args, at, machine }) => {
    machine.push(of, args);
    return number(of.items.length, at);
  },
  add: ({ of, args, machine }) => {
    machine.push(
      of,
      args.filter((arg) => !of.items.some((item) => same(item, arg) === true)),
    );
    return of;
  },
  slice: ({ of, args: [from, to], at, machine }) => {
    const bounds = [from, to].map((bound) => (bound?.type === 'number' ? bound.value : undefined));
    return list(of.items.slice(bounds[0], bounds[1]), at, machine.level, of.reason);
  },
  flat: ({ of, at }) => flat(of, at),
  reverse: ({ of, at, machine }) => list([...of.items].reverse(), at, machine.level, of.reason),
  sort: ({ of, at, machine }) => list(of.items, at, machine.level, of.reason),
  entries: ({ of, at, machine }) =>
    list(
      of.items.map((item, i) => list([number(i, at), item], at)),
      at,
      machine.level,
      of.reason,
    ),
  keys: ({ of, at, machine }) =>
    list(
      of.items.map((_, i) => number(i, at)),
      at,
      machine.level,
      of.reason,
    ),
  values: ({ of }) => of,
};

function flat(of: List, at: FilePlace): Item {
  const inner = of.items.find((item): item is List => item.type === 'list' && item.reason !== undefined)?.reason;
  return list(
    of.items.flatMap((item) => (item.type === 'list' ? item.items : [item])),
    at,
    of.level,
    of.reason ?? inner,
  );
}

/** `some` is decided by the first that holds, `every` by the first that doesn't. */
function decided(call: Call, by: boolean): Item {
  const results = each(call).results.map((result) => ({ result, holds: truth(result) }));
  if (results.some(({ holds }) => holds === by)) return bool(by, call.at);
  const open = results.find(({ holds }) => holds === undefined);
  if (open) return unknown(whyUnknown(open.result), call.at);
  return call.of.reason ? unknown(call.of.reason, call.at) : bool(!by, call.at);
}

/** Maps are kept as objects: their methods are those of both. */
function ofObject(of: Fields, name: string, args: readonly Item[], at: FilePlace, machine: Machine): Item | undefined {
  if (of.entries.has(name)) return undefined;
  const [key, value] = args;
  const known = key && asText(key);
  switch (name) {
    case 'hasOwnProperty':
    case 'has':
      return known === undefined || (of.reason && !of.entries.has(known))
        ? unknown(of.reason ?? whyUnknown(key ?? of), at)
        : bool(of.entries.has(known), at);
    case 'get':
      return known === undefined
        ? unknown(whyUnknown(key ?? of), at)
        : (of.entries.get(known) ?? (of.reason ? unknown(of.reason, at) : nothing(at)));
    case 'set':
      if (known !== undefined && value) machine.setField(of, known, value, at);
      return of;
    case 'keys':
      return list(
        [...of.entries.keys()].map((one) => text(one, at)),
        at,
        machine.level,
        of.reason,
      );
    case 'values':
      return list([...of.entries.values()], at, machine.level, of.reason);
    case 'entries':
      return entriesOf(of, at, machine);
    case 'forEach':
      for (const [one, item] of of.entries) if (key) machine.call(key, [item, text(one, at)], at);
      return nothing(at);
    default:
      return undefined;
  }
}

export const entriesOf = (of: Fields, at: FilePlace, machine: Machine): Item =>
  list(
    [...of.entries].map(([key, item]) => list([text(key, of.keys.get(key) ?? at), item], at)),
    at,
    machine.level,
    of.reason,
  );

/** Functions over something unknown are called once, with an item that is unknown: what they make is there or not. */
function ofUnknown(
  of: Extract<Item, { type: 'unknown' }>,
  name: string,
  args: readonly Item[],
  at: FilePlace,
  machine: Machine,
): Item | undefined {
  const [callback] = args;
  if (callback?.type === 'function') {
    const result = machine.perhaps(of.reason, () =>
      callback.call([unknown(of.reason, at), unknown(of.reason, at)], at),
    );
    return name === 'map' || name === 'flatMap' || name === 'filter'
      ? list([], at, machine.level, of.reason)
      : oneOf([result, of], of.reason, at);
  }
  if (of.prefix !== undefined && name === 'startsWith' && callback?.type === 'string')
    if (of.prefix.startsWith(callback.value)) return bool(true, at);
  return undefined;
}

/** The JSON text of an item, with the tree that it was made from. */
export function asJsonText(of: Item, at: FilePlace, symbols?: Parameters<typeof valueOf>[1]): Item {
  const value = valueOf(of, symbols);
  if (!value) return nothing(at);
  const plain = plainOf(value);
  if (plain !== undefined) return { ...text(JSON.stringify(plain), at), json: value };
  return unknown({ code: 'not-evaluated', subject: 'a part of it', settledBy: 'known parts' }, at, { json: value });
}

function plainOf(value: NonNullable<ReturnType<typeof valueOf>>): unknown {
  if (value.type === 'unknown') return undefined;
  if (value.type === 'null') return null;
  if (value.type === 'list') {
    const items = value.items.map(plainOf);
    return value.complete && !items.includes(undefined) ? items : undefined;
  }
  if (value.type !== 'object') return value.value;
  const entries = [...value.entries].map(([key, item]) => [key, plainOf(item)] as const);
  return value.complete && entries.every(([, item]) => item !== undefined) ? Object.fromEntries(entries) : undefined;
}

/** What a JSON text that is known comes to. */
export function fromJson(written: string, at: FilePlace): Item | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch {
    return undefined;
  }
  return itemOf(parsed, at);
}

function itemOf(plain: unknown, at: FilePlace): Item {
  if (typeof plain === 'string') return text(plain, at);
  if (typeof plain === 'number') return number(plain, at);
  if (typeof plain === 'boolean') return bool(plain, at);
  if (Array.isArray(plain))
    return list(
      plain.map((item) => itemOf(item, at)),
      at,
    );
  if (plain && typeof plain === 'object')
    return fields(
      Object.entries(plain).map(([key, item]) => [key, itemOf(item, at)] as const),
      at,
    );
  return { type: 'null', at, via: [] };
}
