import type { Node } from '../../parse/tree.ts';
import type { Value } from '../../model/value.ts';
import { valueOf } from '../tree-value.ts';

// What is filled in before it reaches the cluster: `{{ … }}` by Helm and others, `${NAME}` by envsubst and Flux.
const placeholder = /\{\{.*?\}\}|\$\{\w+(?:[:=-][^}]*)?\}/s;

/** A manifest as a value. Texts that something else fills in are not known. */
export const manifestValue = (node: Node, file: string): Value =>
  withPlaceholders(withConflicts(valueOf(node, file), node, file));

/**
 * What stands twice under one key. kubectl takes the last of them, kustomize refuses the file and a strict API server the object:
 * where they differ, what holds is not known.
 */
function withConflicts(value: Value, node: Node, file: string, depth = 0): Value {
  if (depth > 200) return value;
  if (value.type === 'list' && node.type === 'sequence')
    return { ...value, items: value.items.map((item, i) => withConflicts(item, node.items[i]!, file, depth + 1)) };
  if (value.type !== 'object' || node.type !== 'mapping') return value;
  const entries = new Map(value.entries);
  const last = new Map<string, Node>();
  const differing = new Map<string, Node>();
  for (const { key, value: entry } of node.entries) {
    const former = last.get(key.text);
    if (former && !same(former, entry)) differing.set(key.text, former);
    last.set(key.text, entry);
  }
  for (const [key, entry] of last) {
    const there = entries.get(key);
    const former = differing.get(key);
    if (former && there)
      entries.set(key, {
        type: 'unknown',
        reason: { code: 'conflicting-writers', subject: key, settledBy: 'one of the two lines' },
        at: there.at,
        via: [{ file, span: former.span }],
      });
    else if (there) entries.set(key, withConflicts(there, entry, file, depth + 1));
  }
  return { ...value, entries };
}

/** Whether two nodes say the same; those with very many parts are taken for different. */
function same(a: Node, b: Node, budget = { left: 10_000 }): boolean {
  if (--budget.left < 0) return false;
  if (a.type === 'scalar' && b.type === 'scalar') return a.value === b.value;
  if (a.type === 'sequence' && b.type === 'sequence')
    return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]!, budget));
  if (a.type !== 'mapping' || b.type !== 'mapping' || a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, i) => {
    const other = b.entries[i]!;
    return key.text === other.key.text && same(value, other.value, budget);
  });
}

function withPlaceholders(value: Value): Value {
  if (value.type === 'list') return { ...value, items: value.items.map(withPlaceholders) };
  if (value.type === 'object')
    return {
      ...value,
      entries: new Map([...value.entries].map(([key, entry]) => [key, withPlaceholders(entry)])),
    };
  if (value.type !== 'string' || !placeholder.test(value.value)) return value;
  const { at, via, value: text } = value;
  return {
    type: 'unknown',
    reason: {
      code: 'not-rendered',
      subject: placeholder.exec(text)![0],
      settledBy: 'the manifest as it is applied',
    },
    prefix: text.slice(0, placeholder.exec(text)!.index),
    suffix: text.slice(Math.max(text.lastIndexOf('}'), 0) + 1),
    at,
    via,
  };
}
