import type { Binary } from '../../parse/hcl/ast.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { deepMarks, equal } from './deep.ts';
import { numberOfText, rounded, truthOfText } from './numbers.ts';
import type { Budget } from './budget.ts';
import { bool, failed, isFailed, marksOf, number, unknown, withMarks } from './values.ts';

/** A condition: a boolean, or a string that says one; unknown stays unknown. */
export function asCondition(value: Value, at: Place): Value {
  if (value.type === 'bool' || value.type === 'unknown') return value;
  const read = value.type === 'string' ? truthOfText(value.value) : undefined;
  if (read !== undefined) return withMarks(bool(read, value.at), marksOf(value));
  return failed('wrong-type', 'a condition', `true or false (this is ${value.type})`, at);
}

const asOperand = (value: Value, at: Place): Value => {
  if (value.type === 'number' || value.type === 'unknown') return value;
  const read = value.type === 'string' ? numberOfText(value.value) : undefined;
  return read === undefined
    ? failed('wrong-type', 'an operand', `a number (this is ${value.type})`, at)
    : number(read, value.at);
};

export function unary(operator: '-' | '!', operand: Value, at: Place): Value {
  const value = operator === '!' ? asCondition(operand, at) : asOperand(operand, at);
  const marks = marksOf(operand);
  if (value.type === 'bool') return withMarks(bool(!value.value, at), marks);
  if (value.type === 'number') return withMarks(number(-value.value, at), marks);
  return value;
}

/** Operands are asked for as they are needed: `false && x` is false whatever x is. */
export function binary(
  operator: Binary['operator'],
  left: () => Value,
  right: () => Value,
  at: Place,
  budget: Budget,
): Value {
  if (operator === '&&' || operator === '||') return logical(operator, left(), right, at);
  const a = left();
  const b = right();
  const marks = marksOf(a, b);
  if (operator === '==' || operator === '!=') return equality(operator, a, b, at, budget);
  return withMarks(arithmetic(operator, asOperand(a, at), asOperand(b, at), at), marks);
}

function logical(operator: '&&' | '||', left: Value, right: () => Value, at: Place): Value {
  const deciding = operator === '||';
  const a = asCondition(left, at);
  if (isFailed(a)) return a;
  if (a.type === 'bool' && a.value === deciding) return withMarks(bool(deciding, at), marksOf(left));
  const second = right();
  const b = asCondition(second, at);
  const marks = marksOf(left, second);
  if (b.type === 'bool' && b.value === deciding) return withMarks(bool(deciding, at), marks);
  if (a.type === 'bool' && b.type === 'bool') return withMarks(bool(!deciding, at), marks);
  const open = a.type === 'unknown' ? a : b;
  return withMarks({ ...open, at }, marks);
}

function equality(operator: '==' | '!=', a: Value, b: Value, at: Place, budget: Budget): Value {
  const answer = equal(a, b, budget);
  const marks = {
    secret: deepMarks(a, budget).secret || deepMarks(b, budget).secret,
    references: marksOf(a, b).references,
  };
  if (answer !== undefined) return withMarks(bool(operator === '==' ? answer : !answer, at), marks);
  const open = a.type === 'unknown' ? a : b;
  const reason = open.type === 'unknown' || open.type === 'list' || open.type === 'object' ? open.reason : undefined;
  return withMarks(unknown(reason ?? firstReason(a) ?? firstReason(b) ?? notEvaluated, at), marks);
}

const notEvaluated = { code: 'not-evaluated', settledBy: 'a plan (terraform show -json)' } as const;

function firstReason(value: Value, depth = 0): import('../../model/fact.ts').UnknownReason | undefined {
  if (value.type === 'unknown') return value.reason;
  if (depth > 20 || (value.type !== 'list' && value.type !== 'object')) return undefined;
  for (const item of value.type === 'list' ? value.items : value.entries.values()) {
    const reason = firstReason(item, depth + 1);
    if (reason) return reason;
  }
  return value.reason;
}

function arithmetic(operator: Binary['operator'], a: Value, b: Value, at: Place): Value {
  if (a.type === 'unknown') return { ...a, at };
  if (b.type === 'unknown') return { ...b, at };
  if (a.type !== 'number' || b.type !== 'number') return failed('wrong-type', operator, 'two numbers', at);
  switch (operator) {
    case '+':
      return number(rounded(a.value + b.value), at);
    case '-':
      return number(rounded(a.value - b.value), at);
    case '*':
      return number(rounded(a.value * b.value), at);
    case '/':
    case '%':
      if (b.value === 0) return failed('wrong-type', operator, 'a divisor other than 0', at);
      return number(operator === '/' ? rounded(a.value / b.value) : rounded(a.value % b.value), at);
    case '<':
      return bool(a.value < b.value, at);
    case '<=':
      return bool(a.value <= b.value, at);
    case '>':
      return bool(a.value > b.value, at);
    default:
      return bool(a.value >= b.value, at);
  }
}
