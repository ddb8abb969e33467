import type { FilePlace } from '../../model/place.ts';
import { unknown, whyUnknown, type Fields, type Item } from './items.ts';
import type { Machine } from './machine.ts';

/** `...of`: what isn't known may have any key, and overrides what stands before it. */
export function copyInto(into: Fields, of: Item, at: FilePlace, machine: Machine): void {
  if (of.type === 'undefined' || of.type === 'null' || of.type === 'bool') return;
  if (of.type === 'instance') {
    for (const [key, value] of of.fields) into.entries.set(key, value);
    return;
  }
  if (of.type !== 'object' || of.reason) {
    const why = of.type === 'object' ? of.reason! : whyUnknown(of);
    for (const key of into.entries.keys())
      if (of.type !== 'object' || !of.entries.has(key)) into.entries.set(key, unknown(why, at));
    into.reason ??= why;
  }
  if (of.type !== 'object' || !machine.spend(of.entries.size)) return;
  for (const [key, value] of of.entries) {
    if (value.type === 'undefined' && !into.entries.has(key)) continue;
    into.entries.set(key, value);
    const place = of.keys.get(key);
    if (place) into.keys.set(key, place);
  }
}
