import { placeOf, type Resource } from '../dialects/dialect.ts';
import type { Fact, FactList, UnknownReason } from '../model/fact.ts';
import { byDefault, known, unknownFact } from '../model/fact.ts';
import { isApiPlace, type Place } from '../model/place.ts';
import type { ObjectValue, Reference, Value } from '../model/value.ts';
import { inRange } from './versions.ts';

/**
 * What a platform does where nothing is written: a value with the page that says so, the same for some versions of the
 * provider only, or a reason why it can't be told.
 */
export type Default<T> =
  | { value: T; source: string }
  | { versions: readonly { value: T; source: string; from?: string; below?: string }[] }
  | { reason: UnknownReason };

/** Values of a resource as facts. A path has dots: `versioning.enabled`; a single block counts as its one item. */
export interface Reader {
  body: ObjectValue;
  /** Where a missing value would be: the header of the resource or the block. */
  at: Place;
  /** The value itself; undefined where nothing is written (an explicit null counts as nothing). */
  value(path: string): Value | undefined;
  bool(path: string, fallback: Default<boolean>): Fact<boolean>;
  string(path: string, fallback: Default<string>): Fact<string>;
  number(path: string, fallback: Default<number>): Fact<number>;
  /** As above, where absence is a value of its own. */
  optionalString(path: string): Fact<string | undefined>;
  optionalNumber(path: string): Fact<number | undefined>;
  optionalBool(path: string): Fact<boolean | undefined>;
  /** Whether it is written at all; unknown where it may be (a dynamic block over something unknown). */
  has(path: string): Fact<boolean>;
  /** A list of strings; nothing written is the empty list. One string counts as a list of one. */
  strings(path: string): FactList<string>;
  numbers(path: string): FactList<number>;
  /** Blocks or objects of a list, each with a reader of its own. */
  blocks(path: string): Blocks;
}

export interface Blocks {
  items: readonly Reader[];
  /** False where there may be more of them than these. */
  complete: boolean;
  at: Place;
  reason?: UnknownReason;
}

const plan = 'a plan (terraform show -json)';

/** Reads the body of a resource. */
export const reader = (resource: Resource): Reader => readerOf(resource.body, placeOf(resource), resource);

export function readerOf(body: ObjectValue, at: Place = body.at, resource?: Resource): Reader {
  const lookup = (path: string): Found => find(body, path.split('.'));
  const scalar = <T>(
    path: string,
    type: Value['type'],
    convert: (value: Value) => T | undefined,
    fallback: Default<T>,
  ): Fact<T> => {
    const found = lookup(path);
    if (found === undefined) return defaultFact(fallback, at, resource);
    if (found.type === 'unknown') return unknownOf(found);
    const value = convert(found);
    if (value === undefined) return wrongType(found, type);
    return knownOf(found, value);
  };
  const optional = <T>(
    path: string,
    type: Value['type'],
    convert: (value: Value) => T | undefined,
  ): Fact<T | undefined> =>
    lookup(path) === undefined ? known(undefined, at) : scalar(path, type, convert, { reason: never });
  const list = <T>(path: string, convert: (value: Value) => T | undefined, type: Value['type']): FactList<T> => {
    const found = lookup(path);
    if (found === undefined) return { items: [], complete: true, at };
    if (found.type === 'unknown') return { items: [], complete: false, at: found.at, reason: found.reason };
    const values = found.type === 'list' ? found.items : [found];
    return {
      items: values.map((v): Fact<T> => {
        if (v.type === 'unknown') return unknownOf(v);
        const value = convert(v);
        return value === undefined ? wrongType(v, type) : knownOf(v, value);
      }),
      complete: found.type === 'list' ? found.complete : true,
      at: found.at,
      ...(found.type === 'list' && found.reason && { reason: found.reason }),
    };
  };
  return {
    body,
    at,
    value: lookup,
    bool: (path, fallback) => scalar(path, 'bool', asBool, fallback),
    string: (path, fallback) => scalar(path, 'string', asString, fallback),
    number: (path, fallback) => scalar(path, 'number', asNumber, fallback),
    optionalString: (path) => optional(path, 'string', asString),
    optionalNumber: (path) => optional(path, 'number', asNumber),
    optionalBool: (path) => optional(path, 'bool', asBool),
    has: (path) => {
      const found = lookup(path);
      if (found === undefined) return known(false, at);
      // A text with certain parts, or JSON with certain fields, is there, whatever the rest is.
      if (found.type === 'unknown')
        return found.json || found.prefix || found.suffix ? known(true, found.at) : unknownOf(found);
      if (found.type === 'list' && found.items.length === 0)
        return found.complete ? known(false, at) : unknownFact(found.reason ?? never, found.at);
      return knownOf(found, true);
    },
    strings: (path) => list(path, asString, 'string'),
    numbers: (path) => list(path, asNumber, 'number'),
    blocks: (path) => blocksOf(lookup(path), at, resource),
  };
}

type Found = Value | undefined;

const never: UnknownReason = { code: 'not-evaluated', settledBy: plan };

function find(from: Value, path: readonly string[]): Found {
  let value: Value = from;
  for (const name of path) {
    if (value.type === 'list') {
      const first: Value | undefined = value.items[0];
      if (!first) return value.complete ? undefined : unresolved(value);
      value = first;
    }
    if (value.type === 'unknown') return value;
    if (value.type !== 'object') return undefined;
    const next: Value | undefined = value.entries.get(name);
    if (!next) return value.complete ? undefined : unresolved(value);
    value = next;
  }
  return value.type === 'null' ? undefined : value;
}

const unresolved = (value: Value & { reason?: UnknownReason }): Value => ({
  type: 'unknown',
  reason: value.reason ?? never,
  at: value.at,
  via: value.via,
});

function blocksOf(found: Found, at: Place, resource: Resource | undefined): Blocks {
  if (found === undefined) return { items: [], complete: true, at };
  if (found.type === 'unknown') return { items: [], complete: false, at: found.at, reason: found.reason };
  const values = found.type === 'list' ? found.items : [found];
  const objects = values.filter((v): v is ObjectValue => v.type === 'object');
  const strange = values.find((v) => v.type === 'unknown');
  return {
    items: objects.map((object) => readerOf(object, object.at, resource)),
    complete: (found.type !== 'list' || found.complete) && !strange,
    at: found.at,
    ...(strange?.type === 'unknown'
      ? { reason: strange.reason }
      : found.type === 'list' && found.reason
        ? { reason: found.reason }
        : {}),
  };
}

function defaultFact<T>(fallback: Default<T>, at: Place, resource: Resource | undefined): Fact<T> {
  if ('value' in fallback) return byDefault(fallback.value, at, fallback.source);
  if ('reason' in fallback) return unknownFact(fallback.reason, at);
  const version = resource?.provider?.version;
  const fits = fallback.versions.filter((entry) => inRange(entry, version));
  const [first] = fits;
  if (first && fits.every((entry) => entry.value === first.value)) return byDefault(first.value, at, first.source);
  return unknownFact(
    {
      code: 'default-depends-on-version',
      ...(resource?.provider && { subject: `the version of provider ${resource.provider.name}` }),
      settledBy: 'a provider version in .terraform.lock.hcl or required_providers, or writing the value',
    },
    at,
  );
}

export const unknownOf = (value: Value & { type: 'unknown' }): Fact<never> =>
  unknownFact(value.reason, value.at, value.via);

export const knownOf = <T>(value: Value, as: T): Fact<T> => ({
  known: true,
  value: as,
  origin: value.origin ?? (isApiPlace(value.at) ? 'live' : 'written'),
  at: value.at,
  via: value.via,
  ...(value.secret && { secret: true as const }),
});

const wrongType = (value: Value, expected: string): Fact<never> =>
  unknownFact({ code: 'wrong-type', settledBy: `a ${expected} here (it is a ${value.type})` }, value.at, value.via);

// Terraform converts between strings, numbers and booleans where one is asked for and the other given:
// https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion
export const asString = (value: Value): string | undefined =>
  value.type === 'string'
    ? value.value
    : value.type === 'number' || value.type === 'bool'
      ? String(value.value)
      : undefined;
export const asBool = (value: Value): boolean | undefined =>
  value.type === 'bool'
    ? value.value
    : value.type === 'string'
      ? ({ true: true, false: false } as Record<string, boolean>)[value.value.toLowerCase()]
      : undefined;
export function asNumber(value: Value): number | undefined {
  if (value.type === 'number') return value.value;
  if (value.type !== 'string' || value.value.trim() === '') return undefined;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : undefined;
}

/** All references in a value, however deep. */
export function referencesIn(value: Value | undefined, depth = 0): readonly Reference[] {
  if (!value || depth > 40) return [];
  const own = value.references ?? [];
  if (value.type === 'list') return [...own, ...value.items.flatMap((v) => referencesIn(v, depth + 1))];
  if (value.type === 'object')
    return [...own, ...[...value.entries.values()].flatMap((v) => referencesIn(v, depth + 1))];
  return own;
}
