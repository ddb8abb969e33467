import type { Attribute, Block, Body, Expression } from '../../parse/hcl/ast.ts';
import type { MappingNode, Node } from '../../parse/tree.ts';
import { templateExpression } from './template-text.ts';

/**
 * The JSON syntax as the native syntax's tree: https://developer.hashicorp.com/terraform/language/syntax/json. Whether a
 * property of a resource is an argument or a nested block is known to its provider only; here it is an argument, whose
 * objects read the same.
 */
export function bodyOfJson(root: Node | undefined): Body | undefined {
  if (root?.type !== 'mapping') return root === undefined ? undefined : bodyOfList(root);
  const blocks: Block[] = [];
  for (const { key, value } of root.entries) {
    const labels = Object.hasOwn(labelCounts, key.text) ? labelCounts[key.text] : undefined;
    if (labels !== undefined) blocks.push(...blocksOf(key.text, value, labels, [], key.span));
  }
  return { attributes: [], blocks, span: root.span };
}

/** A file may also be an array of such objects. */
function bodyOfList(root: Node): Body | undefined {
  if (root.type !== 'sequence') return undefined;
  const bodies = root.items.flatMap((item) => (item.type === 'mapping' ? (bodyOfJson(item) ?? []) : []));
  return { attributes: [], blocks: bodies.flatMap((body) => body.blocks), span: root.span };
}

/** Values files: every property is an attribute, and its strings are no templates. */
export function valuesOfJson(root: Node | undefined): Body | undefined {
  if (root?.type !== 'mapping') return undefined;
  return { attributes: root.entries.map((entry) => attribute(entry, literal)), blocks: [], span: root.span };
}

const labelCounts: Record<string, number> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  check: 1,
  removed: 0,
};

/** Nested blocks of which the language itself knows that they are blocks. */
const innerBlocks: Record<string, number> = {
  dynamic: 1,
  lifecycle: 0,
  provisioner: 1,
  connection: 0,
  backend: 1,
  cloud: 0,
  required_providers: 0,
  content: 0,
  validation: 0,
  assume_role: 0,
  default_tags: 0,
};

function blocksOf(
  type: string,
  node: Node,
  labels: number,
  named: readonly Block['labels'][number][],
  start: Node['span'],
): Block[] {
  if (node.type === 'sequence') return node.items.flatMap((item) => blocksOf(type, item, labels, named, item.span));
  if (node.type !== 'mapping') return [];
  if (labels > 0)
    return node.entries.flatMap(({ key, value }) =>
      comment(key.text)
        ? []
        : blocksOf(type, value, labels - 1, [...named, { text: key.text, span: key.span }], key.span),
    );
  return [
    {
      type,
      labels: named,
      body: innerBody(type, node),
      header: start,
      span: { ...node.span, startLine: start.startLine, startColumn: start.startColumn },
    },
  ];
}

function innerBody(type: string, node: MappingNode): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const asBlocks = type !== 'locals' && type !== 'required_providers';
  for (const entry of node.entries) {
    if (comment(entry.key.text)) continue;
    const { text: name } = entry.key;
    const labels = asBlocks && Object.hasOwn(innerBlocks, name) ? innerBlocks[name] : undefined;
    const nested = labels === undefined ? [] : blocksOf(entry.key.text, entry.value, labels, [], entry.key.span);
    if (nested.length > 0) blocks.push(...nested);
    else attributes.push(attribute(entry, readers[`${type}.${entry.key.text}`] ?? template));
  }
  return { attributes, blocks, span: node.span };
}

// https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
const comment = (key: string): boolean => key === '//';

type Reader = (node: Node) => Expression;

function attribute({ key, value }: MappingNode['entries'][number], read: Reader): Attribute {
  return {
    name: key.text,
    nameSpan: key.span,
    value: read(value),
    span: { ...value.span, startLine: key.span.startLine, startColumn: key.span.startColumn },
  };
}

/** Strings are templates, keys too. */
const template: Reader = (node) => expressionOf(node, (text, span) => templateExpression(text, span));
const literal: Reader = (node) => expressionOf(node, (text, span) => ({ type: 'literal', value: text, span }));
/** A string that holds an expression without `${}`: a reference, a type. */
const bare: Reader = (node) =>
  expressionOf(node, (text, span) => templateExpression(text.includes('${') ? text : `\${${text}}`, span));

// https://developer.hashicorp.com/terraform/language/syntax/json#block-type-specific-exceptions
const readers: Record<string, Reader> = {
  'variable.default': literal,
  'variable.type': bare,
  'variable.description': literal,
  'resource.provider': bare,
  'data.provider': bare,
  'resource.depends_on': bare,
  'data.depends_on': bare,
  'module.depends_on': bare,
  'output.depends_on': bare,
  'module.providers': bare,
  'module.source': literal,
  'module.version': literal,
  'lifecycle.ignore_changes': bare,
  'lifecycle.replace_triggered_by': bare,
  'dynamic.iterator': bare,
};

function expressionOf(node: Node, text: (value: string, span: Node['span']) => Expression): Expression {
  const { span } = node;
  if (node.type === 'sequence')
    return { type: 'list', items: node.items.map((item) => expressionOf(item, text)), span };
  if (node.type === 'mapping')
    return {
      type: 'object',
      span,
      entries: node.entries
        .filter(({ key }) => !comment(key.text))
        .map(({ key, value }) => ({
          key: templateExpression(key.text, key.span),
          value: expressionOf(value, text),
        })),
    };
  if (typeof node.value === 'string') return inner(text(node.value, span));
  return { type: 'literal', value: node.value, span };
}

/** `"${x}"` is x. */
function inner(expression: Expression): Expression {
  if (expression.type !== 'template' || expression.parts.length !== 1) return expression;
  const [part] = expression.parts;
  return part!.type === 'interpolation' ? part!.value : expression;
}
