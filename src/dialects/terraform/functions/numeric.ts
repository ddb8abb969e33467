import { rounded } from '../numbers.ts';
import { items, numeric, plain, text, whole, wrong, type FunctionDefinition } from './definition.ts';

const many = Number.POSITIVE_INFINITY;

/** https://developer.hashicorp.com/terraform/language/functions#numeric-functions */
export const numericFunctions: Record<string, FunctionDefinition> = {
  abs: plain(1, 1, ([a]) => Math.abs(numeric(a))),
  ceil: plain(1, 1, ([a]) => Math.ceil(numeric(a)) + 0),
  floor: plain(1, 1, ([a]) => Math.floor(numeric(a)) + 0),
  log: plain(2, 2, ([a, base]) => finite(rounded(Math.log(numeric(a)) / Math.log(numeric(base))))),
  max: plain(1, many, (args) => args.map(numeric).reduce((a, b) => Math.max(a, b))),
  min: plain(1, many, (args) => args.map(numeric).reduce((a, b) => Math.min(a, b))),
  parseint: plain(2, 2, ([a, base]) => parseInteger(text(a), whole(base))),
  pow: plain(2, 2, ([a, b]) => finite(numeric(a) ** numeric(b))),
  signum: plain(1, 1, ([a]) => Math.sign(whole(a)) + 0),
  sum: plain(1, 1, ([a]) => {
    if (items(a).length === 0) throw wrong('at least one number to add up');
    return rounded(
      items(a)
        .map(numeric)
        .reduce((x, y) => x + y),
    );
  }),
};

function finite(result: number): number {
  if (!Number.isFinite(result)) throw wrong('numbers with a finite result');
  return result;
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(value: string, base: number): number {
  if (base < 2 || base > 62) throw wrong('a base from 2 to 62');
  const negative = value.startsWith('-');
  const rest = /^[+-]/.test(value) ? value.slice(1) : value;
  const read = [...(base <= 36 ? rest.toLowerCase() : rest)].map((digit) => digits.indexOf(digit));
  if (read.length === 0 || read.some((digit) => digit < 0 || digit >= base))
    throw wrong(`a whole number in base ${base}`);
  const result = read.reduce((sum, digit) => sum * base + digit, 0);
  return negative ? -result : result;
}
