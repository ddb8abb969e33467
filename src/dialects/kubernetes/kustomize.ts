import type { ObjectValue, StringValue, Value } from '../../model/value.ts';
import { isFilePlace, type FilePlace } from '../../model/place.ts';
import type { Unresolved } from '../dialect.ts';
import { withGenerated } from './generate.ts';
import { renamed, withReplicas } from './names.ts';
import { operated, strategic, textAt } from './patch.ts';

/** An object as some manifest states it. */
export interface Manifest {
  kind: string;
  body: ObjectValue;
  file: string;
  /** The line that names its kind. */
  at: FilePlace;
  block: FilePlace;
  /** What it was called before kustomizations changed that: they go on to be found by these. */
  formerNames?: readonly string[];
}

export interface Source {
  /** The kustomization of a folder: its path and what it says. */
  kustomization(folder: string): { file: string; body: ObjectValue } | undefined;
  /** The objects of a file; undefined where there is no such file. */
  manifests(file: string): readonly Manifest[] | undefined;
  /** What a file holds, whatever it is: patches need not be whole objects. */
  values(file: string, text?: StringValue): readonly Value[];
  /** The text of a file; undefined where there is no such file. */
  text(file: string): string | undefined;
  unresolved(what: Unresolved): void;
}

// What is not followed here. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
const notFollowed = ['helmCharts', 'generators', 'transformers', 'replacements', 'vars', 'crds', 'configurations'];

/** The objects that a kustomization comes to. */
export function built(folder: string, source: Source, seen: readonly string[] = []): readonly Manifest[] {
  const found = source.kustomization(folder);
  if (!found || seen.includes(folder) || seen.length > 20) return [];
  const { body, file } = found;
  const inside = [...seen, folder];
  let objects = [...listOf(body, 'resources'), ...listOf(body, 'bases')].flatMap((entry) => from(entry));
  objects = changed(objects, folder, found, source);
  // A component changes what was gathered before it.
  for (const entry of listOf(body, 'components')) {
    const path = entry.type === 'string' ? beside(folder, entry.value) : undefined;
    const component = path === undefined ? undefined : source.kustomization(path);
    if (!component) missing(entry);
    else
      objects = changed(
        [...objects, ...built(path!, { ...source, kustomization: withoutChanges(path!) }, inside)],
        path!,
        component,
        source,
      );
  }
  for (const name of notFollowed) {
    const entry = body.entries.get(name);
    if (entry) open(`${name} of ${file}`, entry);
  }
  return objects;

  function from(entry: Value): readonly Manifest[] {
    if (entry.type !== 'string') return missing(entry);
    const path = beside(folder, entry.value);
    const there = isRemote(entry.value) ? undefined : source.manifests(path);
    if (there) return there;
    return !isRemote(entry.value) && source.kustomization(path) ? built(path, source, inside) : missing(entry);
  }

  function missing(entry: Value): [] {
    open(entry.type === 'string' ? entry.value : file, entry);
    return [];
  }

  function open(name: string, { at }: Value): void {
    if (isFilePlace(at))
      source.unresolved({
        name,
        reason: { code: 'not-rendered', subject: name, settledBy: 'manifests as kustomize builds them' },
        at,
      });
  }

  /** A component's own resources, before it changes all. */
  function withoutChanges(path: string): Source['kustomization'] {
    return (asked) => {
      const there = source.kustomization(asked);
      if (asked !== path || !there) return there;
      const entries = [...there.body.entries].filter(([key]) => key === 'resources' || key === 'components');
      return { ...there, body: { ...there.body, entries: new Map(entries) } };
    };
  }
}

function changed(
  objects: readonly Manifest[],
  folder: string,
  { body }: { body: ObjectValue },
  source: Source,
): Manifest[] {
  let all = withGenerated(objects, body, (path) => beside(folder, path), source);
  for (const patch of patchesOf(body, folder, source)) all = all.map((object) => patched(object, patch));
  const namespace = body.entries.get('namespace');
  all = all.map((object) =>
    withImages(withReplicas(inNamespace(object, namespace), listOf(body, 'replicas')), listOf(body, 'images')),
  );
  return renamed(all, body.entries.get('namePrefix'), body.entries.get('nameSuffix'));
}

interface Patch {
  target: Value | undefined;
  values: readonly Value[];
}

function patchesOf(body: ObjectValue, folder: string, source: Source): readonly Patch[] {
  const inline = (text: Value | undefined): readonly Value[] =>
    text?.type === 'string' && isFilePlace(text.at) ? source.values(text.at.file, text) : [];
  const file = (path: string | undefined): readonly Value[] =>
    path === undefined ? [] : source.values(beside(folder, path));
  const entries = [...listOf(body, 'patches'), ...listOf(body, 'patchesJson6902')].map((entry): Patch => {
    const own = entry.type === 'object' ? entry.entries : new Map<string, Value>();
    const values = own.has('path') ? file(textAt(entry, 'path')) : inline(own.get('patch'));
    return { target: own.get('target'), values };
  });
  const merges = listOf(body, 'patchesStrategicMerge').map((entry): Patch => {
    const text = entry.type === 'string' ? entry.value : '';
    return { target: undefined, values: text.includes('\n') ? inline(entry) : file(text) };
  });
  return [...merges, ...entries];
}

function patched(object: Manifest, { target, values }: Patch): Manifest {
  let { body } = object;
  for (const value of values) {
    if (value.type === 'list') {
      if (target && isMeant(object, target))
        for (const operation of value.items)
          body = operated(body, operation) ?? { ...body, complete: false, reason: lost };
    } else if (value.type === 'object' && isMeant(object, target ?? asTarget(value))) {
      const result = strategic(body, target ? withoutName(value) : value);
      if (result.type === 'object') body = result;
    }
  }
  return { ...object, body };
}

const lost = { code: 'not-rendered' as const, settledBy: 'manifests as kustomize builds them' };

function asTarget(patch: ObjectValue): Value {
  const kind = patch.entries.get('kind');
  const name = patch.entries.get('metadata');
  const own = name?.type === 'object' ? name.entries.get('name') : undefined;
  return {
    ...patch,
    entries: new Map([...(kind ? [['kind', kind] as const] : []), ...(own ? [['name', own] as const] : [])]),
  };
}

/** A patch with a target of its own doesn't rename what it changes. */
const withoutName = (patch: ObjectValue): ObjectValue => ({
  ...patch,
  entries: new Map([...patch.entries].filter(([key]) => key !== 'metadata' && key !== 'kind' && key !== 'apiVersion')),
});

function isMeant({ kind, body, formerNames = [] }: Manifest, target: Value): boolean {
  const wanted = {
    kind: textAt(target, 'kind'),
    name: textAt(target, 'name'),
    labels: textAt(target, 'labelSelector'),
  };
  if (wanted.kind !== undefined && wanted.kind !== kind) return false;
  const names = [textAt(body, 'metadata', 'name') ?? '', ...formerNames];
  if (wanted.name !== undefined && !names.some((name) => matches(wanted.name!, name))) return false;
  return (wanted.labels ?? '')
    .split(',')
    .filter(Boolean)
    .every((label) => {
      const [name = '', value] = label.split(/==?/).map((part) => part.trim());
      const there = textAt(body, 'metadata', 'labels', name);
      return value === undefined ? there !== undefined : there === value;
    });
}

/** Targets are patterns for whole names; only the usual ones are read as such. */
function matches(pattern: string, name: string): boolean {
  if (!/^[\w.*|-]+$/.test(pattern) || pattern.length > 200) return pattern === name;
  const parts = pattern.split('|');
  return parts.some((part) => {
    const [start = '', ...rest] = part.split('.*');
    const end = rest.at(-1);
    return end === undefined ? start === name : name.startsWith(start) && name.endsWith(end) && rest.length === 1;
  });
}

const ofCluster = new Set([
  'Namespace',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'PersistentVolume',
  'StorageClass',
]);

function inNamespace(object: Manifest, namespace: Value | undefined): Manifest {
  const metadata = object.body.entries.get('metadata');
  if (!namespace || ofCluster.has(object.kind) || metadata?.type !== 'object') return object;
  const named: ObjectValue = { ...metadata, entries: new Map(metadata.entries).set('namespace', namespace) };
  return { ...object, body: { ...object.body, entries: new Map(object.body.entries).set('metadata', named) } };
}

function withImages(object: Manifest, images: readonly Value[]): Manifest {
  if (images.length === 0) return object;
  const replace = (value: Value, key: string, depth: number): Value => {
    if (depth > 30) return value;
    if (value.type === 'list') return { ...value, items: value.items.map((item) => replace(item, key, depth + 1)) };
    if (value.type === 'object')
      return {
        ...value,
        entries: new Map([...value.entries].map(([name, entry]) => [name, replace(entry, name, depth + 1)])),
      };
    return key === 'image' && value.type === 'string' ? otherImage(value, images) : value;
  };
  const spec = object.body.entries.get('spec');
  if (!spec) return object;
  return {
    ...object,
    body: { ...object.body, entries: new Map(object.body.entries).set('spec', replace(spec, 'spec', 0)) },
  };
}

function otherImage(value: Value & { type: 'string' }, images: readonly Value[]): Value {
  const [, name = '', rest = ''] = /^(.*?)((?::[\w.-]+)?(?:@[\w:]+)?)$/.exec(value.value) ?? [];
  const image = images.find((entry) => textAt(entry, 'name') === name);
  if (!image) return value;
  const [tag, digest] = [textAt(image, 'newTag'), textAt(image, 'digest')];
  const version = digest === undefined ? (tag === undefined ? rest : `:${tag}`) : `@${digest}`;
  return {
    ...value,
    value: `${textAt(image, 'newName') ?? name}${version}`,
    at: image.at,
    via: [value.at, ...value.via],
  };
}

const listOf = (body: ObjectValue, key: string): readonly Value[] => {
  const value = body.entries.get(key);
  return value?.type === 'list' ? value.items : [];
};

const isRemote = (path: string): boolean => /^[\w+]+:\/\/|^git@|^[\w-]+\.[\w.-]+\/|\?ref=/.test(path);

export function beside(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
