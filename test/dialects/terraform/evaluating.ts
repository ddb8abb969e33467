import { newBudget, valueOfStop } from '../../../src/dialects/terraform/budget.ts';
import { evaluate } from '../../../src/dialects/terraform/evaluate.ts';
import type { Scope } from '../../../src/dialects/terraform/scope.ts';
import { sourceFiles } from '../../../src/dialects/terraform/source-files.ts';
import { failed, isFailed, isSet, object, string, unknown } from '../../../src/dialects/terraform/values.ts';
import type { FilePlace } from '../../../src/model/place.ts';
import type { Value } from '../../../src/model/value.ts';
import { parseHcl } from '../../../src/parse/hcl/parse.ts';

// One expression, evaluated as in a file of a root `infra` that knows a few names:
// `unknown` and `other_unknown` (a provider decides), `secret` (a sensitive text), `secrets` (a map with one inside).

const at: FilePlace = { file: 'infra/main.tf', span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } };

const names: Record<string, Value> = {
  unknown: {
    ...unknown({ code: 'known-after-apply', subject: 'a.b.id', settledBy: 'a plan' }, at),
    references: [{ address: 'a.b', path: ['id'] }],
  },
  other_unknown: unknown({ code: 'no-value', subject: 'var.other', settledBy: 'a value' }, at),
  secret: { ...string('hush', at), secret: true },
  secrets: object(
    new Map<string, Value>([
      ['a', string('open', at)],
      ['b', { ...string('hush', at), secret: true }],
    ]),
    at,
  ),
};

export function valueOf(text: string, files: Record<string, string | Uint8Array> = {}): Value {
  const { tree, problems } = parseHcl(`value = ${text}\n`);
  if (problems.length > 0) throw new Error(`${text}: ${problems[0]!.message}`);
  const budget = newBudget();
  const scope: Scope = {
    file: 'infra/main.tf',
    names: {
      resolve: (root, _steps, place) => ({
        value: names[root] ?? failed('does-not-exist', root, `a name ${root}`, place),
        used: 0,
      }),
    },
    budget,
    files: sourceFiles(
      {
        list: () => Object.keys(files).sort(),
        read: (path: string) => {
          const content = files[path];
          return typeof content === 'string' ? new TextEncoder().encode(content) : content;
        },
      },
      'infra',
    ),
  };
  try {
    return evaluate(tree.attributes[0]!.value, scope);
  } catch (cause) {
    return valueOfStop(cause, at, 'value');
  }
}

export type Plain = string | number | boolean | null | Plain[] | Set<Plain> | { [key: string]: Plain };

/** A value without its places: sets as sets, `<unknown: code>`, `<failed: code>`, and `(secret)` where it is one. */
export function plain(value: Value): Plain {
  switch (value.type) {
    case 'string':
    case 'number':
    case 'bool':
      return value.value;
    case 'null':
      return null;
    case 'unknown': {
      const ends = value.prefix || value.suffix ? ` ${value.prefix ?? ''}…${value.suffix ?? ''}` : '';
      return isFailed(value) ? `<failed: ${value.reason.code}>` : `<unknown: ${value.reason.code}${ends}>`;
    }
    case 'list': {
      const items = value.items.map(plain);
      if (!value.complete) items.push('<more>');
      return isSet(value) ? new Set(items) : items;
    }
    case 'object': {
      const entries = [...value.entries].map(([key, item]): [string, Plain] => [key, plain(item)]);
      return Object.fromEntries(value.complete ? entries : [...entries, ['<more>', true]]);
    }
  }
}

export const result = (text: string, files: Record<string, string | Uint8Array> = {}): Plain =>
  plain(valueOf(text, files));
