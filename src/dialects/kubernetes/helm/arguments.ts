import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import {
  dict,
  known,
  list,
  noValue,
  plain,
  printed,
  string,
  truth,
  Untold,
  viaOf,
  wrongUse,
  type Data,
  type Dict,
  type Items,
  type Text,
} from './data.ts';

/** What a function is given beside its arguments. */
export interface Call {
  name: string;
  budget: Budget;
}
export type Function = (args: readonly Data[], call: Call) => Data;

export const longest = 2_000_000;

// Arguments as what they have to be.

export const at = (args: readonly Data[], index: number, call: Call): Data => {
  const arg = args[index];
  if (!arg) throw wrongUse(call.name, `${index + 1} arguments or more`);
  return arg;
};

export function text(args: readonly Data[], index: number, call: Call): Text {
  const arg = at(args, index, call);
  if (arg.type === 'nil' && arg.missing !== undefined) throw new Untold(noValue(arg.missing));
  return printed(arg, call.budget);
}
export const word = (args: readonly Data[], index: number, call: Call): string => known(text(args, index, call));

export function amount(args: readonly Data[], index: number, call: Call): number {
  const arg = at(args, index, call);
  if (arg.type === 'unknown') throw new Untold(arg.reason);
  if (arg.type === 'number') return arg.value;
  if (arg.type === 'bool') return Number(arg.value);
  const number = arg.type === 'string' ? Number(known(arg)) : 0;
  return Number.isNaN(number) ? 0 : number;
}

export function items(args: readonly Data[], index: number, call: Call): Items {
  const arg = at(args, index, call);
  if (arg.type === 'unknown') throw new Untold(arg.reason);
  if (arg.type === 'nil') return list([]);
  if (arg.type !== 'list') throw wrongUse(call.name, 'a list');
  return arg;
}

export function map(args: readonly Data[], index: number, call: Call): Dict {
  const arg = at(args, index, call);
  if (arg.type === 'unknown') throw new Untold(arg.reason);
  if (arg.type === 'nil') return dict();
  if (arg.type !== 'map') throw wrongUse(call.name, 'a map');
  return arg;
}

/** A text made of known ones: it comes from where they came from. */
export function made(args: readonly Data[], result: string): Text {
  if (result.length > longest) throw new Stop('too-large', 'a shorter text');
  return string(result, args.flatMap(viaOf).slice(0, 8));
}

export const from = (arg: Data, result: Data): Data =>
  result.type === 'string' || arg.type === 'string' || !arg.from ? result : { ...result, from: arg.from };

// Equality and order.

/** `loose`: whole numbers and others may be the same. */
export function same(a: Data, b: Data, budget: Budget, loose = false, depth = 0): boolean {
  spend(budget);
  if (depth > 100) throw new Stop('too-large', 'less depth');
  for (const side of [a, b]) if (side.type === 'unknown') throw new Untold(side.reason);
  if (a.type === 'string' && b.type === 'string') return known(a) === known(b);
  if (a.type === 'list' && b.type === 'list')
    return (
      a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]!, budget, loose, depth + 1))
    );
  if (a.type === 'map' && b.type === 'map')
    return (
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, item]) => {
        const other = b.entries.get(key);
        return other !== undefined && same(item, other, budget, loose, depth + 1);
      })
    );
  if (a.type === 'number' && b.type === 'number') return a.value === b.value && (a.whole === b.whole || loose);
  if (a.type === 'bool' && b.type === 'bool') return a.value === b.value;
  return a.type === 'nil' && b.type === 'nil';
}

export function order(args: readonly Data[], call: Call): number {
  const [a, b] = [at(args, 0, call), at(args, 1, call)];
  if (a.type === 'string' && b.type === 'string') {
    const [one, other] = [known(a), known(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  if (a.type === 'number' && b.type === 'number') return a.value - b.value;
  throw wrongUse(call.name, 'two numbers or two texts');
}

export const isEmpty = (arg: Data): boolean => {
  const is = truth(arg);
  if (is === undefined) throw new Untold(arg.type === 'unknown' ? arg.reason : reasonIn(arg));
  return !is;
};
const reasonIn = (arg: Data) => {
  const reason = arg.type === 'string' ? plain(arg) : '';
  return typeof reason === 'string' ? noValue('') : reason;
};
