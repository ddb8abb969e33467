import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../config/nearest.ts';
import { UsageError } from '../config/usage-error.ts';

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
