import type { Span } from '../model/place.ts';

/** The tree that YAML and JSON share. Aliases are resolved lazily: `target()` gives the anchored node. */
export type Node = ScalarNode | SequenceNode | MappingNode;

interface Placed {
  span: Span;
  /** YAML's tag where one is written: `!Ref`, `!!str`. */
  tag?: string;
}

export interface ScalarNode extends Placed {
  type: 'scalar';
  value: string | number | boolean | null;
  /** As written between its quotes, unescaped: `on`, `1.20`, `0123`. */
  text: string;
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /**
   * Where each line of a block or quoted scalar's text starts, for positions inside it; absent where the text stands
   * as written in one line.
   */
  lineStarts?: readonly { line: number; column: number }[];
}

export interface SequenceNode extends Placed {
  type: 'sequence';
  items: readonly Node[];
}

export interface MappingNode extends Placed {
  type: 'mapping';
  /** In order of writing, duplicates included (the last one counts and a problem tells of it). */
  entries: readonly { key: ScalarNode; value: Node }[];
}
