import type { Place } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { spend, type Budget } from '../budget.ts';
import { firstUnknown, toData } from '../deep.ts';
import { setOf, type SetValue } from '../values.ts';
import { encodeJson } from './json.ts';

/** A set: each element once, in the order in which Terraform iterates. Unknown elements stay as they are, at the end. */
export function asSet(items: readonly Value[], at: Place, budget: Budget): SetValue {
  const seen = new Map<string, Value>();
  const open: Value[] = [];
  for (const item of items) {
    spend(budget);
    if (firstUnknown(item, budget)) open.push(item);
    else {
      const key = identity(item, budget);
      if (!seen.has(key)) seen.set(key, item);
    }
  }
  const sorted = [...seen]
    .sort(([a, x], [b, y]) => compare(x, y) || (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
  return setOf([...sorted, ...open], at);
}

/** Text that two known values share exactly if they are equal. */
export const identity = (value: Value, budget: Budget): string => `${value.type} ${encodeJson(toData(value, budget))}`;

function compare(a: Value, b: Value): number {
  if (a.type === 'number' && b.type === 'number') return a.value - b.value;
  if (a.type === 'string' && b.type === 'string') return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  return 0;
}
