import { fileStart, isFilePlace } from '../../model/place.ts';
import type { ObjectValue, StringValue, Value } from '../../model/value.ts';
import type { Manifest, Source } from './manifest.ts';
import { textAt } from './patch.ts';

const generators = { configMapGenerator: 'ConfigMap', secretGenerator: 'Secret' } as const;

/**
 * What a kustomization makes of literals and files, added to what it takes. The names stay as they are written: what refers to
 * them gets the same ending. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/
 */
export function withGenerated(
  objects: readonly Manifest[],
  body: ObjectValue,
  beside: (path: string) => string,
  source: Source,
): Manifest[] {
  let all = [...objects];
  for (const [key, kind] of Object.entries(generators)) {
    const list = body.entries.get(key);
    for (const entry of list?.type === 'list' ? list.items : []) {
      const made = entry.type === 'object' ? generated(entry, kind, beside, source, body) : undefined;
      if (!made) continue;
      const behavior = textAt(entry, 'behavior');
      const there = (object: Manifest): boolean =>
        object.kind === kind &&
        [textAt(object.body, 'metadata', 'name'), ...(object.formerNames ?? [])].includes(textAt(entry, 'name'));
      if ((behavior === 'merge' || behavior === 'replace') && all.some(there))
        all = all.map((object) => (there(object) ? changed(object, made, behavior === 'merge') : object));
      else all.push(made);
    }
  }
  return all;
}

const dataKeys = { ConfigMap: 'data', Secret: 'stringData' } as const;

function generated(
  entry: ObjectValue,
  kind: 'ConfigMap' | 'Secret',
  beside: (path: string) => string,
  source: Source,
  kustomization: ObjectValue,
): Manifest | undefined {
  const { at } = entry;
  const name = entry.entries.get('name');
  if (!isFilePlace(at) || name?.type !== 'string') return undefined;
  const placed = { at, via: [] };
  const object = (entries: Iterable<readonly [string, Value]>): ObjectValue => ({
    type: 'object',
    entries: new Map(entries),
    complete: true,
    ...placed,
  });
  const namespace = entry.entries.get('namespace');
  const type = entry.entries.get('type');
  const data = new Map(
    dataOf(entry, beside, source).map(([key, value]) => [
      key,
      kind === 'Secret' ? { ...value, secret: true as const } : value,
    ]),
  );
  const body = object([
    ['apiVersion', { type: 'string', value: 'v1', ...placed }],
    ['kind', { type: 'string', value: kind, ...placed }],
    [
      'metadata',
      object([
        ['name', name],
        ...(namespace ? [['namespace', namespace] as const] : []),
        ...(['labels', 'annotations'] as const).flatMap((key) => {
          const given = [kustomization.entries.get('generatorOptions'), entry.entries.get('options')].flatMap(
            (options) => {
              const found = options?.type === 'object' ? options.entries.get(key) : undefined;
              return found?.type === 'object' ? [...found.entries] : [];
            },
          );
          return given.length > 0 ? [[key, object(given)] as const] : [];
        }),
      ]),
    ],
    ...(type ? [['type', type] as const] : []),
    [dataKeys[kind], object(data)],
  ]);
  return { kind, body, file: at.file, at, block: at };
}

function dataOf(entry: ObjectValue, beside: (path: string) => string, source: Source): [string, Value][] {
  const texts = (key: string): StringValue[] => {
    const value = entry.entries.get(key);
    return (value?.type === 'list' ? value.items : value ? [value] : []).filter((item) => item.type === 'string');
  };
  const file = (path: string, from: Value): Value => {
    const text = source.text(beside(path));
    const via = [from.at];
    if (text !== undefined) return { type: 'string', value: text, at: fileStart(beside(path)), via };
    const reason = {
      code: 'not-in-repository' as const,
      subject: path,
      settledBy: 'the file that the kustomization reads',
    };
    return { type: 'unknown', reason, at: from.at, via: [] };
  };
  return [
    ...[...texts('envs'), ...texts('env')].flatMap((item): [string, Value][] => {
      const value = file(item.value, item);
      if (value.type !== 'string') return [];
      return value.value.split('\n').flatMap((line, i): [string, Value][] => {
        const [name, rest] = parted(line.trim());
        if (rest === undefined || line.trim().startsWith('#')) return [];
        const span = { startLine: i + 1, startColumn: 1, endLine: i + 1, endColumn: line.length + 1 };
        return [[name, { ...value, value: rest, at: { file: beside(item.value), span } }]];
      });
    }),
    ...texts('files').map((item): [string, Value] => {
      const [name, path] = parted(item.value);
      return path === undefined ? [name.split('/').at(-1)!, file(name, item)] : [name, file(path, item)];
    }),
    ...texts('literals').flatMap((item): [string, Value][] => {
      const [name, rest] = parted(item.value);
      return rest === undefined ? [] : [[name, { ...item, value: rest.replace(/^(["'])(.*)\1$/s, '$2') }]];
    }),
  ];
}

/** `NAME=TEXT` in two. */
function parted(text: string): [string, string | undefined] {
  const index = text.indexOf('=');
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function changed(object: Manifest, made: Manifest, keep: boolean): Manifest {
  const key = dataKeys[made.kind as keyof typeof dataKeys];
  const [old, fresh] = [object.body.entries.get(key), made.body.entries.get(key)];
  if (fresh?.type !== 'object') return object;
  const entries = new Map([...(keep && old?.type === 'object' ? old.entries : []), ...fresh.entries]);
  return { ...object, body: { ...object.body, entries: new Map(object.body.entries).set(key, { ...fresh, entries }) } };
}
