import type { Place } from '../../model/place.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import { asPath, failed, incompleteReason, isOpen, isSet, unknown, withMarks } from './values.ts';
import { textOfNumber } from './numbers.ts';

/** `value[key]` and `value.key`, as HCL reads them: a list takes numbers, an object takes names, null has no members. */
export function member(value: Value, key: Value, at: Place): Value {
  if (value.type === 'unknown') return memberOfUnknown(value, key);
  if (key.type === 'unknown') return inherit({ ...unknown(key.reason, at) }, value, [key]);
  if (key.type !== 'string' && key.type !== 'number')
    return failed('wrong-type', 'a key', 'a string or a number as the key', at);
  const name = key.type === 'string' ? key.value : textOfNumber(key.value);
  if (value.type === 'object') return inherit(memberOfObject(value, name, at), value, [], name);
  if (value.type === 'list') return inherit(itemOf(value, name, at), value, [], name);
  return failed('wrong-type', name, `a value that has ${name} (this is a ${value.type})`, at);
}

/** An unknown's members are unknown for the same reason; where it comes from a resource, the path goes on. */
function memberOfUnknown(value: UnknownValue, key: Value): Value {
  const step = key.type === 'string' ? key.value : key.type === 'number' ? String(key.value) : undefined;
  const { prefix: _prefix, suffix: _suffix, json: _json, ...rest } = value;
  if (step === undefined || !value.references) return rest;
  return { ...rest, references: value.references.map((reference) => asPath(reference, step)) };
}

function memberOfObject(value: Value & { type: 'object' }, name: string, at: Place): Value {
  const found = value.entries.get(name);
  // An argument that is given null is left out, and the provider may fill it in.
  const leftOut = found?.type === 'null' && isOpen(value);
  if (found && !leftOut) return found;
  if (isOpen(value)) return value.missing(name);
  if (!value.complete) return unknown(incompleteReason(value), value.at);
  return failed('does-not-exist', name, `a member ${name}; there is none`, at);
}

function itemOf(value: Value & { type: 'list' }, name: string, at: Place): Value {
  if (isSet(value)) return failed('wrong-type', name, 'a list (the elements of a set have no index)', at);
  const index = Number(name);
  if (!Number.isInteger(index) || name.trim() === '')
    return failed('wrong-type', name, 'a whole number as the index', at);
  const found = index >= 0 ? value.items[index] : undefined;
  if (found && (value.complete || !isOpen(value))) return found;
  if (isOpen(value)) return value.missing(name);
  if (!value.complete) return unknown(incompleteReason(value), value.at);
  return failed('does-not-exist', name, `an item ${name}; the list has ${value.items.length}`, at);
}

/** A member has come the way its container came, and is as secret; a reference to the container goes on to it. */
export function inherit(found: Value, container: Value, keys: readonly Value[] = [], step?: string): Value {
  const via = container.via.length ? { ...found, via: [...container.via, ...found.via] } : found;
  const references = step === undefined ? container.references : container.references?.map((r) => asPath(r, step));
  const marked = withMarks(via, { secret: container.secret === true, references });
  const result = keys.reduce(
    (value, key) => withMarks(value, { secret: key.secret === true, references: key.references }),
    marked,
  );
  return container.origin ? { ...result, origin: container.origin } : result;
}
