import type { UnknownCode, UnknownReason } from '../../model/fact.ts';
import type { FilePlace, Place } from '../../model/place.ts';
import type {
  BoolValue,
  NullValue,
  NumberValue,
  Reference,
  StringValue,
  UnknownValue,
  Value,
} from '../../model/value.ts';
import type { Role } from '../../model/subject.ts';
import type { ClassNode } from '../../parse/typescript/parse.ts';
import type { Environment } from './environment.ts';

// What an expression of a program comes to while it is worked out: the values of the model, and what only programs have.

export type Item = Scalar | Undefined | List | Fields | Callable | Class | Symbolic | Instance | Namespace;
export type Scalar = StringValue | NumberValue | BoolValue | NullValue | UnknownValue;

export interface Undefined {
  type: 'undefined';
  at: Place;
}

/** Changed in place, as programs do. `level`: how many unknown conditions it was made under. */
export interface List {
  type: 'list';
  items: Item[];
  at: Place;
  level: number;
  reason?: UnknownReason;
}

export interface Fields {
  type: 'object';
  entries: Map<string, Item>;
  keys: Map<string, Place>;
  at: Place;
  level: number;
  reason?: UnknownReason;
}

export interface Callable {
  type: 'function';
  name: string;
  at: Place;
  call(args: readonly Item[], at: FilePlace, self?: Item): Item;
}

export interface Class {
  type: 'class';
  name: string;
  at: FilePlace;
  node: ClassNode;
  scope: Environment;
  base: Item | undefined;
  statics: Map<string, Item>;
}

/** Something of a library, by its name there: `aws.s3.Bucket`, `s3.BlockPublicAccess.BLOCK_ALL`, `cdk.Duration.days(7)`. */
export interface Symbolic {
  type: 'symbol';
  package: string;
  path: readonly string[];
  at: Place;
  /** What it was called with. */
  args?: readonly Item[];
}

/** What `new` made: of a class of the program, of the library, or of the first on top of the second. */
export interface Instance {
  type: 'instance';
  class: Class | undefined;
  /** The class of the library, and what it was given. */
  library: Symbolic | undefined;
  args: readonly Item[];
  fields: Map<string, Item>;
  level: number;
  name: string;
  /** Of a resource: how others refer to it. */
  address: string | undefined;
  parent: Instance | undefined;
  at: FilePlace;
  block: FilePlace;
  calls: readonly FilePlace[];
  role: Role;
  /** What the library was told after it was made, in order. */
  told: { method: string; args: readonly Item[]; at: FilePlace }[];
}

export interface Namespace {
  type: 'namespace';
  at: Place;
  member(name: string): Item | undefined;
  names(): readonly string[];
}

export const reason = (code: UnknownCode, subject: string, settledBy: string): UnknownReason => ({
  code,
  subject,
  settledBy,
});

export const text = (value: string, at: Place): StringValue => ({ type: 'string', value, at, via: [] });
export const number = (value: number, at: Place): NumberValue => ({ type: 'number', value, at, via: [] });
export const bool = (value: boolean, at: Place): BoolValue => ({ type: 'bool', value, at, via: [] });
export const nothing = (at: Place): Undefined => ({ type: 'undefined', at });
export const unknown = (why: UnknownReason, at: Place, more: Partial<UnknownValue> = {}): UnknownValue => ({
  type: 'unknown',
  reason: why,
  at,
  via: [],
  ...more,
});
export const notEvaluated = (subject: string, at: Place): UnknownValue =>
  unknown(reason('not-evaluated', subject, 'a value that is written out here'), at);
export const tooLarge = (at: Place): UnknownValue => unknown({ code: 'too-large', settledBy: 'a smaller program' }, at);

export const list = (items: readonly Item[], at: Place, level = 0, why?: UnknownReason): List => ({
  type: 'list',
  items: [...items],
  at,
  level,
  ...(why && { reason: why }),
});

export const fields = (
  entries: Iterable<readonly [string, Item]>,
  at: Place,
  level = 0,
  why?: UnknownReason,
): Fields => ({
  type: 'object',
  entries: new Map(entries),
  keys: new Map(),
  at,
  level,
  ...(why && { reason: why }),
});

const isScalar = (item: Item): item is Scalar =>
  item.type === 'string' ||
  item.type === 'number' ||
  item.type === 'bool' ||
  item.type === 'null' ||
  item.type === 'unknown';

const mostPlaces = 8;

/** The same value, reached by way of a further place. What can be changed stays the same thing. */
export const through = (item: Item, place: Place): Item =>
  isScalar(item) && item.via.length < mostPlaces ? { ...item, via: [...item.via, place] } : item;

export const withReferences = (item: Item, references: readonly Reference[]): Item =>
  references.length > 0 && isScalar(item)
    ? { ...item, references: [...(item.references ?? []), ...references].slice(0, 20) }
    : item;

/** The text of what a template string or `+` joins; undefined where it isn't known. */
export const asText = (item: Item | undefined): string | undefined => {
  if (item?.type === 'string') return item.value;
  if (item?.type === 'number' || item?.type === 'bool') return String(item.value);
  if (item?.type === 'null' || item?.type === 'undefined') return item.type;
  return undefined;
};

/** Whether a condition holds; undefined where that can't be told. */
export function truth(item: Item): boolean | undefined {
  switch (item.type) {
    case 'unknown':
      // A text of which a part is certain isn't empty.
      return item.prefix || item.suffix ? true : item.references?.length ? true : undefined;
    case 'undefined':
    case 'null':
      return false;
    case 'string':
      return item.value !== '';
    case 'number':
      return item.value !== 0 && !Number.isNaN(item.value);
    case 'bool':
      return item.value;
    case 'symbol':
      return item.args ? undefined : true;
    default:
      return true;
  }
}

/** Whether `===` holds; undefined where that can't be told. */
export function same(left: Item, right: Item): boolean | undefined {
  if (left === right && left.type !== 'unknown') return true;
  if (left.type === 'unknown' || right.type === 'unknown') {
    const [open, other] = left.type === 'unknown' ? [left, right] : [right as UnknownValue, left];
    if (other.type !== 'string')
      return other.type === 'undefined' || other.type === 'null' ? truthIsSet(open) : undefined;
    return !other.value.startsWith(open.prefix ?? '') || !other.value.endsWith(open.suffix ?? '') ? false : undefined;
  }
  if (left.type === 'symbol' && right.type === 'symbol')
    return left.args || right.args ? undefined : left.path.join('.') === right.path.join('.');
  if (left.type === 'symbol' || right.type === 'symbol') return undefined;
  if (left.type !== right.type) return false;
  if (left.type === 'undefined' || left.type === 'null') return true;
  return 'value' in left && 'value' in right ? left.value === right.value : false;
}

/** What is known to be something isn't `undefined`. */
const truthIsSet = (open: UnknownValue): false | undefined =>
  open.prefix || open.suffix || open.references?.length ? false : undefined;

const longest = 100_000;

/** A thing where a single value is asked for. */
const scalarOf = (item: Item): UnknownValue =>
  item.type === 'instance' && item.address !== undefined
    ? (referenceTo(item, 'id', item.at) as UnknownValue)
    : notEvaluated(item.type === 'symbol' ? item.path.join('.') : item.type, item.at);

/** Texts one behind the other: where some are unknown, what is certain about the beginning and the end is kept. */
export function joined(parts: readonly Item[], at: Place): Item {
  const texts = parts.map(asText);
  const values = parts.map((part) => (isScalar(part) ? part : part.type === 'undefined' ? undefined : scalarOf(part)));
  const references = values.flatMap((value) => (value ? referencesOf(value) : []));
  const secret = values.some((value) => value?.secret) ? { secret: true as const } : {};
  const first = texts.indexOf(undefined);
  if (texts.reduce((sum, part) => sum + (part?.length ?? 0), 0) > longest) return tooLarge(at);
  if (first < 0) {
    const via = values.flatMap((value) => value?.via ?? []).slice(0, mostPlaces);
    return withReferences({ ...text(texts.join(''), at), via, ...secret }, references);
  }
  const last = texts.lastIndexOf(undefined);
  const [head, tail] = [values[first], values[last]];
  const why = head?.type === 'unknown' ? head.reason : reason('wrong-type', 'a part of the text', 'a text here');
  const prefix = texts.slice(0, first).join('') + (head?.type === 'unknown' ? (head.prefix ?? '') : '');
  const suffix = (tail?.type === 'unknown' ? (tail.suffix ?? '') : '') + texts.slice(last + 1).join('');
  return withReferences(
    unknown(why, at, { ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }), ...secret }),
    references,
  );
}

/** One of several, as nobody knows which: what they have in common. */
export function oneOf(items: readonly Item[], why: UnknownReason, at: Place, depth = 0): Item {
  const [first] = items;
  if (!first || depth > 20) return unknown(why, at);
  if (items.every((item) => same(first, item) === true)) return first;
  const objects = items.filter((item) => item.type === 'object');
  if (objects.length === items.length) return commonFields(objects, why, at, depth);
  const lists = items.filter((item) => item.type === 'list');
  if (lists.length === items.length) return list(commonItems(lists), at, 0, why);
  const references = items.flatMap((item) =>
    item.type === 'instance' ? ((referenceTo(item, 'id', at) as UnknownValue).references ?? []) : referencesOf(item),
  );
  return withReferences(unknown(why, at), references);
}

const referencesOf = (item: Item): readonly Reference[] => (isScalar(item) ? (item.references ?? []) : []);

/** What any of them has; where they differ, it is unknown. */
function commonFields(objects: readonly Fields[], why: UnknownReason, at: Place, depth: number): Fields {
  const keys = new Set(objects.flatMap(({ entries }) => [...entries.keys()]));
  const of = (key: string): Item =>
    oneOf(
      objects.map(({ entries }) => entries.get(key) ?? nothing(at)),
      why,
      objects.find(({ entries }) => entries.has(key))?.entries.get(key)?.at ?? at,
      depth + 1,
    );
  const inner = objects.find((object) => object.reason)?.reason;
  return fields(
    [...keys].map((key) => [key, of(key)] as const),
    at,
    0,
    inner,
  );
}

/** What all of them begin with. */
function commonItems([first, ...others]: readonly List[]): readonly Item[] {
  const items = first?.items ?? [];
  const end = items.findIndex((item, i) =>
    others.some((other) => !other.items[i] || same(item, other.items[i]) !== true),
  );
  return end < 0 ? items : items.slice(0, end);
}

/** Why a condition or a list can't be told. */
export const whyUnknown = (item: Item): UnknownReason =>
  item.type === 'unknown'
    ? item.reason
    : {
        code: 'not-evaluated',
        subject: item.type === 'symbol' ? item.path.join('.') : 'a condition',
        settledBy: 'a value that is written out here',
      };

/** How an instance is referred to. */
export const referenceTo = (instance: Instance, attribute: string, at: Place): Item =>
  unknown(reason('known-after-apply', `${instance.name}.${attribute}`, 'the deployment, when it is made'), at, {
    references: instance.address === undefined ? [] : [{ address: instance.address, path: [attribute] }],
  });

const deepest = 100;

/**
 * As a value of the model; undefined where nothing is written. `symbols` says what a name of the library means as a value, and
 * `budget` how many parts the whole may have: one list in another, forty times, would be billions.
 */
export function valueOf(
  item: Item | undefined,
  symbols: (symbol: Symbolic) => Item | undefined = () => undefined,
  budget = { left: 50_000 },
  depth = 0,
): Value | undefined {
  if (!item || item.type === 'undefined') return undefined;
  if (--budget.left < 0 || depth > deepest) return tooLarge(item.at);
  const inner = (part: Item): Value | undefined => valueOf(part, symbols, budget, depth + 1);
  switch (item.type) {
    case 'list': {
      const items = item.items.map((part): Value => inner(part) ?? { type: 'null', at: part.at, via: [] });
      const why = item.reason && { reason: item.reason };
      return { type: 'list', items, complete: !why, at: item.at, via: [], ...why };
    }
    case 'object': {
      const entries = [...item.entries].flatMap(([key, part]): [string, Value][] => {
        const value = inner(part);
        return value ? [[key, value]] : [];
      });
      const why = item.reason && { reason: item.reason };
      return {
        type: 'object',
        entries: new Map(entries),
        keys: item.keys,
        complete: !why,
        at: item.at,
        via: [],
        ...why,
      };
    }
    case 'symbol': {
      const meant = symbols(item);
      return meant ? valueOf(meant, symbols, budget, depth + 1) : notEvaluated(item.path.join('.'), item.at);
    }
    case 'instance':
      return item.address === undefined
        ? notEvaluated(item.name, item.at)
        : (referenceTo(item, 'id', item.at) as Value);
    case 'function':
    case 'class':
    case 'namespace':
      return notEvaluated('name' in item ? item.name : 'a module', item.at);
    default:
      return item;
  }
}
