import type { MappingNode, Node, ScalarNode } from './tree.ts';

// Ways to look into a tree of YAML or JSON that may hold anything.

export const entryOf = (node: Node | undefined, key: string): MappingNode['entries'][number] | undefined =>
  node?.type === 'mapping' ? node.entries.findLast((entry) => entry.key.text === key) : undefined;

export const child = (node: Node | undefined, ...keys: readonly string[]): Node | undefined =>
  keys.reduce<Node | undefined>((at, key) => entryOf(at, key)?.value, node);

export const scalarOf = (node: Node | undefined): ScalarNode | undefined =>
  node?.type === 'scalar' ? node : undefined;

/** The text of a scalar that is not null. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.type === 'scalar' && node.value !== null ? node.text : undefined;

/** Items of a sequence; one that stands alone counts as a list of one. */
export const itemsOf = (node: Node | undefined): readonly Node[] =>
  node === undefined || (node.type === 'scalar' && node.value === null)
    ? []
    : node.type === 'sequence'
      ? node.items
      : [node];

export const entriesOf = (node: Node | undefined): MappingNode['entries'] =>
  node?.type === 'mapping' ? node.entries : [];

/** All scalars below, however deep. */
export function* scalarsIn(node: Node | undefined, depth = 0): Iterable<ScalarNode> {
  if (!node || depth > 60) return;
  if (node.type === 'scalar') yield node;
  else if (node.type === 'sequence') for (const item of node.items) yield* scalarsIn(item, depth + 1);
  else for (const { value } of node.entries) yield* scalarsIn(value, depth + 1);
}
