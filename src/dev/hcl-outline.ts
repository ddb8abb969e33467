import type { Body, Expression, TemplatePart } from '../parse/hcl/ast.ts';

// Syntax trees of our parser and of HashiCorp's (by @cdktn/hcl2json) in one form, so that they can be compared.

export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
type Placed = Pick<Expression, 'span'>;
/** The source text of what stands at a span. */
export type Slice = (placed: Placed) => string;

export function sliceOf(text: string): Slice {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ span }) =>
    text.slice(starts[span.startLine - 1]! + span.startColumn - 1, starts[span.endLine - 1]! + span.endColumn - 1);
}

/** A body as hcl2json writes it: blocks by type and labels, and what is not a literal as its source in `${…}`. */
export function jsonOfBody(body: Body, slice: Slice): Json {
  const tree: { [key: string]: Json } = {};
  for (const block of body.blocks) {
    let at = tree;
    let key = block.type;
    for (const { text } of block.labels) {
      at = (at[key] ??= {}) as { [key: string]: Json };
      key = text;
    }
    ((at[key] ??= []) as Json[]).push(jsonOfBody(block.body, slice));
  }
  // It keeps an attribute and forgets blocks of the same name.
  for (const { name, value } of body.attributes) tree[name] = jsonOf(value, slice);
  return tree;
}

function jsonOf(expression: Expression, slice: Slice): Json {
  const asSource = (): string => `\${${slice(expression)}}`;
  switch (expression.type) {
    case 'literal':
      return typeof expression.value === 'string' ? escaped(expression.value) : expression.value;
    case 'template': {
      const [only] = expression.parts;
      return expression.parts.length === 1 && only?.type === 'interpolation' && !expression.heredoc
        ? jsonOf(only.value, slice)
        : textOf(expression.parts, slice);
    }
    case 'list':
      return expression.items.map((item) => jsonOf(item, slice));
    case 'object':
      return Object.fromEntries(expression.entries.map(({ key, value }) => [keyOf(key, slice), jsonOf(value, slice)]));
    case 'unary': {
      // It works out those of constants.
      const { operator, operand } = expression;
      if (operand.type !== 'literal' || typeof operand.value === 'string') return asSource();
      return operator === '-' ? -Number(operand.value) : !operand.value;
    }
    default:
      return asSource();
  }
}

function keyOf(key: Expression, slice: Slice): string {
  if (key.type === 'variable' || key.type === 'get-attribute') return slice(key);
  return key.type === 'conditional' || key.type === 'template'
    ? textOfInterpolation(key, slice)
    : String(jsonOf(key, slice));
}

/** `$${` and `%%{` stay as they are written. */
const escaped = (text: string): string => text.replace(/[$%]\{/g, (mark) => mark[0] + mark);

const textOf = (parts: readonly TemplatePart[], slice: Slice): string =>
  parts.map((part) => textOfPart(part, slice)).join('');

function textOfPart(part: TemplatePart, slice: Slice): string {
  switch (part.type) {
    case 'text':
      return escaped(part.value);
    case 'interpolation':
      return textOfInterpolation(part.value, slice);
    case 'if':
      return condition(slice(part.condition), textOf(part.then, slice), textOf(part.else, slice));
    case 'for': {
      const names = part.key === undefined ? part.value : `${part.key}, ${part.value}`;
      return `%{for ${names} in ${slice(part.collection)}}${textOf(part.body, slice)}%{endfor}`;
    }
  }
}

/** A text, or a conditional, inside of a text is written as if it were part of it. */
function textOfInterpolation(value: Expression, slice: Slice): string {
  switch (value.type) {
    case 'literal':
      return typeof value.value === 'number' && /^\d+$/.test(value.text!) ? value.text! : escaped(String(value.value));
    case 'template':
      return textOf(value.parts, slice);
    case 'conditional':
      return condition(
        slice(value.condition),
        textOfInterpolation(value.then, slice),
        textOfInterpolation(value.else, slice),
      );
    default:
      return `\${${slice(value)}}`;
  }
}

const condition = (test: string, then: string, otherwise: string): string =>
  `%{if ${test}}${then}${otherwise && `%{else}${otherwise}`}%{endif}`;

/** What nests in what, without texts of templates: `["+", "a", ["call", "f", 1]]`. */
export function shapeOf(expression: Expression): Json {
  switch (expression.type) {
    case 'literal':
      return typeof expression.value === 'string' ? ['text'] : expression.value;
    case 'template':
      return shapeOfParts(expression.parts);
    case 'list':
      return ['list', ...expression.items.map(shapeOf)];
    case 'object':
      return ['object', ...expression.entries.flatMap(({ key, value }) => [shapeOfKey(key), shapeOf(value)])];
    case 'variable':
      return ['name', expression.name];
    case 'get-attribute':
      return ['.', shapeOf(expression.object), expression.name];
    case 'index':
      return [
        '[]',
        shapeOf(expression.object),
        expression.key.type === 'literal' ? keyText(expression.key.value) : shapeOf(expression.key),
      ];
    case 'splat':
      return ['splat', shapeOf(expression.object), shapeOf(expression.each)];
    case 'call':
      return ['call', expression.name, expression.expandFinal, ...expression.arguments.map(shapeOf)];
    case 'unary':
      return [expression.operator, shapeOf(expression.operand)];
    case 'binary':
      return [expression.operator, shapeOf(expression.left), shapeOf(expression.right)];
    case 'conditional':
      return ['?', shapeOf(expression.condition), shapeOf(expression.then), shapeOf(expression.else)];
    case 'for': {
      const { keyName = '', valueName, collection, key, value, condition: test, group } = expression;
      const parts = [collection, key, value, test].flatMap((part) => (part ? [shapeOf(part)] : []));
      return ['for', keyName, valueName, group, ...parts];
    }
    case 'parentheses':
      return ['()', shapeOf(expression.inner)];
    case 'invalid':
      return ['invalid'];
  }
}

const shapeOfKey = (key: Expression): Json => (key.type === 'literal' ? ['key'] : shapeOf(key));

const shapeOfParts = (parts: readonly TemplatePart[]): Json => [
  'text',
  ...parts.flatMap((part): Json[] => {
    switch (part.type) {
      case 'text':
        return [];
      case 'interpolation':
        return [shapeOf(part.value)];
      case 'if':
        return [['?', shapeOf(part.condition), shapeOfParts(part.then), shapeOfParts(part.else)]];
      case 'for':
        return [['for', part.key ?? '', part.value, false, shapeOf(part.collection), shapeOfParts(part.body)]];
    }
  }),
];

/** A node as the oracle's `getExpressionAst` gives it. */
export interface OracleNode {
  type: string;
  children: OracleNode[];
  meta?: { [name: string]: unknown };
}

const operators: { readonly [name: string]: string } = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  modulo: '%',
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  logicalAnd: '&&',
  logicalOr: '||',
  logicalNot: '!',
  negate: '-',
};

/** The same of the oracle's tree. A node without a name has one child in parentheses, or is a key, or a splat's item. */
export function shapeOfOracle({ type, children, meta = {} }: OracleNode): Json {
  const all = children.map(shapeOfOracle);
  const [first = null] = all;
  switch (type) {
    case 'literalValue':
      return literalOfOracle(String(meta['type']), String(meta['value']));
    case 'template':
    case 'templateWrap':
      return [
        'text',
        ...all.filter((_, i) => !(children[i]!.type === 'literalValue' && children[i]!.meta?.['type'] === 'string')),
      ];
    case 'templateJoin':
      return first;
    case 'tuple':
      return ['list', ...all];
    case 'object':
      return ['object', ...children.map((child, i) => (i % 2 === 0 ? keyOfOracle(child) : all[i]!))];
    case 'scopeTraversal':
    case 'relativeTraversal': {
      const steps = meta['traversal'] as { type: string; segment?: string }[];
      const [root, ...rest] = steps;
      const start: Json = type === 'scopeTraversal' ? ['name', root!.segment!] : first;
      return (type === 'scopeTraversal' ? rest : steps).reduce<Json>(
        (object, step) =>
          step.type === 'nameTraversal' ? ['.', object, step.segment!] : ['[]', object, segmentOfOracle(step.segment)],
        start,
      );
    }
    case 'index':
      return ['[]', ...all];
    case 'splat':
      return ['splat', ...all];
    case 'function':
      return ['call', String(meta['name']), meta['expandedFinalArgument'] === true, ...all];
    case 'unaryOp':
    case 'binaryOp':
      return [operators[String(meta['operator'])] ?? String(meta['operator']), ...all];
    case 'conditional':
      return ['?', ...all];
    case 'for':
      return ['for', String(meta['keyVar']), String(meta['valVar']), meta['groupedValue'] === true, ...all];
    default:
      return children.length === 0 ? ['name', '*'] : ['()', first];
  }
}

function literalOfOracle(type: string, written: string): Json {
  if (type === 'string') return ['text'];
  if (type === 'number') return Number(written);
  return type === 'bool' ? written === 'true' : null;
}

/** The key of an index: a text in quotes but without escapes, or a number. */
const segmentOfOracle = (segment: string | undefined): string =>
  segment === undefined ? '?' : segment.startsWith('"') ? segment.slice(1, -1) : keyText(Number(segment));

/** It rounds numbers there, and has nothing for what is neither a number nor a text. */
const keyText = (key: string | number | boolean | null): string =>
  typeof key === 'number' ? key.toPrecision(8) : typeof key === 'string' ? key : '?';

function keyOfOracle({ children }: OracleNode): Json {
  const [inner] = children;
  if (!inner || inner.type === 'literalValue') return ['key'];
  const shape = shapeOfOracle(inner);
  return (shape as Json[])[0] === 'text' && (shape as Json[]).length === 1 ? ['key'] : shape;
}

/** Keys in order, as the oracle's are. */
export function ordered(json: Json): Json {
  if (Array.isArray(json)) return json.map(ordered);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, ordered(json[key]!)]),
  );
}
