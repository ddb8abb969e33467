import type { Value } from '../../../model/value.ts';
import { isOpen, bool, failed, typed } from '../values.ts';
import { asList, scalar, unified } from '../types.ts';
import { shallow, type CallSite, type FunctionDefinition } from './definition.ts';
import { asSet } from './sets.ts';

/** https://developer.hashicorp.com/terraform/language/functions#type-conversion-functions; `try` and `can` are in call.ts. */
export const conversionFunctions: Record<string, FunctionDefinition> = {
  ephemeralasnull: shallow(1, 1, ([value]) => value!),
  issensitive: shallow(1, 1, ([value], site) =>
    value!.type === 'unknown' && !value!.secret ? { ...value!, at: site.at } : bool(value!.secret === true, site.at),
  ),
  nonsensitive: shallow(1, 1, ([value]) => {
    const { secret: _secret, ...rest } = value!;
    return rest as Value;
  }),
  sensitive: shallow(1, 1, ([value]) => ({ ...value!, secret: true })),
  tobool: shallow(1, 1, ([value]) => scalar(value!, 'bool')),
  tolist: shallow(1, 1, ([value], site) => toList(value!, site)),
  tomap: shallow(1, 1, ([value], site) => toMap(value!, site)),
  tonumber: shallow(1, 1, ([value]) => scalar(value!, 'number')),
  toset: shallow(1, 1, ([value], site) => toSet(value!, site)),
  tostring: shallow(1, 1, ([value]) => scalar(value!, 'string')),
};

const passes = (value: Value): boolean => value.type === 'unknown' || value.type === 'null';

function toList(value: Value, site: CallSite): Value {
  if (passes(value)) return value;
  if (value.type !== 'list')
    return failed('wrong-type', 'tolist()', `a list, a tuple or a set (this is ${value.type})`, site.at);
  return asList(value, unified(value.items, site.budget));
}

function toSet(value: Value, site: CallSite): Value {
  if (passes(value)) return value;
  if (value.type !== 'list')
    return failed('wrong-type', 'toset()', `a list, a tuple or a set (this is ${value.type})`, site.at);
  return {
    ...value,
    ...asSet(unified(value.items, site.budget), value.at, site.budget),
    via: value.via,
    complete: value.complete,
  };
}

function toMap(value: Value, site: CallSite): Value {
  if (passes(value) || isOpen(value)) return value;
  if (value.type !== 'object')
    return failed('wrong-type', 'tomap()', `a map or an object (this is ${value.type})`, site.at);
  const items = unified([...value.entries.values()], site.budget);
  return typed({ ...value, entries: new Map([...value.entries.keys()].map((key, i) => [key, items[i]!])) });
}
