import type { Span } from '../../model/place.ts';

/** HCL's native syntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export interface Body {
  attributes: readonly Attribute[];
  blocks: readonly Block[];
  span: Span;
}

export interface Attribute {
  name: string;
  nameSpan: Span;
  value: Expression;
  span: Span;
}

export interface Block {
  type: string;
  labels: readonly { text: string; span: Span }[];
  body: Body;
  /** Type and labels, without the brace. */
  header: Span;
  span: Span;
}

export type Expression =
  | Literal
  | Template
  | List
  | ObjectExpression
  | Variable
  | GetAttribute
  | Index
  | Splat
  | Call
  | Unary
  | Binary
  | Conditional
  | ForExpression
  | Parentheses
  | Invalid;

interface Node {
  span: Span;
}
/** `number` keeps its text, as it may be beyond a double. */
export interface Literal extends Node {
  type: 'literal';
  value: string | number | boolean | null;
  text?: string;
  /** Of a heredoc: how many characters were taken from the beginning of each line. */
  indent?: number;
}
/** A quoted string or heredoc with interpolations or directives. A template without any is a string literal. */
export interface Template extends Node {
  type: 'template';
  parts: readonly TemplatePart[];
  heredoc?: true;
}
/** Strip markers are applied by the parser: what stands beside `~` is already trimmed. */
export type TemplatePart =
  | { type: 'text'; value: string; span: Span }
  | { type: 'interpolation'; value: Expression; span: Span }
  | { type: 'if'; condition: Expression; then: readonly TemplatePart[]; else: readonly TemplatePart[]; span: Span }
  | { type: 'for'; key?: string; value: string; collection: Expression; body: readonly TemplatePart[]; span: Span };
export interface List extends Node {
  type: 'list';
  items: readonly Expression[];
}
/** A key that is a bare identifier is a string literal, as HCL reads it. */
export interface ObjectExpression extends Node {
  type: 'object';
  entries: readonly { key: Expression; value: Expression }[];
}
export interface Variable extends Node {
  type: 'variable';
  name: string;
}
export interface GetAttribute extends Node {
  type: 'get-attribute';
  object: Expression;
  name: string;
  nameSpan: Span;
}
export interface Index extends Node {
  type: 'index';
  object: Expression;
  key: Expression;
}
/** `each`: what is done to each item; the item itself is a `variable` node named `*`, which no source can write. */
export interface Splat extends Node {
  type: 'splat';
  object: Expression;
  each: Expression;
  kind: 'attribute' | 'full';
}
/** `expandFinal`: the last argument is followed by `...`. */
export interface Call extends Node {
  type: 'call';
  name: string;
  nameSpan: Span;
  arguments: readonly Expression[];
  expandFinal: boolean;
}
export interface Unary extends Node {
  type: 'unary';
  operator: '-' | '!';
  operand: Expression;
}
export interface Binary extends Node {
  type: 'binary';
  operator: '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';
  left: Expression;
  right: Expression;
}
export interface Conditional extends Node {
  type: 'conditional';
  condition: Expression;
  then: Expression;
  else: Expression;
}
/** `[for k, v in c : v if cond]` and `{for k, v in c : k => v... if cond}`. */
export interface ForExpression extends Node {
  type: 'for';
  keyName?: string;
  valueName: string;
  collection: Expression;
  key?: Expression;
  value: Expression;
  condition?: Expression;
  group: boolean;
}
export interface Parentheses extends Node {
  type: 'parentheses';
  inner: Expression;
}
/** What could not be read; the problem is told apart. */
export interface Invalid extends Node {
  type: 'invalid';
}
