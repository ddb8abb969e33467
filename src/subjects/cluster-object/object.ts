import type { Resource } from '../../dialects/dialect.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { manifestOf, nameOf } from '../manifest.ts';

/** The kinds that live in a namespace and are usually written by hand. */
export const namespaced = [
  'Pod',
  'Deployment',
  'DaemonSet',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Service',
  'Ingress',
  'Secret',
  'ConfigMap',
  'ServiceAccount',
  'Role',
  'RoleBinding',
] as const;

export function objectOf(resource: Resource): Subject<'cluster-object'> | undefined {
  const manifest = manifestOf(resource, ...namespaced);
  // What every cluster has in that namespace is not put there by anybody.
  const name = manifest && nameOf(manifest);
  if (!manifest || (manifest.kind === 'ServiceAccount' && name === 'default')) return undefined;
  if (manifest.kind === 'Service' && name === 'kubernetes') return undefined;
  return {
    kind: 'cluster-object',
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: { namespace: manifest.namespace },
  };
}
