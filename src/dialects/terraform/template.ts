import type { Expression, Template, TemplatePart } from '../../parse/hcl/ast.ts';
import type { FilePlace } from '../../model/place.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import { limits, spend, Stop } from './budget.ts';
import { jsonInPieces } from './json-text.ts';
import { textOfNumber } from './numbers.ts';
import { asCondition } from './operators.ts';
import { pairsOf } from './pairs.ts';
import { bind, placeIn, type Scope } from './scope.ts';
import {
  failed,
  incompleteReason,
  isFailed,
  joinReferences,
  string,
  unknown,
  withMarks,
  type Marks,
} from './values.ts';

/** A stretch of a rendered template: text that is certain, or a value that is not known. */
export type Piece = { text: string; at: FilePlace; written?: true } | { value: UnknownValue; at: FilePlace };

/** How an expression is evaluated: handed in, as expressions hold templates and templates expressions. */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

interface Rendering {
  evaluate: Evaluate;
  pieces: Piece[];
  marks: Marks;
  length: number;
}

/** A template that is one interpolation gives its value as it is; all others give text. */
export function template(expression: Template, scope: Scope, evaluate: Evaluate): Value {
  const [only] = expression.parts;
  if (expression.parts.length === 1 && only?.type === 'interpolation') return evaluate(only.value, scope);
  return rendered(expression.parts, scope, placeIn(scope, expression.span), evaluate);
}

/** The text of template parts, or an unknown with what is certain about its beginning and end. */
export function rendered(parts: readonly TemplatePart[], scope: Scope, at: FilePlace, evaluate: Evaluate): Value {
  const rendering: Rendering = { evaluate, pieces: [], marks: {}, length: 0 };
  const failure = render(parts, scope, rendering);
  if (failure) return failure;
  const { pieces } = rendering;
  const json = jsonInPieces(pieces, at);
  const open = pieces.find((piece) => 'value' in piece);
  const text = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
  if (!open || !('value' in open)) return withMarks({ ...string(text, at), ...(json && { json }) }, rendering.marks);
  return withMarks(
    {
      ...unknown(open.value.reason, at),
      prefix: certain(pieces, 'prefix'),
      suffix: certain([...pieces].reverse(), 'suffix'),
      ...(json && { json }),
    },
    rendering.marks,
  );
}

/** The certain text at one end, up to the first unknown piece and what is certain of that one. */
function certain(pieces: readonly Piece[], end: 'prefix' | 'suffix'): string {
  let text = '';
  for (const piece of pieces) {
    const part = 'text' in piece ? piece.text : (piece.value[end] ?? '');
    text = end === 'prefix' ? text + part : part + text;
    if ('value' in piece) break;
  }
  return text;
}

function render(parts: readonly TemplatePart[], scope: Scope, into: Rendering): Value | undefined {
  for (const part of parts) {
    spend(scope.budget);
    const failure = renderPart(part, scope, into);
    if (failure) return failure;
  }
  return undefined;
}

function renderPart(part: TemplatePart, scope: Scope, into: Rendering): Value | undefined {
  const at = placeIn(scope, part.span);
  switch (part.type) {
    case 'text':
      return push(into, { text: part.value, at, written: true });
    case 'interpolation':
      return interpolate(into.evaluate(part.value, scope), at, into);
    case 'if': {
      const condition = asCondition(into.evaluate(part.condition, scope), at);
      take(into, condition);
      if (isFailed(condition)) return condition;
      if (condition.type === 'unknown') return push(into, { value: condition, at });
      if (condition.type !== 'bool') return condition;
      return render(condition.value ? part.then : part.else, scope, into);
    }
    case 'for': {
      const collection = into.evaluate(part.collection, scope);
      take(into, collection);
      if (isFailed(collection)) return collection;
      if (collection.type === 'unknown') return push(into, { value: collection, at });
      const pairs = pairsOf(collection);
      if (!pairs) return failed('wrong-type', 'for', `a collection (this is a ${collection.type})`, at);
      for (const { key, value } of pairs) {
        const inner = bind(part.key ? bind(scope, part.key, key) : scope, part.value, value);
        const failure = render(part.body, inner, into);
        if (failure) return failure;
      }
      if ((collection.type === 'list' || collection.type === 'object') && !collection.complete)
        return push(into, { value: unknown(incompleteReason(collection), collection.at), at });
      return undefined;
    }
  }
}

function interpolate(value: Value, at: FilePlace, into: Rendering): Value | undefined {
  take(into, value);
  switch (value.type) {
    case 'string':
      return push(into, { text: value.value, at });
    case 'number':
      return push(into, { text: textOfNumber(value.value), at });
    case 'bool':
      return push(into, { text: String(value.value), at });
    case 'unknown':
      return 'failed' in value ? value : push(into, { value, at });
    default:
      return failed(
        'wrong-type',
        'a template',
        `text, a number or a boolean in a template (this is ${value.type})`,
        at,
      );
  }
}

function take(into: Rendering, value: Value): void {
  into.marks = {
    secret: into.marks.secret === true || value.secret === true,
    references: joinReferences(into.marks.references, value.references),
  };
}

function push(into: Rendering, piece: Piece): undefined {
  if ('text' in piece && piece.text === '') return undefined;
  into.pieces.push(piece);
  if ('text' in piece) into.length += piece.text.length;
  if (into.length > limits.textLength) throw new Stop('too-large', 'a text longer than the limit');
  return undefined;
}
