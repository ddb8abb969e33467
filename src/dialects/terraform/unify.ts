import type { Value } from '../../model/value.ts';
import { spend, type Budget } from './budget.ts';
import type { Type } from './types.ts';
import { isOpen, isSet, isTyped } from './values.ts';

const any: Type = { kind: 'any' };

/** The type of a value; what is unknown, null or decided by a provider may be of any. */
export function typeOfValue(value: Value, budget: Budget): Type {
  spend(budget);
  switch (value.type) {
    case 'unknown':
    case 'null':
      return any;
    case 'list': {
      if (isOpen(value) || !value.complete) return any;
      const items = value.items.map((item) => typeOfValue(item, budget));
      if (isSet(value)) return { kind: 'set', of: unify(items) ?? any };
      return isTyped(value) ? { kind: 'list', of: unify(items) ?? any } : { kind: 'tuple', items };
    }
    case 'object': {
      if (isOpen(value) || !value.complete) return any;
      const types = [...value.entries].map(([name, item]) => [name, typeOfValue(item, budget)] as const);
      if (isTyped(value)) return { kind: 'map', of: unify(types.map(([, type]) => type)) ?? any };
      return objectOf(types);
    }
    default:
      return { kind: value.type };
  }
}

const objectOf = (types: readonly (readonly [string, Type])[]): Type => ({
  kind: 'object',
  attributes: new Map(types.map(([name, type]) => [name, { type, optional: false }])),
});

/**
 * The type that values of all of these convert to, as both results of a conditional do; undefined where there is none:
 * https://developer.hashicorp.com/terraform/language/expressions/conditionals#result-types
 */
export function unify(types: readonly Type[]): Type | undefined {
  const known = types.filter(({ kind }) => kind !== 'any');
  const [first] = known;
  if (!first) return any;
  if (known.every((type) => classOf(type) === 'scalar')) {
    if (known.every(({ kind }) => kind === first.kind)) return first;
    return known.some(({ kind }) => kind === 'string') ? { kind: 'string' } : undefined;
  }
  if (known.every((type) => classOf(type) === 'sequence')) return unifySequences(known);
  if (known.every((type) => classOf(type) === 'mapping')) return unifyMappings(known);
  return undefined;
}

/** Types of different classes never convert to each other. */
export function classOf({ kind }: Type): 'any' | 'scalar' | 'sequence' | 'mapping' {
  if (kind === 'any') return 'any';
  if (kind === 'list' || kind === 'set' || kind === 'tuple') return 'sequence';
  return kind === 'map' || kind === 'object' ? 'mapping' : 'scalar';
}

function unifySequences(types: readonly Type[]): Type | undefined {
  const members = types.flatMap((type) =>
    type.kind === 'tuple' ? type.items : type.kind === 'list' || type.kind === 'set' ? [type.of] : [],
  );
  const kinds = new Set(types.map(({ kind }) => kind));
  // Which of the two it comes to hangs on the version.
  if (kinds.has('list') && kinds.has('set')) return any;
  if (!kinds.has('list') && !kinds.has('set')) {
    const tuples = types.flatMap((type) => (type.kind === 'tuple' ? [type.items] : []));
    const items = columns(tuples);
    if (items) return { kind: 'tuple', items };
  }
  const of = unify(members);
  return of && { kind: kinds.has('set') ? 'set' : 'list', of };
}

/** The type of each place, where all have as many. */
function columns(tuples: readonly (readonly Type[])[]): Type[] | undefined {
  const [first] = tuples;
  if (!first || tuples.some((items) => items.length !== first.length)) return undefined;
  const items = first.map((_, i) => unify(tuples.map((tuple) => tuple[i]!)));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function unifyMappings(types: readonly Type[]): Type | undefined {
  const objects = types.flatMap((type) => (type.kind === 'object' ? [type.attributes] : []));
  if (objects.length === types.length) {
    const names = [...objects[0]!.keys()];
    const same = objects.every((one) => one.size === names.length && names.every((name) => one.has(name)));
    const items = same ? columns(objects.map((one) => names.map((name) => one.get(name)!.type))) : undefined;
    if (items) return objectOf(names.map((name, i) => [name, items[i]!] as const));
  }
  const of = unify(
    types.flatMap((type) =>
      type.kind === 'object'
        ? [...type.attributes.values()].map((one) => one.type)
        : type.kind === 'map'
          ? [type.of]
          : [],
    ),
  );
  return of && { kind: 'map', of };
}

/** Whether a value of the first type is one of the second already. */
export function isSame(a: Type, b: Type): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'tuple' && b.kind === 'tuple') return a.items.every((item, i) => isSame(item, b.items[i] ?? any));
  if (a.kind === 'object' && b.kind === 'object')
    return [...a.attributes].every(([name, { type }]) => isSame(type, b.attributes.get(name)?.type ?? any));
  if ('of' in a && 'of' in b) return a.kind === b.kind && isSame(a.of, b.of);
  return a.kind === b.kind;
}
