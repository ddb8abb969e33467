import type { Value } from '../../model/value.ts';
import type { DialectContext } from '../dialect.ts';
import { filled, type Variables } from '../dockerfile/variables.ts';
import { keepingMark } from './merge.ts';

/** What the `.env` beside a compose file sets, where it is in the tree. */
export function variablesIn(path: string, context: DialectContext): Variables {
  const variables = new Map<string, string>();
  if (!context.folder(path.split('/').slice(0, -1).join('/')).includes(path)) return variables;
  for (const { name, value } of assigned(context.text(path) ?? '')) variables.set(name, value);
  return variables;
}

/** The lines of a file of variables: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax */
export const assigned = (text: string): { name: string; value: string; line: number; length: number }[] =>
  text.split('\n').flatMap((line, i) => {
    const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)\s*[=:]\s*(\S.*|)$/.exec(line.trimEnd()) ?? [];
    if (name === undefined) return [];
    const plain = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value.replace(/\s+#.*$/, '');
    return [{ name, value: plain, line: i + 1, length: line.length }];
  });

const variable = /\$(?:\{[^}]*\}|\w+)/;

/**
 * With variables filled in: https://docs.docker.com/reference/compose-file/interpolation/. What a service gets as
 * environment stays open where it comes from one: a default there is for who sets nothing.
 */
export function interpolated(value: Value, variables: Variables, key = '', depth = 0): Value {
  if (depth > 60) return value;
  if (value.type === 'list')
    return keepingMark(value, {
      ...value,
      items: value.items.map((item) => interpolated(item, variables, key, depth + 1)),
    });
  if (value.type === 'object')
    return keepingMark(value, {
      ...value,
      entries: new Map(
        [...value.entries].map(([name, entry]) => [
          name,
          interpolated(entry, variables, key === 'environment' ? key : name, depth + 1),
        ]),
      ),
    });
  if (value.type !== 'string' || !value.value.includes('$')) return value;
  const { text, open } = filled(value.value.replaceAll('$$', '\\$'), variables);
  if (open === undefined && (key !== 'environment' || !/\$\{?\w/.test(value.value.replaceAll('$$', ''))))
    return { ...value, value: text };
  const { at, via } = value;
  return {
    type: 'unknown',
    reason: { code: 'no-value', subject: `$${open ?? ''}`, settledBy: 'a default for it, or a value in .env' },
    prefix: value.value.slice(0, value.value.indexOf('$')),
    suffix: /^[^$]*/.exec(value.value.split(variable).at(-1)!)![0],
    at,
    via,
  };
}
