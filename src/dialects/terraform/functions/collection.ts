import type { Place } from '../../../model/place.ts';
import type { ListValue, ObjectValue, Value } from '../../../model/value.ts';
import { limits, spend, Stop } from '../budget.ts';
import { equal } from '../deep.ts';
import { inherit, member } from '../members.ts';
import { asCondition } from '../operators.ts';
import { toType } from '../types.ts';
import { typeOfValue, unify } from '../unify.ts';
import {
  bool,
  failed,
  incompleteReason,
  isFailed,
  isOpen,
  isSet,
  keyText,
  list,
  marksOf,
  nothing,
  number,
  object,
  sortedEntries,
  string,
  unknown,
  withMarks,
} from '../values.ts';
import {
  allMarks,
  items,
  numeric,
  plain,
  shallow,
  text,
  whenKnown,
  whole,
  wrong,
  type CallSite,
  type FunctionDefinition,
} from './definition.ts';
import { encodeJson } from './json.ts';
import { asSet, identity } from './sets.ts';

const many = Number.POSITIVE_INFINITY;

/** https://developer.hashicorp.com/terraform/language/functions#collection-functions */
export const collectionFunctions: Record<string, FunctionDefinition> = {
  alltrue: shallow(1, 1, ([l], site) => truths(l!, site, false)),
  anytrue: shallow(1, 1, ([l], site) => truths(l!, site, true)),
  chunklist: shallow(2, 2, ([l, size], site) => chunks(l!, size!, site)),
  coalesce: shallow(1, many, coalesce),
  coalescelist: shallow(1, many, coalesceList),
  compact: shallow(1, 1, ([l], site) =>
    filtered(l!, site, (item) => item.type !== 'null' && !(item.type === 'string' && item.value === '')),
  ),
  concat: shallow(1, many, concat),
  contains: shallow(2, 2, ([l, value], site) => contains(l!, value!, site)),
  distinct: shallow(1, 1, ([l], site) => distinct(l!, site)),
  element: shallow(2, 2, ([l, index], site) => element(l!, index!, site)),
  flatten: shallow(1, 1, ([l], site) => flatten(l!, site)),
  index: plain(2, 2, ([l, value]) => {
    const sought = encodeJson(value!);
    const found = items(l).findIndex((item) => encodeJson(item) === sought);
    if (found < 0) throw wrong('an item of the list');
    return found;
  }),
  keys: shallow(1, 1, ([o], site) =>
    onObject(o!, site, (value) =>
      sortedEntries(value).map(([name, item]) => string(name, value.keys?.get(name) ?? item.at)),
    ),
  ),
  length: shallow(1, 1, ([value], site) => length(value!, site)),
  lookup: shallow(2, 3, lookup),
  matchkeys: shallow(3, 3, matchKeys),
  merge: shallow(0, many, merge),
  one: shallow(1, 1, ([l], site) => one(l!, site)),
  range: plain(1, 3, (args) => range(args.map(numeric))),
  reverse: shallow(1, 1, ([l], site) => onList(l!, site, (values) => [...values].reverse())),
  setintersection: shallow(1, many, (args, site) =>
    ofSets(args, site, ([first, ...rest], same) =>
      first!.filter((item) => rest.every((set) => set.some((other) => same(item, other)))),
    ),
  ),
  setproduct: shallow(1, many, setProduct),
  setsubtract: shallow(2, 2, (args, site) =>
    ofSets(args, site, ([a, b], same) => a!.filter((item) => !b!.some((other) => same(item, other)))),
  ),
  setunion: shallow(1, many, (args, site) => ofSets(args, site, (sets) => sets.flat())),
  slice: shallow(3, 3, ([l, from, to], site) => slice(l!, from!, to!, site)),
  sort: plain(1, 1, ([l]) =>
    items(l)
      .map(text)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  ),
  transpose: plain(1, 1, ([o]) => {
    if (!(o instanceof Map)) throw wrong('a map of lists');
    const result = new Map<string, string[]>();
    for (const [key, values] of o)
      for (const value of items(values).map(text)) result.set(value, [...(result.get(value) ?? []), key]);
    return new Map([...result].map(([key, values]) => [key, values.sort()]));
  }),
  values: shallow(1, 1, ([o], site) =>
    onObject(o!, site, (value) => sortedEntries(value).map(([name, item]) => inherit(item, value, [], name))),
  ),
  zipmap: shallow(2, 2, ([keys, values], site) => zipMap(keys!, values!, site)),
};

const undecided = (value: Value, at: Place): Value =>
  value.type === 'unknown'
    ? { ...value, at }
    : value.type === 'list' || value.type === 'object'
      ? unknown(incompleteReason(value), at)
      : value;

const notA = (what: string, value: Value, site: CallSite): Value =>
  failed('wrong-type', `${site.name}()`, `${what} (this is ${value.type})`, site.at);

/** Keeps a list's completeness and marks on the list made of it. */
function like(source: ListValue | ObjectValue, result: ListValue): ListValue {
  const marked = withMarks(result, { secret: source.secret === true, references: source.references });
  return source.complete ? marked : { ...marked, complete: false, reason: incompleteReason(source) };
}

const itemsOf = (value: ListValue): Value[] => value.items.map((item) => inherit(item, { ...value, references: [] }));

function onList(value: Value, site: CallSite, change: (items: Value[]) => Value[]): Value {
  if (value.type === 'unknown') return undecided(value, site.at);
  return value.type === 'list' ? like(value, list(change(itemsOf(value)), site.at)) : notA('a list', value, site);
}

function onObject(value: Value, site: CallSite, change: (value: ObjectValue) => Value[]): Value {
  if (value.type === 'unknown') return undecided(value, site.at);
  if (value.type !== 'object') return notA('a map or an object', value, site);
  const result = like(value, list(change(value), site.at));
  return result;
}

function filtered(value: Value, site: CallSite, keep: (item: Value) => boolean): Value {
  if (value.type !== 'list') return value.type === 'unknown' ? undecided(value, site.at) : notA('a list', value, site);
  const open = value.items.find((item) => item.type === 'unknown');
  const result = like(value, list(itemsOf(value).filter(keep), site.at));
  // An unknown item may be one that falls out.
  return open?.type === 'unknown' ? { ...result, complete: false, reason: open.reason } : result;
}

function truths(value: Value, site: CallSite, deciding: boolean): Value {
  if (value.type !== 'list') return value.type === 'unknown' ? undecided(value, site.at) : notA('a list', value, site);
  const marks = allMarks([value], site);
  // Null counts as false.
  const conditions = value.items.map((item) =>
    item.type === 'null' ? bool(false, item.at) : asCondition(item, item.at),
  );
  const broken = conditions.find(isFailed);
  if (broken) return broken;
  const decided = conditions.find((item) => item.type === 'bool' && item.value === deciding);
  if (decided) return withMarks(bool(deciding, site.at), marks);
  const open = conditions.find((item) => item.type === 'unknown');
  if (open) return withMarks(undecided(open, site.at), marks);
  return withMarks(value.complete ? bool(!deciding, site.at) : undecided(value, site.at), marks);
}

function chunks(value: Value, size: Value, site: CallSite): Value {
  if (size.type !== 'number') return size.type === 'unknown' ? undecided(size, site.at) : notA('a number', size, site);
  if (size.value < 0 || !Number.isInteger(size.value)) throw wrong('a size that is not negative');
  return onList(value, site, (all) => {
    if (all.length === 0) return [];
    const step = size.value === 0 ? all.length : size.value;
    return Array.from({ length: Math.ceil(all.length / step) }, (_, i) =>
      list(all.slice(i * step, (i + 1) * step), site.at),
    );
  });
}

function coalesce(args: readonly Value[], site: CallSite): Value {
  for (const arg of args) {
    if (arg.type === 'unknown') return withMarks(arg, marksOf(...args));
    if (arg.type !== 'null' && !(arg.type === 'string' && arg.value === '')) return asOneType(arg, args, site);
  }
  return failed('wrong-type', 'coalesce()', 'an argument that is neither null nor empty', site.at);
}

/** All arguments have one type in the end: a number beside a string is text. */
function asOneType(value: Value, args: readonly Value[], site: CallSite): Value {
  const type = unify(args.map((arg) => typeOfValue(arg, site.budget)));
  if (!type) throw wrong('arguments of one type');
  return toType(value, type, site.budget);
}

function coalesceList(args: readonly Value[], site: CallSite): Value {
  for (const arg of args) {
    if (arg.type === 'unknown') return arg;
    if (arg.type === 'list' && arg.items.length > 0) return asOneType(arg, args, site);
    if (arg.type === 'list' && !arg.complete) return undecided(arg, site.at);
  }
  return failed('wrong-type', 'coalescelist()', 'a list that is not empty', site.at);
}

function concat(args: readonly Value[], site: CallSite): Value {
  const all: Value[] = [];
  let open: Value | undefined;
  for (const arg of args) {
    if (arg.type === 'unknown') open ??= arg;
    else if (arg.type !== 'list') return notA('lists', arg, site);
    else {
      if (!arg.complete) open ??= arg;
      spend(site.budget, arg.items.length);
      for (const item of itemsOf(arg)) all.push(item);
    }
  }
  return partly(list(all, site.at), open, marksOf(...args));
}

/** A list or object that has more members than these where one of its sources is unknown. */
function partly<T extends ListValue | ObjectValue>(
  result: T,
  open: Value | undefined,
  marks: ReturnType<typeof marksOf>,
): Value {
  const marked = withMarks(result, { secret: marks.secret === true, references: open?.references });
  if (!open) return marked;
  const reason = open.type === 'unknown' ? open.reason : incompleteReason(open as ListValue | ObjectValue);
  if (open.type === 'unknown' && 'failed' in open) return open;
  return { ...marked, complete: false, reason };
}

function contains(value: Value, searched: Value, site: CallSite): Value {
  if (value.type !== 'list') return value.type === 'unknown' ? undecided(value, site.at) : notA('a list', value, site);
  const marks = allMarks([value, searched], site);
  const answers = value.items.map((item) => equal(item, searched, site.budget));
  if (answers.includes(true)) return withMarks(bool(true, site.at), marks);
  const open = searched.type === 'unknown' ? searched : value.items.find((_, i) => answers[i] === undefined);
  if (open && (value.items.length > 0 || !value.complete)) return withMarks(undecided(open, site.at), marks);
  return withMarks(value.complete ? bool(false, site.at) : undecided(value, site.at), marks);
}

function distinct(value: Value, site: CallSite): Value {
  const seen = new Set<string>();
  return onList(value, site, (all) =>
    all.filter((item) => {
      if (item.type === 'unknown' || isOpen(item)) return true;
      const key = identity(item, site.budget);
      return !seen.has(key) && seen.add(key);
    }),
  );
}

function element(value: Value, index: Value, site: CallSite): Value {
  if (value.type === 'unknown') return member(value, index, site.at);
  if (value.type !== 'list') return notA('a list', value, site);
  if (index.type !== 'number')
    return index.type === 'unknown' ? undecided(index, site.at) : notA('a number', index, site);
  if (!value.complete) return isOpen(value) ? member(value, index, site.at) : undecided(value, site.at);
  const { length: size } = value.items;
  if (size === 0) return failed('does-not-exist', 'element()', 'a list that is not empty', site.at);
  const at = ((index.value % size) + size) % size;
  return inherit(value.items[at]!, value, [], String(at));
}

function flatten(value: Value, site: CallSite): Value {
  if (value.type !== 'list') return value.type === 'unknown' ? undecided(value, site.at) : notA('a list', value, site);
  const all: Value[] = [];
  let open: Value | undefined;
  const visit = (container: ListValue): void => {
    if (!container.complete) open ??= container;
    for (const item of itemsOf(container)) {
      spend(site.budget);
      if (item.type === 'list') visit(item);
      else if (item.type === 'unknown' && !('failed' in item) && mayBeList(item)) {
        open ??= item;
        all.push(item);
      } else all.push(item);
    }
  };
  visit(value);
  return partly(list(all, site.at), open, marksOf(value));
}

/** What a provider decides about one attribute may as well be a list; text with certain ends is none. */
const mayBeList = (item: Value): boolean => item.type === 'unknown' && item.prefix === undefined;

function length(value: Value, site: CallSite): Value {
  const marks = { secret: value.secret === true };
  switch (value.type) {
    case 'unknown':
      return undecided(value, site.at);
    case 'string':
      return withMarks(number([...new Intl.Segmenter().segment(value.value)].length, site.at), marks);
    case 'list':
      return value.complete ? withMarks(number(value.items.length, site.at), marks) : undecided(value, site.at);
    case 'object':
      return value.complete ? withMarks(number(value.entries.size, site.at), marks) : undecided(value, site.at);
    default:
      return notA('a string, a list or a map', value, site);
  }
}

function lookup([value, key, fallback]: readonly Value[], site: CallSite): Value {
  if (value!.type === 'unknown') return member(value!, key!, site.at);
  if (value!.type !== 'object') return notA('a map', value!, site);
  if (key!.type === 'unknown') return undecided(key!, site.at);
  const name = keyText(key!);
  if (name === undefined) return notA('a string as the key', key!, site);
  const found = value!.entries.get(name);
  if (found) return inherit(found, value!, [], name);
  if (isOpen(value!) || !value!.complete) return member(value!, key!, site.at);
  return fallback ?? failed('does-not-exist', name, `a member ${name}; there is none`, site.at);
}

function matchKeys([values, keys, wanted]: readonly Value[], site: CallSite): Value {
  return whenKnown([keys!, wanted!], site, () => {
    if (values!.type !== 'list' || keys!.type !== 'list' || wanted!.type !== 'list') throw wrong('three lists');
    const sought = wanted!.items;
    return list(
      values!.items.filter(
        (_, i) =>
          keys!.type === 'list' &&
          keys!.items[i] &&
          sought.some((item) => equal(item, keys!.type === 'list' ? keys!.items[i]! : item, site.budget)),
      ),
      site.at,
    );
  });
}

function merge(args: readonly Value[], site: CallSite): Value {
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  let open: Value | undefined;
  for (const arg of args) {
    if (arg.type === 'null') continue;
    if (arg.type === 'unknown') {
      open ??= arg;
      hide(entries, arg.reason);
      continue;
    }
    if (arg.type !== 'object') return notA('maps or objects', arg, site);
    if (!arg.complete) {
      open ??= arg;
      hide(entries, incompleteReason(arg), arg);
    }
    spend(site.budget, arg.entries.size);
    for (const [name, item] of arg.entries) {
      entries.set(name, inherit(item, { ...arg, references: [] }));
      const place = arg.keys?.get(name);
      if (place) keys.set(name, place);
    }
  }
  return partly({ ...object(entries, site.at), keys }, open, marksOf(...args));
}

/** Something unknown that is merged over these entries may have replaced any of them. */
function hide(entries: Map<string, Value>, reason: ObjectValue['reason'] & object, by?: ObjectValue): void {
  for (const [name, item] of entries)
    if (!by?.entries.has(name)) entries.set(name, { ...unknown(reason, item.at), via: item.via });
}

function one(value: Value, site: CallSite): Value {
  if (value.type === 'unknown') return value.references ? value : undecided(value, site.at);
  if (value.type === 'null') return value;
  if (value.type !== 'list') return notA('a list', value, site);
  const [first] = value.items;
  if (!value.complete) {
    if (first?.type === 'unknown' && value.items.length === 1) return inherit(first, value);
    return withMarks(undecided(value, site.at), first ? { references: first.references } : {});
  }
  if (value.items.length > 1) return failed('wrong-type', 'one()', 'a list of at most one item', site.at);
  return first ? inherit(first, value) : nothing(site.at);
}

function range(args: readonly number[]): number[] {
  const [start, end] = args.length === 1 ? [0, args[0]!] : [args[0]!, args[1]!];
  const step = args[2] ?? (end < start ? -1 : 1);
  if (step === 0 || (step > 0 && end < start) || (step < 0 && end > start))
    throw wrong('a step that leads from the start to the end');
  const result: number[] = [];
  // Terraform stops here as well: https://developer.hashicorp.com/terraform/language/functions/range
  for (let value = start; step > 0 ? value < end : value > end; value += step) {
    if (result.length >= 1024) throw wrong('at most 1024 numbers');
    result.push(value);
  }
  return result;
}

function ofSets(
  args: readonly Value[],
  site: CallSite,
  compute: (sets: Value[][], same: (a: Value, b: Value) => boolean) => Value[],
): Value {
  return whenKnown(args, site, () => {
    const sets = args.map((arg) => {
      if (arg.type !== 'list') throw wrong('sets');
      return itemsOf(arg);
    });
    return asSet(
      compute(sets, (a, b) => equal(a, b, site.budget) === true),
      site.at,
      site.budget,
    );
  });
}

function setProduct(args: readonly Value[], site: CallSite): Value {
  if (args.length < 2) throw wrong('at least two sets');
  const lists = args.map((arg) => (arg.type === 'list' && arg.complete ? itemsOf(arg) : undefined));
  const open = args.find((_, i) => !lists[i]);
  if (open)
    return open.type === 'unknown' || open.type === 'list'
      ? undecided(open, site.at)
      : notA('lists or sets', open, site);
  const size = lists.reduce((product, items) => product * items!.length, 1);
  if (size * args.length > limits.steps) throw new Stop('too-large', 'fewer combinations');
  spend(site.budget, size * args.length);
  let tuples: Value[][] = [[]];
  for (const items of lists) tuples = tuples.flatMap((tuple) => items!.map((item) => [...tuple, item]));
  const combined = tuples.map((tuple) => list(tuple, site.at));
  return args.every(isSet) ? ({ ...list(combined, site.at), set: true } as Value) : list(combined, site.at);
}

/** Of whatever list, a slice has as many items as it is told; which they are stays unknown. */
function unknownItems(value: Value, start: number, end: number, site: CallSite): Value {
  if (start < 0 || start > end || end - start > limits.instances) throw wrong('a start and an end within the list');
  return list(
    Array.from({ length: end - start }, (_, i) => member(value, number(start + i, site.at), site.at)),
    site.at,
  );
}

function slice(value: Value, from: Value, to: Value, site: CallSite): Value {
  if (value.type === 'unknown' && isFailed(value)) return undecided(value, site.at);
  return whenKnown([from, to], site, ([start, end]) => {
    if (value.type === 'unknown') return unknownItems(value, whole(start), whole(end), site);
    if (value.type !== 'list') throw wrong('a list');
    if (!value.complete) return undecided(value, site.at);
    if (whole(start) < 0 || whole(end) > value.items.length || whole(start) > whole(end))
      throw wrong('a start and an end within the list');
    return list(itemsOf(value).slice(whole(start), whole(end)), site.at);
  });
}

function zipMap(keys: Value, values: Value, site: CallSite): Value {
  if (values.type === 'unknown' || keys.type === 'unknown')
    return undecided(keys.type === 'unknown' ? keys : values, site.at);
  if (keys.type !== 'list' || values.type !== 'list') throw wrong('two lists');
  if (!keys.complete || !values.complete) return undecided(keys.complete ? values : keys, site.at);
  if (keys.items.length !== values.items.length) throw wrong('as many values as keys');
  const entries = new Map<string, Value>();
  let open: Value | undefined;
  keys.items.forEach((key, i) => {
    const name = keyText(key);
    if (name !== undefined) entries.set(name, values.items[i]!);
    else open ??= key;
  });
  return partly(object(entries, site.at), open, marksOf(keys, values));
}
