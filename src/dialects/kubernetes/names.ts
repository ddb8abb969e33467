import type { ObjectValue, Value } from '../../model/value.ts';
import type { Manifest } from './manifest.ts';
import { textAt } from './patch.ts';

// Names that are not changed: https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/nameprefix.go
const kept = new Set(['Namespace', 'CustomResourceDefinition', 'APIService']);

/** The kinds of what a key names, or the `name` below it. */
const named: { readonly [key: string]: string } = {
  serviceAccountName: 'ServiceAccount',
  serviceAccount: 'ServiceAccount',
  secretName: 'Secret',
  claimName: 'PersistentVolumeClaim',
  serviceName: 'Service',
};
const holders: { readonly [key: string]: string } = {
  configMap: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  secret: 'Secret',
  secretRef: 'Secret',
  secretKeyRef: 'Secret',
  imagePullSecrets: 'Secret',
  secrets: 'Secret',
  service: 'Service',
};
const byOwnKind = new Set(['roleRef', 'subjects', 'scaleTargetRef']);

/** Objects with another beginning and end of their names, and what refers to them with it. */
export function renamed(
  objects: readonly Manifest[],
  prefix: Value | undefined,
  suffix: Value | undefined,
): Manifest[] {
  const [before, after] = [textOf(prefix), textOf(suffix)];
  if (before === '' && after === '') return [...objects];
  const written = prefix ?? suffix!;
  const change = (value: Value): Value =>
    value.type === 'string'
      ? { ...value, value: `${before}${value.value}${after}`, via: [...value.via, written.at] }
      : value;
  const own = new Set(
    objects
      .filter(({ kind }) => !kept.has(kind))
      .map(({ kind, body }) => `${kind} ${textAt(body, 'metadata', 'name')}`),
  );
  const refer = (value: Value, kind: string): Value =>
    value.type === 'string' && own.has(`${kind} ${value.value}`) ? change(value) : value;

  function within(value: Value, key: string, depth: number): Value {
    if (depth > 40) return value;
    if (value.type === 'list') return { ...value, items: value.items.map((item) => within(item, key, depth + 1)) };
    if (value.type !== 'object') return named[key] === undefined ? value : refer(value, named[key]);
    const kind = byOwnKind.has(key) ? textAt(value, 'kind') : holders[key];
    const entries = [...value.entries].map(([name, entry]): [string, Value] => [
      name,
      name === 'name' && kind !== undefined ? refer(entry, kind) : within(entry, name, depth + 1),
    ]);
    return { ...value, entries: new Map(entries) };
  }

  return objects.map((object) => {
    const body = within(object.body, '', 0) as ObjectValue;
    const metadata = body.entries.get('metadata');
    const name = metadata?.type === 'object' ? metadata.entries.get('name') : undefined;
    if (metadata?.type !== 'object' || !name || kept.has(object.kind)) return { ...object, body };
    const named: ObjectValue = { ...metadata, entries: new Map(metadata.entries).set('name', change(name)) };
    return {
      ...object,
      body: { ...body, entries: new Map(body.entries).set('metadata', named) },
      formerNames: [...(object.formerNames ?? []), textAt(metadata, 'name') ?? ''],
    };
  });
}

const textOf = (value: Value | undefined): string => (value?.type === 'string' ? value.value : '');

const scaled = /^(?:Deployment|ReplicaSet|StatefulSet|ReplicationController)$/;

/** How many pods there are, as a kustomization says it. */
export function withReplicas(object: Manifest, replicas: readonly Value[]): Manifest {
  const spec = object.body.entries.get('spec');
  if (!scaled.test(object.kind) || spec?.type !== 'object') return object;
  const names = [textAt(object.body, 'metadata', 'name'), ...(object.formerNames ?? [])];
  const found = replicas.find((entry) => names.includes(textAt(entry, 'name')));
  const count = found?.type === 'object' ? found.entries.get('count') : undefined;
  if (!count) return object;
  const changed: ObjectValue = { ...spec, entries: new Map(spec.entries).set('replicas', count) };
  return { ...object, body: { ...object.body, entries: new Map(object.body.entries).set('spec', changed) } };
}
