import type { Place } from '../../model/place.ts';
import { bool, joined, notEvaluated, number, same, unknown, type Item } from './items.ts';

const arithmetic: { readonly [operator: string]: (left: number, right: number) => number } = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
  '|': (left, right) => left | right,
  '&': (left, right) => left & right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
};

const order: { readonly [operator: string]: (left: number | string, right: number | string) => boolean } = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Two values and what stands between them. */
export function operate(operator: string, left: Item, right: Item, at: Place): Item {
  switch (operator) {
    case '===':
    case '==':
    case '!==':
    case '!=': {
      const loose = operator.length === 2 && empty(left) && empty(right);
      const equal = loose ? true : same(left, right);
      return equal === undefined ? open(left, right, operator, at) : bool(equal === operator.startsWith('='), at);
    }
    case 'in':
      if (right.type === 'object' && left.type === 'string' && (right.entries.has(left.value) || !right.reason))
        return bool(right.entries.has(left.value), at);
      return open(right, left, operator, at);
    case 'instanceof':
      return isA(left, right) ?? open(left, right, operator, at);
    default:
  }
  if (operator === '+' && [left, right].some(isText)) return joined([left, right], at);
  const compare = order[operator];
  if (left.type === 'number' && right.type === 'number') {
    const work = arithmetic[operator];
    if (compare) return bool(compare(left.value, right.value), at);
    return work ? number(work(left.value, right.value), at) : notEvaluated(operator, at);
  }
  if (compare && left.type === 'string' && right.type === 'string') return bool(compare(left.value, right.value), at);
  return open(left, right, operator, at);
}

const empty = (item: Item): boolean => item.type === 'undefined' || item.type === 'null';

const isText = (item: Item): boolean =>
  item.type === 'string' || (item.type === 'unknown' && (item.prefix !== undefined || item.suffix !== undefined));

/** What can't be told, for the reason of the side that is unknown. */
function open(left: Item, right: Item, operator: string, at: Place): Item {
  for (const side of [left, right]) if (side.type === 'unknown') return unknown(side.reason, at);
  for (const side of [left, right]) if (side.type === 'symbol') return notEvaluated(side.path.join('.'), at);
  return notEvaluated(operator, at);
}

function isA(left: Item, right: Item): Item | undefined {
  if (left.type !== 'instance') return undefined;
  if (right.type === 'class') {
    for (let of = left.class; of; of = of.base?.type === 'class' ? of.base : undefined)
      if (of === right) return bool(true, left.at);
    return bool(false, left.at);
  }
  return undefined;
}
