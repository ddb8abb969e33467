import type { Node } from '../parse/tree.ts';
import type { Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';

/** How many nodes a tree may come to, aliases unfolded: more is an attack or data. */
const budget = 200_000;

/** A tree of YAML or JSON as a value. Beyond the budget it is unknown. */
export function valueOf(node: Node | undefined, file: string): Value {
  let left = budget;
  const convert = (from: Node, depth: number): Value => {
    const at: Place = { file, span: from.span };
    const placed = { at, via: [] };
    if (--left < 0 || depth > 200)
      return { type: 'unknown', reason: { code: 'too-large', settledBy: 'a smaller file' }, ...placed };
    if (from.type === 'sequence')
      return { type: 'list', items: from.items.map((item) => convert(item, depth + 1)), complete: true, ...placed };
    if (from.type === 'mapping')
      return {
        type: 'object',
        entries: new Map(from.entries.map(({ key, value }) => [key.text, convert(value, depth + 1)])),
        keys: new Map(from.entries.map(({ key }) => [key.text, { file, span: key.span }])),
        complete: true,
        ...placed,
      };
    const { value } = from;
    if (typeof value === 'string') return { type: 'string', value, ...placed };
    if (typeof value === 'number') return { type: 'number', value, ...placed };
    if (typeof value === 'boolean') return { type: 'bool', value, ...placed };
    return { type: 'null', ...placed };
  };
  if (node) return convert(node, 0);
  return { type: 'null', at: { file, span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } }, via: [] };
}
