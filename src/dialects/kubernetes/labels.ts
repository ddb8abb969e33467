import type { ObjectValue, Value } from '../../model/value.ts';
import { withField } from './fields.ts';
import { listOf, type Manifest } from './manifest.ts';

/** A path of keys, and whether it is made where it is not there. */
type Path = readonly [path: readonly string[], make: boolean];

const workloads = /^(?:Deployment|ReplicaSet|DaemonSet|StatefulSet|Job)$/;

/** Where the pods of a kind have their metadata. */
const templates = (kind: string): readonly (readonly string[])[] =>
  kind === 'CronJob'
    ? [
        ['spec', 'jobTemplate'],
        ['spec', 'jobTemplate', 'spec', 'template'],
      ]
    : workloads.test(kind) || kind === 'ReplicationController'
      ? [['spec', 'template']]
      : [];

const labelPaths = (kind: string): readonly Path[] =>
  templates(kind).map((path): Path => [[...path, 'metadata', 'labels'], true]);

// https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/commonlabels.go
function selectorPaths(kind: string): readonly Path[] {
  if (kind === 'Service' || kind === 'ReplicationController') return [[['spec', 'selector'], true]];
  if (/^(?:Deployment|ReplicaSet|DaemonSet|StatefulSet)$/.test(kind))
    return [[['spec', 'selector', 'matchLabels'], true]];
  if (kind === 'Job' || kind === 'PodDisruptionBudget') return [[['spec', 'selector', 'matchLabels'], false]];
  return kind === 'NetworkPolicy' ? [[['spec', 'podSelector', 'matchLabels'], false]] : [];
}

const own: Path = [['metadata', 'labels'], true];

/** `commonLabels`, and `labels` with the places that they ask for. */
export function withLabels(objects: readonly Manifest[], body: ObjectValue): readonly Manifest[] {
  let all = objects;
  for (const entry of listOf(body, 'labels')) {
    const pairs = entry.type === 'object' ? entry.entries.get('pairs') : undefined;
    const asked = (key: string): boolean => {
      const value = entry.type === 'object' ? entry.entries.get(key) : undefined;
      return value?.type === 'bool' && value.value;
    };
    const paths = (kind: string): readonly Path[] =>
      asked('includeSelectors')
        ? [own, ...labelPaths(kind), ...selectorPaths(kind)]
        : asked('includeTemplates')
          ? [own, ...labelPaths(kind)]
          : [own];
    all = laidOver(all, pairs, paths);
  }
  return laidOver(all, body.entries.get('commonLabels'), (kind) => [own, ...labelPaths(kind), ...selectorPaths(kind)]);
}

export const withAnnotations = (objects: readonly Manifest[], annotations: Value | undefined): readonly Manifest[] =>
  laidOver(objects, annotations, (kind) => [
    [['metadata', 'annotations'], true],
    ...templates(kind).map((path): Path => [[...path, 'metadata', 'annotations'], true]),
  ]);

function laidOver(
  objects: readonly Manifest[],
  pairs: Value | undefined,
  pathsOf: (kind: string) => readonly Path[],
): readonly Manifest[] {
  if (pairs?.type !== 'object' || pairs.entries.size === 0) return objects;
  return objects.map((object) => {
    let { body } = object;
    for (const [path, make] of pathsOf(object.kind))
      body = withField(body, path, (there) => {
        if (there?.type === 'object') return { ...there, entries: new Map([...there.entries, ...pairs.entries]) };
        return make && (there === undefined || there.type === 'null') ? pairs : undefined;
      });
    return { ...object, body };
  });
}
