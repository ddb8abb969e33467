import type { Place } from '../../model/place.ts';
import type { Reference, UnknownValue, Value } from '../../model/value.ts';
import { spend, type Budget } from './budget.ts';
import {
  incompleteReason,
  isFailed,
  isOpen,
  isSet,
  isTyped,
  joinReferences,
  list,
  nothing,
  number,
  object,
  string,
  bool,
  unknown,
} from './values.ts';

/** A wholly known value without its places. */
export type Data = null | string | number | boolean | Data[] | Map<string, Data>;

/** The first unknown in a value, however deep; resources as a whole count as unknown, as their ids are. */
export function firstUnknown(value: Value, budget: Budget): UnknownValue | undefined {
  spend(budget);
  if (value.type === 'unknown') return value;
  if (value.type === 'list') {
    for (const item of value.items) {
      const found = firstUnknown(item, budget);
      if (found) return found;
    }
    return value.complete ? undefined : unknown(incompleteReason(value), value.at);
  }
  if (value.type !== 'object') return undefined;
  if (isOpen(value) || !value.complete) return unknown(incompleteReason(value), value.at);
  for (const item of value.entries.values()) {
    const found = firstUnknown(item, budget);
    if (found) return found;
  }
  return undefined;
}

/** Whether evaluation met something that Terraform would report as an error. */
export function hasFailed(value: Value, budget: Budget): boolean {
  spend(budget);
  if (value.type === 'unknown') return isFailed(value);
  if (isOpen(value)) return false;
  if (value.type === 'list') return value.items.some((item) => hasFailed(item, budget));
  if (value.type !== 'object') return false;
  for (const item of value.entries.values()) if (hasFailed(item, budget)) return true;
  return false;
}

/** References and secrecy of a value and of all in it. */
export function deepMarks(
  value: Value,
  budget: Budget,
): { secret: boolean; references: readonly Reference[] | undefined } {
  spend(budget);
  let secret = value.secret === true;
  let references = value.references;
  if (isOpen(value)) return { secret, references };
  const members = value.type === 'list' ? value.items : value.type === 'object' ? value.entries.values() : [];
  for (const item of members) {
    const marks = deepMarks(item, budget);
    secret ||= marks.secret;
    references = joinReferences(references, marks.references);
  }
  return { secret, references };
}

/** The value without places. Only for values in which `firstUnknown` finds nothing. */
export function toData(value: Value, budget: Budget): Data {
  spend(budget);
  switch (value.type) {
    case 'null':
    case 'unknown':
      return null;
    case 'list':
      return value.items.map((item) => toData(item, budget));
    case 'object':
      return new Map([...value.entries].map(([key, item]) => [key, toData(item, budget)]));
    default:
      return value.value;
  }
}

export function fromData(data: Data, at: Place): Value {
  if (data === null) return nothing(at);
  if (typeof data === 'string') return string(data, at);
  if (typeof data === 'number') return number(data, at);
  if (typeof data === 'boolean') return bool(data, at);
  if (Array.isArray(data))
    return list(
      data.map((item) => fromData(item, at)),
      at,
    );
  return object(new Map([...data].map(([key, item]) => [key, fromData(item, at)])), at);
}

/** Equality as `==` has it; undefined where something unknown decides. Values of different types are never equal. */
export function equal(a: Value, b: Value, budget: Budget): boolean | undefined {
  spend(budget);
  if (a.type === 'unknown' || b.type === 'unknown') return undefined;
  if (a.type !== b.type || isTyped(a) !== isTyped(b)) return false;
  if (a.type === 'list' && b.type === 'list') return equalLists(a, b, budget);
  if (a.type === 'object' && b.type === 'object') return equalObjects(a, b, budget);
  if (a.type === 'null') return true;
  return 'value' in a && 'value' in b && a.value === b.value;
}

function equalLists(a: Value & { type: 'list' }, b: Value & { type: 'list' }, budget: Budget): boolean | undefined {
  if (!a.complete || !b.complete) return undefined;
  if (a.items.length !== b.items.length) return false;
  if (isSet(a) !== isSet(b)) return false;
  if (isSet(a)) return every(a.items.map((item) => some(b.items.map((other) => equal(item, other, budget)))));
  return every(a.items.map((item, i) => equal(item, b.items[i]!, budget)));
}

function equalObjects(
  a: Value & { type: 'object' },
  b: Value & { type: 'object' },
  budget: Budget,
): boolean | undefined {
  if (!a.complete || !b.complete) return undefined;
  if (a.entries.size !== b.entries.size) return false;
  return every(
    [...a.entries].map(([key, item]) => {
      const other = b.entries.get(key);
      return other ? equal(item, other, budget) : false;
    }),
  );
}

const some = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

const every = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;

/** Gives the members what their container has: the way it came and its secrecy. */
export function spread(value: Value, budget: Budget, via: readonly Place[] = [], secret = false): Value {
  spend(budget);
  const own: Value =
    via.length || (secret && !value.secret)
      ? { ...value, via: via.length ? [...via, ...value.via] : value.via, ...(secret && { secret: true as const }) }
      : value;
  if (isOpen(own)) return own;
  if (own.type !== 'list' && own.type !== 'object') return own;
  if (own.via.length === 0 && !own.secret && !needsSpread(own)) return own;
  const secretInside = own.secret === true;
  if (own.type === 'list')
    return { ...own, items: own.items.map((item) => spread(item, budget, own.via, secretInside)) };
  return {
    ...own,
    entries: new Map([...own.entries].map(([key, item]) => [key, spread(item, budget, own.via, secretInside)])),
  };
}

/** Members that are containers may themselves have come a way. */
const needsSpread = (value: Value): boolean =>
  value.type === 'list'
    ? value.items.some((item) => item.type === 'list' || item.type === 'object')
    : value.type === 'object' &&
      [...value.entries.values()].some((item) => item.type === 'list' || item.type === 'object');
