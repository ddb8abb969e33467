import type { Node } from '../../parse/tree.ts';
import type { Value } from '../../model/value.ts';
import { valueOf } from '../tree-value.ts';

// What is filled in before it reaches the cluster: `{{ … }}` by Helm and others, `${NAME}` by envsubst and Flux.
const placeholder = /\{\{.*?\}\}|\$\{\w+(?:[:=-][^}]*)?\}/s;

/** A manifest as a value. Texts that something else fills in are not known. */
export const manifestValue = (node: Node, file: string): Value => withPlaceholders(valueOf(node, file));

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
