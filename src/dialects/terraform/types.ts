import type { Expression } from '../../parse/hcl/ast.ts';
import type { ListValue, Value } from '../../model/value.ts';
import { spend, Stop, type Budget } from './budget.ts';
import { asSet } from './functions/sets.ts';
import { numberOfText, textOfNumber, truthOfText } from './numbers.ts';
import { bool, failed, isOpen, isSet, nothing, number, string, typed } from './values.ts';
import { unify, typeOfValue } from './unify.ts';

/** A type constraint: https://developer.hashicorp.com/terraform/language/expressions/type-constraints */
export type Type =
  | { kind: 'any' | 'string' | 'number' | 'bool' }
  | { kind: 'list' | 'set' | 'map'; of: Type }
  | { kind: 'tuple'; items: readonly Type[] }
  | { kind: 'object'; attributes: ReadonlyMap<string, { type: Type; optional: boolean; fallback?: Expression }> };

const any: Type = { kind: 'any' };

/** Reads a type constraint; what can't be read allows anything. */
export function typeOf(expression: Expression | undefined, depth = 0): Type {
  if (!expression || depth > 50) return any;
  if (expression.type === 'parentheses') return typeOf(expression.inner, depth);
  if (expression.type === 'variable' || expression.type === 'literal')
    return named(expression.type === 'variable' ? expression.name : expression.value);
  if (expression.type !== 'call') return any;
  const [argument] = expression.arguments;
  switch (expression.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: expression.name, of: typeOf(argument, depth + 1) };
    case 'tuple':
      return argument?.type === 'list'
        ? { kind: 'tuple', items: argument.items.map((item) => typeOf(item, depth + 1)) }
        : any;
    case 'object':
      return argument?.type === 'object' ? objectType(argument, depth) : any;
    default:
      return any;
  }
}

function named(name: string | number | boolean | null): Type {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name };
  // The types of versions before 0.12: https://developer.hashicorp.com/terraform/language/v0.11/configuration/variables
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: any };
  return any;
}

function objectType(argument: Expression & { type: 'object' }, depth: number): Type {
  const attributes = new Map<string, { type: Type; optional: boolean; fallback?: Expression }>();
  for (const { key, value } of argument.entries) {
    const name = key.type === 'literal' ? String(key.value) : key.type === 'variable' ? key.name : undefined;
    if (name === undefined) continue;
    const optional = value.type === 'call' && value.name === 'optional';
    const fallback = optional ? value.arguments[1] : undefined;
    attributes.set(name, {
      type: typeOf(optional ? value.arguments[0] : value, depth + 1),
      optional,
      ...(fallback && { fallback }),
    });
  }
  return { kind: 'object', attributes };
}

export interface Conversion {
  budget: Budget;
  /** The value of a default that stands in the type. */
  fallback(expression: Expression): Value;
}

/** A value as the type has it; what does not convert is a failure. Null and unknown are of every type. */
export function convert(value: Value, type: Type, conversion: Conversion): Value {
  spend(conversion.budget);
  if (value.type === 'unknown' || value.type === 'null' || type.kind === 'any' || isOpen(value)) return value;
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return scalar(value, type.kind);
    case 'list':
    case 'set':
      return sequence(value, type.kind, type.of, conversion);
    case 'tuple':
      return value.type === 'list' && value.items.length === type.items.length
        ? { ...value, items: value.items.map((item, i) => convert(item, type.items[i] ?? any, conversion)) }
        : mismatch(value, `a tuple of ${type.items.length}`);
    case 'map':
      return value.type === 'object' ? asMap(value, type.of, conversion) : mismatch(value, 'a map');
    case 'object':
      return value.type === 'object' ? asObject(value, type, conversion) : mismatch(value, 'an object');
  }
}

const mismatch = (value: Value, expected: string): Value =>
  failed('wrong-type', 'a value', `${expected} (this is ${value.type})`, value.at);

/** https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion */
export function scalar(value: Value, kind: 'string' | 'number' | 'bool'): Value {
  if (value.type === kind || value.type === 'unknown' || value.type === 'null') return value;
  if (kind === 'string') {
    if (value.type === 'number') return copyMarks(value, string(textOfNumber(value.value), value.at));
    if (value.type === 'bool') return copyMarks(value, string(String(value.value), value.at));
  } else if (value.type === 'string') {
    const read = kind === 'number' ? numberOfText(value.value) : undefined;
    if (read !== undefined) return copyMarks(value, number(read, value.at));
    const truth = truthOfText(value.value);
    if (kind === 'bool' && truth !== undefined) return copyMarks(value, bool(truth, value.at));
  }
  return mismatch(value, `a ${kind}`);
}

const copyMarks = (from: Value, to: Value): Value => ({
  ...to,
  via: from.via,
  ...(from.secret && { secret: true as const }),
  ...(from.references && { references: from.references }),
});

function asMap(value: Value & { type: 'object' }, of: Type, conversion: Conversion): Value {
  const items = converted([...value.entries.values()], of, conversion);
  return typed({ ...value, entries: new Map([...value.entries.keys()].map((key, i) => [key, items[i]!])) });
}

/** The members of a collection: `any` is one type, whichever they have in common. */
const converted = (items: readonly Value[], of: Type, conversion: Conversion): Value[] =>
  of.kind === 'any' ? unified(items, conversion.budget) : items.map((item) => convert(item, of, conversion));

function sequence(value: Value, kind: 'list' | 'set', of: Type, conversion: Conversion): Value {
  if (value.type !== 'list') return mismatch(value, `a ${kind}`);
  const items = converted(value.items, of, conversion);
  if (kind === 'list') return asList(value, items);
  return { ...value, ...asSet(items, value.at, conversion.budget), via: value.via, complete: value.complete };
}

/** The same list with these items, where it was a set or a tuple too. */
export function asList(value: ListValue, items: readonly Value[]): Value {
  if (!isSet(value)) return typed({ ...value, items });
  const { set: _set, ...rest } = value;
  return typed({ ...rest, items });
}

/** Attributes that the type does not name fall away; optional ones get their default, or null. */
function asObject(value: Value & { type: 'object' }, type: Type & { kind: 'object' }, conversion: Conversion): Value {
  const entries = new Map<string, Value>();
  for (const [name, attribute] of type.attributes) {
    const given = value.entries.get(name);
    if (given && !(given.type === 'null' && attribute.fallback)) {
      entries.set(name, convert(given, attribute.type, conversion));
      continue;
    }
    if (!given && !value.complete) continue;
    if (!given && !attribute.optional)
      return failed('wrong-type', name, `the attribute ${name}, which the type of the variable requires`, value.at);
    const fallback = attribute.fallback && conversion.fallback(attribute.fallback);
    entries.set(name, fallback ? convert(fallback, attribute.type, conversion) : nothing(value.at));
  }
  return { ...value, entries };
}

/** Items made one type, as `tolist`, `toset` and `list(any)` have it: https://developer.hashicorp.com/terraform/language/functions/tolist */
export function unified(items: readonly Value[], budget: Budget): Value[] {
  const type = unify(items.map((item) => typeOfValue(item, budget)));
  if (!type) throw new Stop('wrong-type', 'items of one type');
  return items.map((item) => toType(item, type, budget));
}

/** A value of a known type as another that was found for it: no attribute is left to a default. */
export const toType = (value: Value, type: Type, budget: Budget): Value =>
  convert(value, type, { budget, fallback: () => nothing(value.at) });
