import { limits, Stop } from '../budget.ts';
import type { Data } from '../deep.ts';
import { textOfNumber } from '../numbers.ts';
import { numeric, text, truth, whole, wrong } from './definition.ts';
import { encodeJson } from './json.ts';

const verb = /%(?<flags>[-+ 0#]*)(?<width>\d+)?(?:\.(?<precision>\d*))?(?:\[(?<index>\d+)\])?(?<verb>[a-zA-Z%])/gy;

/** https://developer.hashicorp.com/terraform/language/functions/format */
export function format(spec: string, args: readonly Data[]): string {
  let next = 0;
  let result = '';
  let used = 0;
  for (let at = 0; at < spec.length;) {
    if (spec[at] !== '%') {
      const end = spec.indexOf('%', at);
      result += spec.slice(at, end < 0 ? spec.length : end);
      at = end < 0 ? spec.length : end;
      continue;
    }
    verb.lastIndex = at;
    const found = verb.exec(spec);
    if (!found) throw wrong('a verb such as %s after %');
    at = verb.lastIndex;
    const groups = found.groups!;
    if (groups['verb'] === '%') {
      result += '%';
      continue;
    }
    if (groups['index'] !== undefined) next = Number(groups['index']) - 1;
    if (next >= args.length) throw wrong('an argument for each verb of the format');
    result += formatted(groups, args[next]!);
    used = Math.max(used, ++next);
    if (result.length > limits.textLength) throw new Stop('too-large', 'a text longer than the limit');
  }
  if (used < args.length) throw wrong('a verb in the format for each argument');
  return result;
}

type Groups = Record<string, string | undefined>;

function formatted(groups: Groups, value: Data): string {
  const flags = groups['flags'] ?? '';
  const width = Number(groups['width'] ?? 0);
  const precision = groups['precision'] === undefined ? undefined : Number(groups['precision']);
  if (width > limits.textLength || (precision ?? 0) > 1000) throw new Stop('too-large', 'a text longer than the limit');
  const raw = written(groups['verb']!, value, precision, flags);
  const isNumber = 'dbotxXeEfFgG'.includes(groups['verb']!) || (groups['verb'] === 'v' && typeof value === 'number');
  const signed =
    isNumber && !raw.startsWith('-') ? (flags.includes('+') ? `+${raw}` : flags.includes(' ') ? ` ${raw}` : raw) : raw;
  const length = [...signed].length;
  if (length >= width) return signed;
  if (flags.includes('-')) return signed + ' '.repeat(width - length);
  if (!flags.includes('0')) return ' '.repeat(width - length) + signed;
  const sign = /^[+-]/.exec(signed)?.[0] ?? '';
  return sign + '0'.repeat(width - length) + signed.slice(sign.length);
}

function written(kind: string, value: Data, precision: number | undefined, flags: string): string {
  switch (kind) {
    case 'v':
      if (flags.includes('#') || typeof value === 'object') return value === null ? 'null' : encodeJson(value);
      return typeof value === 'number' ? textOfNumber(value) : String(value);
    case 't':
      return String(truth(value));
    case 's':
      return precision === undefined ? text(value) : [...text(value)].slice(0, precision).join('');
    case 'q':
      return encodeJson(text(value));
    case 'd':
      return BigInt(whole(value)).toString();
    case 'b':
      return whole(value).toString(2);
    case 'o':
      return whole(value).toString(8);
    case 'x':
      return whole(value).toString(16);
    case 'X':
      return whole(value).toString(16).toUpperCase();
    case 'e':
    case 'E': {
      const shown = numeric(value)
        .toExponential(precision ?? 6)
        .replace(/e([+-])(\d)$/, 'e$10$2');
      return kind === 'E' ? shown.toUpperCase() : shown;
    }
    case 'f':
    case 'F':
      return fixed(numeric(value), Math.min(100, precision ?? 6));
    case 'g':
    case 'G':
      return general(numeric(value), precision, kind === 'G');
    default:
      throw wrong(`a verb that exists (there is no %${kind})`);
  }
}

/** https://pkg.go.dev/math/big#Float.Text rounds what is exactly half to even; `toFixed` rounds it up. */
function fixed(value: number, precision: number): string {
  const scaled = Math.abs(value) * 10 ** precision;
  const isHalf = scaled % 1 === 0.5 && Math.floor(scaled) % 2 === 0;
  return isHalf
    ? (Math.sign(value) * (Math.floor(scaled) / 10 ** precision)).toFixed(precision)
    : value.toFixed(precision);
}

/** https://pkg.go.dev/math/big#Float.Text: with an exponent where that is below -4 or not below the precision. */
function general(value: number, precision: number | undefined, upper: boolean): string {
  const digits = precision === undefined ? undefined : Math.max(1, Math.min(100, precision)) - 1;
  const [mantissa, power] = value.toExponential(digits).split('e') as [string, string];
  const shortest = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const count = shortest.replace(/\D/g, '').length;
  const exponent = Number(power);
  const most =
    precision === undefined ? 6 : precision > count && count >= exponent + 1 ? count : Math.max(1, precision);
  const large = exponent < -4 || exponent >= most;
  const shown = large
    ? `${shortest}e${power.replace(/^([+-])(\d)$/, '$10$2')}`
    : textOfNumber(Number(`${shortest}e${power}`));
  return upper ? shown.toUpperCase() : shown;
}
