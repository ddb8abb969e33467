import type { UnknownCode, UnknownReason } from '../../model/fact.ts';
import { textOfNumber } from './numbers.ts';
import type { Place } from '../../model/place.ts';
import type {
  BoolValue,
  ListValue,
  NullValue,
  NumberValue,
  ObjectValue,
  Reference,
  StringValue,
  UnknownValue,
  Value,
} from '../../model/value.ts';

/** An unknown that Terraform would report as an error; `try` and `can` look for it. */
export type FailedValue = UnknownValue & { failed: true };

/** A set is a list without order: iteration gives each element as its own key. */
export type SetValue = ListValue & { set: true };

/**
 * A list or a map as a type constraint or a function makes it. What brackets make is a tuple or an object, and never equal to it:
 * https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators
 */
export type Typed<T extends ObjectValue | ListValue = ObjectValue | ListValue> = T & { typed: true };

/** Members that are not written here, but exist: attributes that the provider decides, instances with unknown keys. */
export type Open<T extends ObjectValue | ListValue = ObjectValue | ListValue> = T & { missing(key: string): Value };

export const byPlan = 'a plan (terraform show -json)';

export const string = (value: string, at: Place): StringValue => ({ type: 'string', value, at, via: [] });
export const number = (value: number, at: Place): NumberValue => ({ type: 'number', value, at, via: [] });
export const bool = (value: boolean, at: Place): BoolValue => ({ type: 'bool', value, at, via: [] });
export const nothing = (at: Place): NullValue => ({ type: 'null', at, via: [] });
export const list = (items: readonly Value[], at: Place): ListValue => ({
  type: 'list',
  items,
  complete: true,
  at,
  via: [],
});
export const setOf = (items: readonly Value[], at: Place): SetValue => ({ ...list(items, at), set: true });
export const object = (entries: ReadonlyMap<string, Value>, at: Place): ObjectValue => ({
  type: 'object',
  entries,
  complete: true,
  at,
  via: [],
});
export const unknown = (reason: UnknownReason, at: Place): UnknownValue => ({ type: 'unknown', reason, at, via: [] });

export const failed = (code: UnknownCode, subject: string, settledBy: string, at: Place): FailedValue => ({
  ...unknown({ code, subject, settledBy }, at),
  failed: true,
});

export const tooLarge = (at: Place, subject: string): UnknownValue =>
  unknown({ code: 'too-large', subject, settledBy: byPlan }, at);

export const isFailed = (value: Value): value is FailedValue => value.type === 'unknown' && 'failed' in value;
export const isSet = (value: Value): value is SetValue => value.type === 'list' && 'set' in value;
export const isTyped = (value: Value): value is Typed => 'typed' in value;
export const typed = <V extends Value>(value: V): V =>
  (value.type === 'list' && !isSet(value)) || value.type === 'object' ? { ...value, typed: true } : value;
export const isOpen = (value: Value): value is Open => 'missing' in value;

export const incompleteReason = (value: ListValue | ObjectValue): UnknownReason =>
  value.reason ?? { code: 'not-evaluated', settledBy: byPlan };

/** The same value, come through one more place. */
export const through = <V extends Value>(value: V, ...places: readonly Place[]): V => ({
  ...value,
  via: [...places, ...value.via],
});

const referenceLimit = 200;

/** References of both, each once. */
export function joinReferences(
  a: readonly Reference[] | undefined,
  b: readonly Reference[] | undefined,
): readonly Reference[] | undefined {
  if (!b?.length || a === b) return a;
  if (!a?.length) return b;
  const keys = new Set(a.map(referenceKey));
  const added = b.filter((reference) => !keys.has(referenceKey(reference)));
  return added.length === 0 ? a : [...a, ...added].slice(0, referenceLimit);
}

const referenceKey = ({ address, path }: Reference): string => `${address} ${path.join('.')}`;

/** Marks that a value takes over from what it was made of. */
export interface Marks {
  secret?: boolean;
  references?: readonly Reference[] | undefined;
}

export function withMarks<V extends Value>(value: V, { secret, references }: Marks): V {
  if (!secret && !references?.length) return value;
  return {
    ...value,
    ...(secret && { secret: true as const }),
    ...(references?.length && { references: joinReferences(value.references, references)! }),
  };
}

export const marksOf = (...values: readonly Value[]): Marks => {
  let secret = false;
  let references: readonly Reference[] | undefined;
  for (const value of values) {
    if (value.secret) secret = true;
    references = joinReferences(references, value.references);
  }
  return { secret, references };
};

export const asPath = (reference: Reference, step: string): Reference => ({
  address: reference.address,
  path: [...reference.path, step],
});

/** Objects and maps iterate in the order of their keys: https://developer.hashicorp.com/terraform/language/expressions/for */
export const sortedEntries = (value: ObjectValue): [string, Value][] =>
  [...value.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** A key of an object or map: strings, and what converts to one. */
export const keyText = (key: Value): string | undefined =>
  key.type === 'string'
    ? key.value
    : key.type === 'number'
      ? textOfNumber(key.value)
      : key.type === 'bool'
        ? String(key.value)
        : undefined;
