import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { bounded, cycle, type Budget } from './budget.ts';

/**
 * A map whose keys are known and whose values are worked out when they are read, each once and with a budget of its own.
 * `shape` may be shared: ten thousand instances of a block have the same keys.
 */
export function lazyEntries<T>(
  budget: Budget,
  shape: ReadonlyMap<string, T>,
  subject: string,
  at: (item: T) => Place,
  compute: (item: T, name: string) => Value,
): ReadonlyMap<string, Value> {
  let known: Map<string, Value> | undefined;
  let running: Set<string> | undefined;
  const get = (name: string): Value | undefined => {
    const there = known?.get(name);
    if (there) return there;
    const item = shape.get(name);
    if (item === undefined) return undefined;
    const address = `${subject}.${name}`;
    if (running?.has(name)) return cycle(at(item), address);
    (running ??= new Set()).add(name);
    const value = bounded(budget, at(item), address, () => compute(item, name));
    running.delete(name);
    (known ??= new Map()).set(name, value);
    return value;
  };
  function* entries(): MapIterator<[string, Value]> {
    for (const name of shape.keys()) yield [name, get(name)!];
    return undefined;
  }
  function* values(): MapIterator<Value> {
    for (const name of shape.keys()) yield get(name)!;
    return undefined;
  }
  const map: ReadonlyMap<string, Value> = {
    get,
    has: (key) => shape.has(key),
    size: shape.size,
    keys: () => shape.keys(),
    entries,
    values,
    forEach: (visit) => {
      for (const name of shape.keys()) visit(get(name)!, name, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
