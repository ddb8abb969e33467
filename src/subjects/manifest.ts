import type { Resource } from '../dialects/dialect.ts';
import { byDefault, notApplicable, type Fact, type NotApplicable } from '../model/fact.ts';
import type { ObjectValue, Value } from '../model/value.ts';
import { readerOf, type Reader } from './read.ts';

/** An object of Kubernetes, by whatever it was written: read by the names of its interface. */
export interface Manifest {
  kind: string;
  reader: Reader;
  resource: Resource;
  /** A program that applies it states its namespace; a file may be applied to any. */
  namespace: Fact<string> | NotApplicable;
}

/** The kinds of Kubernetes by their names in Terraform: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
const byTerraform: Readonly<Record<string, string>> = {
  pod: 'Pod',
  deployment: 'Deployment',
  daemonset: 'DaemonSet',
  daemon_set: 'DaemonSet',
  stateful_set: 'StatefulSet',
  replication_controller: 'ReplicationController',
  job: 'Job',
  cron_job: 'CronJob',
  role: 'Role',
  cluster_role: 'ClusterRole',
  role_binding: 'RoleBinding',
  cluster_role_binding: 'ClusterRoleBinding',
  service_account: 'ServiceAccount',
  default_service_account: 'ServiceAccount',
  network_policy: 'NetworkPolicy',
  config_map: 'ConfigMap',
  secret: 'Secret',
  service: 'Service',
  ingress: 'Ingress',
};

const kindOf = (type: string): string | undefined =>
  byTerraform[type.replace(/^kubernetes_/, '').replace(/_v\d+(?:(?:alpha|beta)\d+)?$/, '')];

/** The types of Terraform that state one of these kinds. */
export const typesOf = (...kinds: readonly string[]): string[] => [
  ...Object.entries(byTerraform)
    .filter(([, kind]) => kinds.includes(kind))
    .flatMap(([name]) => ['', '_v1', '_v1beta1', '_v2'].map((version) => `kubernetes_${name}${version}`)),
  'kubernetes_manifest',
];

/** The object that a resource of Terraform or of a manifest states; undefined where it is of another kind. */
export function manifestOf(resource: Resource, ...kinds: readonly string[]): Manifest | undefined {
  const { body, type, dialect } = resource;
  if (dialect === 'kubernetes') return manifest(resource, type, body, false);
  if (type !== 'kubernetes_manifest') {
    const kind = kindOf(type);
    return kind === undefined ? undefined : manifest(resource, kind, respelled(body) as ObjectValue, true);
  }
  const whole = body.entries.get('manifest');
  if (whole?.type !== 'object') return undefined;
  const kind = whole.entries.get('kind');
  return kind?.type === 'string' && kinds.includes(kind.value)
    ? manifest(resource, kind.value, whole, true)
    : undefined;
}

function manifest(resource: Resource, kind: string, body: ObjectValue, applied: boolean): Manifest {
  const reader = readerOf(body, resource.at, resource);
  const stated = reader.optionalString('metadata.namespace');
  const unnamed = stated.known && (stated.value === undefined || stated.value === '');
  return {
    kind,
    reader,
    resource,
    namespace: !unnamed
      ? (stated as Fact<string>)
      : applied
        ? byDefault('default', resource.at, 'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs')
        : notApplicable('the namespace is chosen when it is applied'),
  };
}

/** Blocks that repeat are called by the one, lists of the interface by the many. */
const many: Readonly<Record<string, string>> = {
  container: 'containers',
  init_container: 'initContainers',
  ephemeral_container: 'ephemeralContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  port: 'ports',
  rule: 'rules',
  subject: 'subjects',
  host_pid: 'hostPID',
  host_ipc: 'hostIPC',
};
const ownWords = /^(?:labels|annotations|match_labels|data|string_data|binary_data|limits|requests|node_selector)$/;

/** Terraform's names as those of the interface: `security_context` is `securityContext`. */
function respelled(value: Value): Value {
  if (value.type === 'list') return { ...value, items: value.items.map(respelled) };
  if (value.type !== 'object') return value;
  const entries = new Map(
    [...value.entries].map(([key, item]) => [
      many[key] ?? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      ownWords.test(key) ? item : respelled(item),
    ]),
  );
  return { ...value, entries };
}

/** A text of metadata: its name, a label. */
export const nameOf = ({ reader }: Manifest): string | undefined => {
  const name = reader.optionalString('metadata.name');
  return name.known ? name.value : undefined;
};

/** Every object of these kinds that is applied together with this one. */
export const beside = ({ resource }: Manifest, ...kinds: readonly string[]): Manifest[] =>
  resource.program
    .ofType(...(resource.dialect === 'kubernetes' ? kinds : typesOf(...kinds)))
    .flatMap((other) => manifestOf(other, ...kinds) ?? []);

/** Whether two objects are in the same namespace, as far as that can be told: a file that names none goes with its neighbours. */
export function sameNamespace(a: Manifest, b: Manifest): boolean {
  const [one, other] = [a.namespace, b.namespace];
  return !('known' in one) || !('known' in other) || !one.known || !other.known || one.value === other.value;
}
