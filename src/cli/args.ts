import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../config/nearest.ts';
import { isDate } from '../engine/waivers.ts';
import { UsageError } from './usage-error.ts';

/** Parses arguments. A wrong one is a `UsageError` that names the nearest right one. */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const name = /'(-+[^' ]+)/.exec(message)?.[1] ?? '';
      const near = nearest(name.replace(/^-+/, ''), Object.keys(options));
      throw new UsageError(`there is no option ${name}${near ? `; did you mean --${near}?` : ''} (see --help)`);
    }
    throw new UsageError(`${message.split(/\.\s/)[0]!.replace(/\.$/, '')} (see --help)`);
  }
}

/** Values of an option that takes several, separated by commas or given more than once. */
export const several = (values: readonly string[] | undefined): string[] | undefined =>
  values
    ?.flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);

/** A day that exists, or a `UsageError`. */
export function dayNamed(day: string | undefined): string | undefined {
  if (day !== undefined && !isDate(day))
    throw new UsageError(`--as-of takes a day that exists, as YYYY-MM-DD, not "${day}"`);
  return day;
}

/** One of a list of names, or a `UsageError`. */
export function oneOf<T extends string>(what: string, value: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  const near = nearest(value, names);
  throw new UsageError(`${what} is one of ${names.join(', ')}, not "${value}"${near ? `; did you mean ${near}?` : ''}`);
}
