import type { UnknownReason } from '../../../model/fact.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { bool, known, unknown, type Data, type Dict } from './data.ts';

/** Maps that templates have changed, with what they held before. */
export type Changes = Map<Dict, ReadonlyMap<string, Data>>;

const changing = /^(?:must[SUM]|[sum])(?:et|nset|erge|ergeOverwrite)$/;

/** Notes what a call of a function is about to change. */
export function noteChange(changes: Changes, name: string, [target, ...below]: readonly Data[], budget: Budget): void {
  if (target?.type !== 'map' || !changing.test(name)) return;
  spend(budget, target.entries.size >> 2);
  if (!changes.has(target)) changes.set(target, new Map(target.entries));
  if (!/erge/.test(name)) return;
  for (const other of below)
    if (other.type === 'map')
      for (const [key, value] of other.entries) {
        const there: Data | undefined = target.entries.get(key);
        if (there?.type === 'map' && there !== target) noteChange(changes, name, [there, value], budget);
      }
}

/** What each of several ways to go on comes to, where one of them is taken and it isn't known which. */
export interface Alternative {
  variables: ReadonlyMap<string, Data>;
  maps: ReadonlyMap<Dict, ReadonlyMap<string, Data>>;
}

/** Takes the changes back, so that another alternative can start from the same state; returns what they came to. */
export function takenBack(changes: Changes): Alternative['maps'] {
  const after = new Map([...changes].map(([map]) => [map, map.entries] as const));
  for (const [map, before] of changes) map.entries = new Map(before);
  return after;
}

/** Leaves the changed maps as all alternatives together have them. */
export function settle(alternatives: readonly Alternative[], reason: UnknownReason, budget: Budget): void {
  for (const map of new Set(alternatives.flatMap(({ maps }) => [...maps.keys()]))) {
    const [first, ...others] = alternatives.map(({ maps }) => maps.get(map) ?? map.entries);
    map.entries = others.reduce<Map<string, Data>>(
      (all, next) => entriesOfBoth(all, next, reason, budget, 0),
      new Map(first),
    );
  }
}

/** What is the same in both is known; a key of one alone may not be there. */
export function together(a: Data, b: Data, reason: UnknownReason, budget: Budget, depth = 0): Data {
  spend(budget);
  if (a === b) return a;
  if (depth > 100) throw new Stop('too-large', 'less depth');
  if (a.type === 'map' && b.type === 'map' && !a.method && !b.method)
    return {
      type: 'map',
      entries: entriesOfBoth(a.entries, b.entries, reason, budget, depth),
      ...(a.from && b.from ? { from: a.from } : {}),
    };
  if (a.type === 'list' && b.type === 'list' && a.items.length === b.items.length)
    return { ...a, items: a.items.map((item, i) => together(item, b.items[i]!, reason, budget, depth + 1)) };
  if (
    a.type === 'string' &&
    b.type === 'string' &&
    [a, b].every((text) => text.pieces.every((piece) => !piece.unknown))
  )
    return known(a) === known(b) ? a : unknown(reason);
  if (a.type === 'nil' && b.type === 'nil') return a;
  if ((a.type === 'bool' || a.type === 'number') && a.type === b.type && a.value === b.value) return a;
  return unknown(reason);
}

function entriesOfBoth(
  a: ReadonlyMap<string, Data>,
  b: ReadonlyMap<string, Data>,
  reason: UnknownReason,
  budget: Budget,
  depth: number,
): Map<string, Data> {
  return new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((key) => {
      const [one, other] = [a.get(key), b.get(key)];
      return [
        key,
        one && other ? together(one, other, reason, budget, depth + 1) : { type: 'unknown', reason, perhaps: true },
      ] as const;
    }),
  );
}

/** Whether a map has a key; unknown for one that may not be there. */
export function hasKey({ entries }: Dict, key: string): Data {
  const found = entries.get(key);
  return found?.type === 'unknown' && found.perhaps ? unknown(found.reason) : bool(found !== undefined);
}
