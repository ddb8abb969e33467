import type { Value } from '../../model/value.ts';

// What a later file replaces as a whole: https://docs.docker.com/reference/compose-file/merge/
const replaced = new Set(['command', 'entrypoint', 'test']);

/** One value laid over another, as Compose merges files: maps by key, lists one behind the other, the rest replaced. */
export function merged(below: Value, above: Value, key = '', depth = 0): Value {
  if (depth > 40 || replaced.has(key)) return above;
  if (below.type === 'list' && above.type === 'list')
    return { ...above, items: [...below.items, ...above.items], complete: below.complete && above.complete };
  if (below.type !== 'object' || above.type !== 'object') return above;
  const entries = new Map(below.entries);
  for (const [name, value] of above.entries) {
    const there = entries.get(name);
    entries.set(name, there ? merged(there, value, name, depth + 1) : value);
  }
  const reason = above.reason ?? below.reason;
  return { ...above, entries, complete: below.complete && above.complete, ...(reason && { reason }) };
}
