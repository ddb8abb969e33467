import type { Expression, ForExpression, Literal, ObjectExpression, Splat } from '../../parse/hcl/ast.ts';
import type { UnknownReason } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { limits, spend, Stop } from './budget.ts';
import { equal } from './deep.ts';
import { callFunction } from './functions/call.ts';
import { jsonInLiteral } from './json-text.ts';
import { inherit, member } from './members.ts';
import { pairsOf } from './pairs.ts';
import { binary, unary, asCondition } from './operators.ts';
import { bind, boundValue, placeIn, type Scope, type Step } from './scope.ts';
import { onceEach } from './closed.ts';
import { template } from './template.ts';
import { toType } from './types.ts';
import { classOf, isSame, typeOfValue, unify } from './unify.ts';
import {
  bool,
  failed,
  incompleteReason,
  isFailed,
  isOpen,
  isSet,
  isTyped,
  keyText,
  list,
  marksOf,
  nothing,
  number,
  object,
  string,
  through,
  typed,
  unknown,
  withMarks,
} from './values.ts';

/** The value of an expression. Throws only `Stop`, which `bounded` turns into a value. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope;
  spend(budget);
  if (++budget.depth > limits.depth) throw new Stop('too-large', 'expressions nest deeper than the limit');
  const value = dispatch(expression, scope);
  budget.depth--;
  return value;
}

function dispatch(expression: Expression, scope: Scope): Value {
  const at = placeIn(scope, expression.span);
  switch (expression.type) {
    case 'literal':
      return literal(expression, at);
    case 'template':
      return template(expression, scope, evaluate);
    case 'list':
      return list(
        expression.items.map((item) => evaluate(item, scope)),
        at,
      );
    case 'object':
      return objectOf(expression, scope);
    case 'parentheses':
      return evaluate(expression.inner, scope);
    case 'variable':
    case 'get-attribute':
    case 'index':
      return traverse(expression, scope);
    case 'splat':
      return onceEach(expression, scope, () => splat(expression, scope));
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'unary':
      return unary(expression.operator, evaluate(expression.operand, scope), at);
    case 'binary':
      return binary(
        expression.operator,
        () => evaluate(expression.left, scope),
        () => evaluate(expression.right, scope),
        at,
        scope.budget,
      );
    case 'conditional':
      return conditional(expression, scope);
    case 'for':
      return forExpression(expression, scope);
    case 'invalid':
      return unknown({ code: 'parse-problem', settledBy: 'an expression that can be read here' }, at);
  }
}

function literal({ value, indent }: Literal, at: ReturnType<typeof placeIn>): Value {
  if (value === null) return nothing(at);
  if (typeof value === 'number') return number(value, at);
  if (typeof value === 'boolean') return bool(value, at);
  const json = jsonInLiteral(value, at, indent);
  return json ? { ...string(value, at), json } : string(value, at);
}

function objectOf(expression: ObjectExpression, scope: Scope): Value {
  const at = placeIn(scope, expression.span);
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  let reason: UnknownReason | undefined;
  for (const entry of expression.entries) {
    const key = evaluate(entry.key, scope);
    const name = keyText(key);
    if (name !== undefined) {
      entries.set(name, evaluate(entry.value, scope));
      keys.set(name, placeIn(scope, entry.key.span));
    } else if (isFailed(key)) return key;
    else if (key.type === 'unknown') reason ??= key.reason;
    else return failed('wrong-type', 'a key', 'a string as the key', placeIn(scope, entry.key.span));
  }
  return { ...object(entries, at), keys, ...(reason && { complete: false, reason }) };
}

/** `a.b[0].c`: the root name decides how many steps belong to it; the rest are members. */
function traverse(expression: Expression, scope: Scope): Value {
  const at = placeIn(scope, expression.span);
  const steps: Step[] = [];
  let root: Expression = expression;
  while (root.type === 'get-attribute' || root.type === 'index') {
    spend(scope.budget);
    steps.push(root.type === 'get-attribute' ? root.name : evaluate(root.key, scope));
    root = root.object;
  }
  steps.reverse();
  if (root.type !== 'variable') return membersOf(evaluate(root, scope), steps, at);
  const bound = boundValue(scope, root.name);
  if (root.name === '*') return membersOf(bound ?? nothing(at), steps, at);
  const { value, used } = bound ? { value: bound, used: 0 } : scope.names.resolve(root.name, steps, at);
  return through(membersOf(value, steps.slice(used), at), at);
}

export const membersOf = (value: Value, steps: readonly Step[], at: Place): Value =>
  steps.reduce<Value>((from, step) => member(from, typeof step === 'string' ? string(step, at) : step, at), value);

function splat(expression: Splat, scope: Scope): Value {
  const at = placeIn(scope, expression.span);
  const source = evaluate(expression.object, scope);
  if (source.type === 'unknown') return source.references ? membersOf(source, splatSteps(expression), at) : source;
  if (source.type === 'null') return list([], at);
  const items = source.type === 'list' ? source.items : [source];
  const each = items.map((item) =>
    evaluate(expression.each, bind(scope, '*', source.type === 'list' ? inherit(item, source) : item)),
  );
  const tuple = list(each, at);
  const result = isSet(source) || isTyped(source) ? typed(tuple) : tuple;
  return source.type === 'list' && !source.complete
    ? { ...result, complete: false, reason: incompleteReason(source) }
    : result;
}

/** The attribute names after the splat, so that references of an unknown list keep their path. */
function splatSteps(expression: Splat): string[] {
  const steps: string[] = [];
  for (let each: Expression = expression.each; each.type === 'get-attribute'; each = each.object)
    steps.unshift(each.name);
  return steps;
}

function conditional(expression: Expression & { type: 'conditional' }, scope: Scope): Value {
  const condition = asCondition(evaluate(expression.condition, scope), placeIn(scope, expression.condition.span));
  if (condition.type === 'bool') {
    const [taken, left] = condition.value ? [expression.then, expression.else] : [expression.else, expression.then];
    const chosen = besideOther(evaluate(taken, scope), left, scope, placeIn(scope, expression.span));
    return condition.secret ? withMarks(chosen, { secret: true }) : chosen;
  }
  if (condition.type !== 'unknown' || isFailed(condition)) return condition;
  const yes = besideOther(evaluate(expression.then, scope), expression.else, scope, placeIn(scope, expression.span));
  const no = besideOther(evaluate(expression.else, scope), expression.then, scope, placeIn(scope, expression.span));
  if (equal(yes, no, scope.budget)) return yes;
  const marks = marksOf(yes, no, condition);
  return withMarks(unknown(condition.reason, placeIn(scope, expression.span)), marks);
}

/** What the result that is not taken may cost: only its type is asked for. */
const otherSteps = 5_000;

/** The result that was chosen, in the type that both have in common. */
function besideOther(chosen: Value, other: Expression, scope: Scope, at: Place): Value {
  // Text is text beside anything that it can stand beside; null and unknown values are of any type.
  if (chosen.type === 'string' || chosen.type === 'null' || chosen.type === 'unknown' || isOpen(chosen)) return chosen;
  const { budget } = scope;
  const { steps, depth } = budget;
  const lent = Math.min(steps, otherSteps);
  budget.steps = lent;
  try {
    const own = typeOfValue(chosen, budget);
    const beside = typeOfValue(evaluate(other, scope), budget);
    const type = unify([own, beside]);
    if (type) return isSame(own, type) ? chosen : toType(chosen, type, budget);
    if (classOf(own) === classOf(beside) && classOf(own) !== 'scalar') return chosen;
    return failed('wrong-type', 'a conditional', 'two results of one type', at);
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    return chosen;
  } finally {
    budget.steps = steps - Math.min(lent, lent - budget.steps);
    budget.depth = depth;
  }
}

function forExpression(expression: ForExpression, scope: Scope): Value {
  const at = placeIn(scope, expression.span);
  const collection = evaluate(expression.collection, scope);
  if (collection.type === 'unknown') return { ...collection, at };
  const pairs = pairsOf(collection);
  if (!pairs) return failed('wrong-type', 'for', `a collection (this is a ${collection.type})`, at);
  const gathered = gather(expression, scope, pairs);
  const reason = gathered.reason ?? (isIncomplete(collection) ? incompleteReason(collection) : undefined);
  const result = expression.key
    ? objectFrom(gathered.items, expression.group, at)
    : list(
        gathered.items.map((item) => item.value),
        at,
      );
  if (gathered.failure) return gathered.failure;
  const marked = withMarks(result, { secret: collection.secret === true });
  return reason && (marked.type === 'list' || marked.type === 'object')
    ? { ...marked, complete: false, reason }
    : marked;
}

const isIncomplete = (value: Value): value is Value & { type: 'list' | 'object' } =>
  (value.type === 'list' || value.type === 'object') && !value.complete;

interface Gathered {
  items: { key: string; keyAt: Place; value: Value }[];
  /** Why there may be more items: a condition or a key is unknown. */
  reason: UnknownReason | undefined;
  failure: Value | undefined;
}

function gather(expression: ForExpression, scope: Scope, pairs: readonly { key: Value; value: Value }[]): Gathered {
  const gathered: Gathered = { items: [], reason: undefined, failure: undefined };
  for (const pair of pairs) {
    spend(scope.budget);
    const withKey = expression.keyName ? bind(scope, expression.keyName, pair.key) : scope;
    const inner = bind(withKey, expression.valueName, pair.value);
    if (expression.condition) {
      const condition = asCondition(evaluate(expression.condition, inner), placeIn(scope, expression.condition.span));
      if (isFailed(condition)) gathered.failure ??= condition;
      if (condition.type === 'unknown') gathered.reason ??= condition.reason;
      if (condition.type !== 'bool' || !condition.value) continue;
    }
    const key = expression.key && evaluate(expression.key, inner);
    const name = key && keyText(key);
    if (key && name === undefined) {
      if (isFailed(key)) gathered.failure ??= key;
      else if (key.type === 'unknown') gathered.reason ??= key.reason;
      else gathered.failure = failed('wrong-type', 'a key', 'a string as the key', key.at);
      continue;
    }
    gathered.items.push({ key: name ?? '', keyAt: key?.at ?? pair.key.at, value: evaluate(expression.value, inner) });
  }
  return gathered;
}

function objectFrom(items: Gathered['items'], group: boolean, at: Place): Value {
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  for (const { key, keyAt, value } of items) {
    const there = entries.get(key);
    if (!keys.has(key)) keys.set(key, keyAt);
    if (!group) {
      if (there) return failed('wrong-type', key, `each key once; ${key} comes twice (group with ...)`, at);
      entries.set(key, value);
    } else if (there?.type === 'list') (there.items as Value[]).push(value);
    else entries.set(key, list([value], at));
  }
  return { ...object(entries, at), keys };
}
