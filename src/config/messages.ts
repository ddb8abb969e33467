import type * as v from 'valibot';
import { nearest } from './nearest.ts';

/** What the schema says is wrong at one place. */
export interface Mistake {
  issue: v.BaseIssue<unknown>;
  path: readonly (string | number)[];
  isUnknownKey: boolean;
}

/** The mistakes behind an issue: of a choice between shapes, those of the shape that was meant. */
export function mistakesOf(issue: v.BaseIssue<unknown>, above: readonly (string | number)[] = []): Mistake[] {
  const items = issue.path ?? [];
  const path = [...above, ...items.map((item) => item.key as string | number)];
  if (issue.type === 'union' && typeof issue.input === 'object' && issue.input !== null) {
    const meant = issue.issues?.filter((inner) => inner.path !== undefined) ?? [];
    if (meant.length > 0) return meant.flatMap((inner) => mistakesOf(inner, path));
  }
  const holder = items.at(-1)?.input;
  // A list where keys belong: its places are no keys.
  if (issue.type === 'strict_object' && issue.expected !== 'Object' && Array.isArray(holder))
    return [{ issue: { ...issue, input: holder, expected: 'Object' }, path: path.slice(0, -1), isUnknownKey: false }];
  return [{ issue, path, isUnknownKey: issue.type === 'strict_object' && issue.expected === 'never' }];
}

/** What was expected, what was found, and the name that is nearest to it. */
export function messageOf({ issue, path, isUnknownKey }: Mistake, schema: v.GenericSchema): string {
  const name = String(path.at(-1) ?? '');
  if (isUnknownKey) return `unknown key "${shown(name)}"${hint(name, keysAt(schema, path.slice(0, -1)))}`;
  if (issue.type === 'strict_object' && issue.input === undefined) return `expected the key "${name}"`;
  const of = typeof path.at(-1) === 'number' ? ` in "${String(path.at(-2))}"` : name ? ` for "${name}"` : '';
  const found = foundIn(issue.input);
  const choices = choicesOf(issue);
  if (choices.length > 0) {
    const near = typeof issue.input === 'string' ? nearest(issue.input, choices) : undefined;
    return `expected one of ${choices.join(', ')}${of}, found ${found}${near ? `; did you mean "${near}"?` : ''}`;
  }
  if (issue.message.startsWith('expected'))
    return typeof issue.input === 'object' ? issue.message : `${issue.message}${of}, found ${found}`;
  return `expected ${names[issue.expected ?? ''] ?? issue.expected ?? 'another value'}${of}, found ${found}`;
}

const hint = (name: string, keys: readonly string[]): string => {
  const near = nearest(name, keys);
  return near ? `; did you mean "${near}"?` : keys.length > 0 ? `; there are ${keys.join(', ')}` : '';
};

const names: { readonly [type: string]: string } = {
  Array: 'a list',
  '(number | boolean | Array)': 'a number, true or false, or a list',
  Object: 'keys with values',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
};

const foundIn = (input: unknown): string => {
  if (Array.isArray(input)) return 'a list';
  if (input === null || input === undefined) return 'nothing';
  return typeof input === 'object' ? 'keys with values' : shown(JSON.stringify(input));
};

const shown = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);

function choicesOf(issue: v.BaseIssue<unknown>): string[] {
  const own = issue.type === 'picklist' ? [issue] : (issue.issues ?? []).filter(({ type }) => type === 'picklist');
  return own.flatMap(({ expected }) => [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, choice]) => choice!));
}

// The parts of a schema that lead from a path to the keys that may stand there.
interface Part {
  type: string;
  entries?: { readonly [key: string]: Part };
  wrapped?: Part;
  item?: Part;
  value?: Part;
  options?: readonly Part[];
}

function keysAt(schema: v.GenericSchema, path: readonly (string | number)[]): string[] {
  let parts: Part[] = opened(schema as unknown as Part);
  for (const step of path)
    parts = parts.flatMap((part) => {
      const inner = part.entries?.[String(step)] ?? part.item ?? part.value;
      return inner ? opened(inner) : [];
    });
  return parts.flatMap(({ entries }) => Object.keys(entries ?? {}));
}

const opened = (part: Part): Part[] =>
  part.wrapped ? opened(part.wrapped) : part.type === 'union' ? (part.options ?? []).flatMap(opened) : [part];
