import type { Place } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { list, object } from './values.ts';

/** What a property holds in words of its own: a policy, variables, parameters of a database. */
const verbatim =
  /^(?:\w*PolicyDocument|\w*PolicyText|KeyPolicy|ResourcePolicy|AccessPolicies|FileSystemPolicy|Policy|Statement|Variables|Parameters|Tags|DefinitionBody|Body)$/;

/** `KmsKeyId` is `kms_key_id`, `SSEAlgorithm` is `sse_algorithm`. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** `ReadonlyRootFilesystem` is `readonlyRootFilesystem`. */
export const camel = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/** The same tree with its keys spelled anew, down to where they are words of the writer. */
export function respelled(value: Value, spell: (name: string) => string): Value {
  if (value.type === 'list') return { ...value, items: value.items.map((item) => respelled(item, spell)) };
  if (value.type !== 'object') return value;
  const entries = new Map(
    [...value.entries].map(([key, item]) => [spell(key), verbatim.test(key) ? item : respelled(item, spell)]),
  );
  const keys = value.keys && new Map([...value.keys].map(([key, place]) => [spell(key), place]));
  return { ...value, entries, ...(keys && { keys }) };
}

/** The properties of a resource while they are put into other words. Paths have dots; a list is looked into at its first item. */
export class Body {
  readonly value: ObjectValue;

  constructor(value: ObjectValue) {
    this.value = { ...value, entries: new Map(value.entries) };
  }

  get at(): Place {
    return this.value.at;
  }

  /** What stands at a path. What stands inside of something unknown is unknown too. */
  get(path: string): Value | undefined {
    return path.split('.').reduce<Value | undefined>((from, key) => {
      if (from?.type === 'unknown') return from;
      return from?.type === 'object' ? from.entries.get(key) : undefined;
    }, this.value);
  }

  set(path: string, value: Value | undefined): this {
    if (value) write(this.value, path.split('.'), value);
    return this;
  }

  /** Takes away what stands at the top under this name. */
  drop(key: string): this {
    (this.value.entries as Map<string, Value>).delete(key);
    return this;
  }

  /** What stands at `from` stands at `to` too, changed. */
  copy(from: string, to: string, change: (value: Value) => Value | undefined = (value) => value): this {
    const value = this.get(from);
    return value ? this.set(to, value.type === 'unknown' ? value : change(value)) : this;
  }

  /** What holds where nothing is written. */
  otherwise(path: string, value: Value): this {
    return this.get(path) ? this : this.set(path, value);
  }
}

function write(into: ObjectValue, [key, ...rest]: readonly string[], value: Value): void {
  const entries = into.entries as Map<string, Value>;
  if (key === undefined) return;
  if (rest.length === 0) {
    entries.set(key, value);
    return;
  }
  const there = entries.get(key);
  const inner =
    there?.type === 'object'
      ? { ...there, entries: new Map(there.entries) }
      : object(new Map<string, Value>(), value.at);
  entries.set(key, inner);
  write(inner, rest, value);
}

/** Each object of a list, or the one that stands alone, changed. */
export const each =
  (change: (item: Body) => void) =>
  (value: Value): Value => {
    if (value.type === 'list') return { ...value, items: value.items.map((item) => each(change)(item)) };
    if (value.type !== 'object') return value;
    const body = new Body(value);
    change(body);
    return body.value;
  };

/** One thing as a list of one. */
export const listed = (value: Value): Value => (value.type === 'list' ? value : list([value], value.at));

/** Whether a text is this one. */
export const is =
  (text: string) =>
  (value: Value): Value =>
    value.type === 'string' ? { type: 'bool', value: value.value === text, at: value.at, via: value.via } : value;

/** `{ a: 1 }` as `[{ name: 'a', value: 1 }]`. */
export const pairs =
  (name: string, of: string) =>
  (value: Value): Value =>
    value.type !== 'object'
      ? value
      : {
          ...list(
            [...value.entries].map(([key, item]) => {
              const at = value.keys?.get(key) ?? item.at;
              return object(
                new Map<string, Value>([
                  [name, { type: 'string', value: key, at, via: [] }],
                  [of, item],
                ]),
                at,
              );
            }),
            value.at,
            value.reason,
          ),
          via: value.via,
        };

/** `[{ Key: 'a', Value: 1 }]` by key. */
export function byKey(value: Value | undefined, key = 'key', of = 'value'): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const item of value?.type === 'list' ? value.items : []) {
    if (item.type !== 'object') continue;
    const name = item.entries.get(key);
    const held = item.entries.get(of);
    if (name?.type === 'string' && held) found.set(name.value, held);
  }
  return found;
}
