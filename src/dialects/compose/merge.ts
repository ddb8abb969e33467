import { isFilePlace } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';

// What a later file replaces as a whole: https://docs.docker.com/reference/compose-file/merge/
const replaced = new Set(['command', 'entrypoint', 'test']);

const marked = new WeakMap<Value, 'reset' | 'override'>();

/** Values with the marks that their places have: `!reset` and `!override`. */
export function laidOver(value: Value, marks: ReadonlyMap<string, 'reset' | 'override'>, depth = 0): Value {
  if (marks.size === 0 || depth > 60) return value;
  const inner: Value =
    value.type === 'list'
      ? { ...value, items: value.items.map((item) => laidOver(item, marks, depth + 1)) }
      : value.type === 'object'
        ? {
            ...value,
            entries: new Map([...value.entries].map(([key, item]) => [key, laidOver(item, marks, depth + 1)])),
          }
        : { ...value };
  const at = isFilePlace(value.at) ? `${value.at.span.startLine}:${value.at.span.startColumn}` : '';
  const mark = marks.get(at);
  if (mark) marked.set(inner, mark);
  return inner;
}

/** The same mark on what a value was changed to. */
export function keepingMark<T extends Value>(from: Value, to: T): T {
  const mark = marked.get(from);
  if (mark) marked.set(to, mark);
  return to;
}

/** One value laid over another, as Compose merges files: maps by key, lists one behind the other, the rest replaced. */
export function merged(below: Value, above: Value, key = '', depth = 0): Value {
  if (depth > 40 || replaced.has(key) || marked.has(above)) return above;
  if (below.type === 'list' && above.type === 'list')
    return { ...above, items: [...below.items, ...above.items], complete: below.complete && above.complete };
  if (below.type !== 'object' || above.type !== 'object') return above;
  const entries = new Map(below.entries);
  for (const [name, value] of above.entries) {
    const there = entries.get(name);
    if (marked.get(value) === 'reset') entries.delete(name);
    else entries.set(name, there ? merged(there, value, name, depth + 1) : value);
  }
  const reason = above.reason ?? below.reason;
  return { ...above, entries, complete: below.complete && above.complete, ...(reason && { reason }) };
}
