import type { Value } from '../../model/value.ts';
import { inherit } from './members.ts';
import { isSet, number, sortedEntries, string, withMarks } from './values.ts';

/** The pairs a `for`, `for_each` or `dynamic` goes over; undefined where the value is no collection. */
export function pairsOf(collection: Value): { key: Value; value: Value }[] | undefined {
  if (collection.type === 'list')
    return collection.items.map((item, index) => {
      const value = inherit(item, collection);
      return { key: isSet(collection) ? value : number(index, item.at), value };
    });
  if (collection.type !== 'object') return undefined;
  return sortedEntries(collection).map(([name, item]) => ({
    key: withMarks(string(name, collection.keys?.get(name) ?? item.at), { secret: collection.secret === true }),
    value: inherit(item, collection, [], name),
  }));
}
