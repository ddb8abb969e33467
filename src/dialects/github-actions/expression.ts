import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
  type Expr,
} from '@actions/expressions/ast';
import { Kind } from '@actions/expressions/data/expressiondata';
import { ExpressionError } from '@actions/expressions/errors';
import { Lexer, TokenType } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';

// https://docs.github.com/actions/reference/workflows-and-actions/contexts
const contexts = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
// Those that the grammar's package leaves to its caller:
// https://docs.github.com/actions/reference/workflows-and-actions/expressions#status-check-functions
const functions = [
  ...['always', 'success', 'failure', 'cancelled'].map((name) => ({ name, minArgs: 0, maxArgs: 0 })),
  { name: 'hashFiles', minArgs: 1, maxArgs: 255 },
];

type Parsed = { tree: Expr } | { problem: string };

const parsed = new Map<string, Parsed>();

/** An expression by GitHub's own grammar, or why it is none. */
export function parseExpression(text: string): Parsed {
  let result = parsed.get(text);
  if (!result) parsed.set(text, (result = parse(text)));
  return result;
}

function parse(text: string): Parsed {
  try {
    const tree = new Parser(new Lexer(text).lex().tokens, contexts, functions).parse() as Expr | undefined;
    return tree ? { tree } : { problem: 'it is empty' };
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: error.message };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

interface Fence {
  /** What stands between `${{` and `}}`. */
  expression: string;
  /** Where `${{` stands. */
  offset: number;
  /** All of it, with the braces. */
  length: number;
}

/** The expressions in a text. `}}` in a string of an expression does not end it. */
export function fencesIn(text: string): Fence[] {
  return [...text.matchAll(/\$\{\{((?:'[^']*'|(?!\}\})[^'])*)\}\}/g)].map((match) => ({
    expression: match[1]!.trim(),
    offset: match.index,
    length: match[0].length,
  }));
}

/** The expression of a condition: all of it where nothing is fenced, and what is fenced where nothing stands beside it. */
export const conditionOf = (text: string): string => {
  const [fence] = fencesIn(text);
  return fence && fence.length === text.length ? fence.expression : text.trim();
};

/** What an expression refers to, as `github`, `event`, `issue`, `title`; `*` for each, `?` for one that is worked out. */
interface Reference {
  path: readonly string[];
  /** Whether all below it is meant: `toJSON(github.event)`. */
  whole: boolean;
}

/** What may stand in the text that an expression comes to. What is only compared or looked for does not. */
export const pastedBy = (tree: Expr): Reference[] => reach(tree, false, false);

/** Whether an expression looks at anything, if only to compare it. */
export const looksAtSomething = (tree: Expr): boolean => reach(tree, false, true).length > 0;

const looking = new Set(['contains', 'startswith', 'endswith', 'hashfiles']);

function reach(tree: Expr, whole: boolean, all: boolean): Reference[] {
  if (tree instanceof Grouping) return reach(tree.group, whole, all);
  if (tree instanceof Unary) return all ? reach(tree.expr, whole, all) : [];
  if (tree instanceof Binary) return all ? [tree.left, tree.right].flatMap((part) => reach(part, whole, all)) : [];
  if (tree instanceof Logical) {
    // `a && b` is `b` where `a` holds, and something empty else.
    const parts = !all && tree.operator.type === TokenType.AND ? tree.args.slice(-1) : tree.args;
    return parts.flatMap((part) => reach(part, whole, all));
  }
  if (tree instanceof FunctionCall) {
    const name = tree.functionName.lexeme.toLowerCase();
    if (!all && looking.has(name)) return [];
    return tree.args.flatMap((part) => reach(part, whole || name === 'tojson', all));
  }
  if (tree instanceof ContextAccess) return [{ path: [tree.name.lexeme], whole }];
  if (tree instanceof IndexAccess) {
    const inner = all && !(tree.index instanceof Literal) ? reach(tree.index, false, all) : [];
    const part = tree.index instanceof Literal ? tree.index.literal.coerceString() : starOr(tree.index);
    return [...reach(tree.expr, false, all).map(({ path }) => ({ path: [...path, part], whole })), ...inner];
  }
  return [];
}

const starOr = (index: Expr): string => (index instanceof Star ? '*' : '?');

/** Whether it only puts fixed texts together: `format('{0}{1}', 'cu', 'rl')`. */
export const isWorkedOutFromTexts = (tree: Expr): boolean =>
  (tree instanceof Grouping && isWorkedOutFromTexts(tree.group)) ||
  (tree instanceof FunctionCall &&
    ['format', 'join', 'fromjson', 'tojson', 'case'].includes(tree.functionName.lexeme.toLowerCase()) &&
    tree.args.length > 0 &&
    tree.args.every((part) => part instanceof Literal || isWorkedOutFromTexts(part)));

/** Calls of one function, with their arguments. */
export function callsTo(name: string, tree: Expr): (readonly Expr[])[] {
  const below = (parts: readonly Expr[]) => parts.flatMap((part) => callsTo(name, part));
  if (tree instanceof Grouping) return below([tree.group]);
  if (tree instanceof Unary) return below([tree.expr]);
  if (tree instanceof Binary) return below([tree.left, tree.right]);
  if (tree instanceof Logical) return below(tree.args);
  if (tree instanceof FunctionCall)
    return [...(tree.functionName.lexeme.toLowerCase() === name ? [tree.args] : []), ...below(tree.args)];
  return tree instanceof IndexAccess ? below([tree.expr, tree.index]) : [];
}

type Plain = string | number | boolean | null;
/** What an expression comes to; undefined: that shows only in a run. */
type Outcome = { value: Plain } | undefined;
/** What is known of a context, by its path in lower case (`github.ref_type`). */
export type Known = (path: string) => Plain | undefined;

/**
 * Works an expression out as far as it is known. Comparing is loose, and texts are alike in any case:
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions#operators
 */
export function workOut(tree: Expr, known: Known = () => undefined): Outcome {
  const of = (part: Expr) => workOut(part, known);
  if (tree instanceof Literal) {
    const { literal } = tree;
    if (literal.kind === Kind.Null) return { value: null };
    if (literal.kind === Kind.Boolean) return { value: literal.coerceString() === 'true' };
    return { value: literal.kind === Kind.Number ? literal.number() : literal.coerceString() };
  }
  if (tree instanceof Grouping) return of(tree.group);
  if (tree instanceof Unary) {
    const inner = of(tree.expr);
    return inner && { value: !holds(inner.value) };
  }
  if (tree instanceof Logical) return logical(tree, of);
  if (tree instanceof Binary) {
    const [left, right] = [of(tree.left), of(tree.right)];
    return left && right && { value: compared(left.value, tree.operator.type, right.value) };
  }
  if (tree instanceof FunctionCall) return called(tree, of);
  const [reference] = reach(tree, false, false);
  const value = reference && known(reference.path.join('.').toLowerCase());
  return value === undefined ? undefined : { value };
}

const holds = (value: Plain): boolean =>
  value !== null && value !== '' && value !== false && value !== 0 && !Number.isNaN(value);

/** Whether an expression holds, whatever it looks at; undefined: that depends on the run. */
export function truthOf(tree: Expr, known?: Known): boolean | undefined {
  if (tree instanceof Grouping) return truthOf(tree.group, known);
  if (tree instanceof Unary) {
    const inner = truthOf(tree.expr, known);
    return inner === undefined ? undefined : !inner;
  }
  if (tree instanceof Logical) {
    const decides = tree.operator.type === TokenType.OR;
    const parts = tree.args.map((part) => truthOf(part, known));
    if (parts.includes(decides)) return decides;
    return parts.includes(undefined) ? undefined : !decides;
  }
  const outcome = workOut(tree, known);
  return outcome && holds(outcome.value);
}

function logical({ operator, args }: Logical, of: (part: Expr) => Outcome): Outcome {
  const and = operator.type === TokenType.AND;
  let last: Outcome;
  for (const part of args) {
    last = of(part);
    if (!last || holds(last.value) !== and) return last;
  }
  return last;
}

function called({ functionName, args }: FunctionCall, of: (part: Expr) => Outcome): Outcome {
  const name = functionName.lexeme.toLowerCase();
  if (name === 'always') return { value: true };
  if (!['contains', 'startswith', 'endswith'].includes(name)) return undefined;
  const [text, part] = args.map(of);
  if (!text || !part) return undefined;
  const [whole, piece] = [String(text.value ?? '').toLowerCase(), String(part.value ?? '').toLowerCase()];
  if (name === 'contains') return { value: whole.includes(piece) };
  return { value: name === 'startswith' ? whole.startsWith(piece) : whole.endsWith(piece) };
}

function compared(left: Plain, operator: TokenType, right: Plain): boolean {
  const [a, b] = alike(left, right);
  switch (operator) {
    case TokenType.EQUAL_EQUAL:
      return a === b;
    case TokenType.BANG_EQUAL:
      return a !== b;
    case TokenType.LESS:
      return a < b;
    case TokenType.LESS_EQUAL:
      return a <= b;
    case TokenType.GREATER:
      return a > b;
    default:
      return a >= b;
  }
}

function alike(left: Plain, right: Plain): [string | number, string | number] {
  if (typeof left === 'string' && typeof right === 'string') return [left.toLowerCase(), right.toLowerCase()];
  return [asNumber(left), asNumber(right)];
}

const asNumber = (value: Plain): number => (value === null || value === '' ? 0 : Number(value));
