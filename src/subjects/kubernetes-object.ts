import type { Program, Resource } from '../dialects/dialect.ts';
import { platformKind } from '../dialects/kubernetes/kinds.ts';
import { byDefault, known, mapFact, notApplicable, type Fact, type NotApplicable } from '../model/fact.ts';
import type { ObjectValue, Value } from '../model/value.ts';
import { asString, knownOf, readerOf, unknownOf, type Reader } from './read.ts';
import { outside } from './stated.ts';

// Objects of a cluster, whether a manifest states them or Terraform: both are read in the words of a manifest.

/** Where the template of the pods stands; `''` where the object is a pod itself. */
const podTemplates: { readonly [kind: string]: string } = {
  Pod: '',
  PodTemplate: 'template',
  Deployment: 'spec.template',
  DaemonSet: 'spec.template',
  StatefulSet: 'spec.template',
  ReplicaSet: 'spec.template',
  ReplicationController: 'spec.template',
  DeploymentConfig: 'spec.template',
  Job: 'spec.template',
  CronJob: 'spec.jobTemplate.spec.template',
};

export const podKinds: readonly string[] = Object.keys(podTemplates);

// https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs
const byTerraform: { readonly [kind: string]: readonly string[] } = {
  Pod: ['pod'],
  Deployment: ['deployment'],
  DaemonSet: ['daemonset', 'daemon_set'],
  StatefulSet: ['stateful_set'],
  ReplicationController: ['replication_controller'],
  Job: ['job'],
  CronJob: ['cron_job'],
  ServiceAccount: ['service_account', 'default_service_account'],
  Role: ['role'],
  ClusterRole: ['cluster_role'],
  RoleBinding: ['role_binding'],
  ClusterRoleBinding: ['cluster_role_binding'],
  ConfigMap: ['config_map'],
  Secret: ['secret'],
  Service: ['service'],
  Ingress: ['ingress'],
  NetworkPolicy: ['network_policy'],
  Namespace: ['namespace'],
  PodDisruptionBudget: ['pod_disruption_budget'],
  HorizontalPodAutoscaler: [
    'horizontal_pod_autoscaler',
    'horizontal_pod_autoscaler_v2',
    'horizontal_pod_autoscaler_v2beta2',
  ],
};

const kindOfType = new Map(
  Object.entries(byTerraform).flatMap(([kind, names]) =>
    names.flatMap((name) => ['', '_v1'].map((version): [string, string] => [`kubernetes_${name}${version}`, kind])),
  ),
);

const manifest = 'kubernetes_manifest';

/** The types of Terraform that state objects of these kinds. */
export const terraformTypes = (kinds: readonly string[]): readonly string[] => [
  ...[...kindOfType].flatMap(([type, kind]) => (kinds.includes(kind) ? [type] : [])),
  manifest,
];

export interface ClusterObject {
  kind: string;
  /** Reads the object in the words of a manifest. */
  own: Reader;
  resource: Resource;
  name: string | undefined;
  /** Undefined where none is written. */
  namespace: Value | undefined;
}

const objects = new WeakMap<Resource, ClusterObject | null>();

/** The object that a resource states, if it is one of these kinds. */
export function objectOf(resource: Resource, kinds: readonly string[]): ClusterObject | undefined {
  let object = objects.get(resource);
  if (object === undefined) objects.set(resource, (object = made(resource) ?? null));
  return object && kinds.includes(object.kind) ? object : undefined;
}

function made(resource: Resource): ClusterObject | undefined {
  const body = bodyOf(resource);
  if (!body) return undefined;
  const own = readerOf(body, resource.at, resource);
  const kind = kindOfType.get(resource.type) ?? (resource.type === manifest ? kindIn(own) : resource.type);
  if (kind === undefined) return undefined;
  const name = own.value('metadata.name');
  return { kind, own, resource, name: name && asString(name), namespace: own.value('metadata.namespace') };
}

function bodyOf(resource: Resource): ObjectValue | undefined {
  if (resource.type === manifest) {
    const value = readerOf(resource.body, resource.at).value('manifest');
    return value?.type === 'object' ? value : undefined;
  }
  return kindOfType.has(resource.type) ? (inManifestWords(resource.body) as ObjectValue) : resource.body;
}

/** The kinds of the platform itself: an operator may have others of the same name in a group of its own. */
function kindIn(own: Reader): string | undefined {
  const [version, kind] = [own.value('apiVersion'), own.value('kind')].map((value) => value && asString(value));
  return version !== undefined && kind !== undefined ? platformKind(version, kind) : undefined;
}

/** Names whose plural Terraform leaves to the block being written again. */
const plurals: { readonly [name: string]: string } = {
  container: 'containers',
  init_container: 'initContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  port: 'ports',
  rule: 'rules',
  subject: 'subjects',
  topology_spread_constraint: 'topologySpreadConstraints',
  host_pid: 'hostPID',
  host_ipc: 'hostIPC',
  external_ips: 'externalIPs',
  non_resource_urls: 'nonResourceURLs',
};

/** Maps whose keys are the user's own. */
const free = new Set([
  'labels',
  'annotations',
  'match_labels',
  'data',
  'string_data',
  'binary_data',
  'limits',
  'requests',
  'node_selector',
]);

const singlePort = new Set(['tcp_socket', 'http_get', 'grpc', 'backend', 'service']);

function inManifestWords(value: Value, parent = '', depth = 0): Value {
  if (depth > 40) return value;
  if (value.type === 'list')
    return { ...value, items: value.items.map((item) => inManifestWords(item, parent, depth + 1)) };
  if (value.type !== 'object' || free.has(parent)) return value;
  const entries = new Map<string, Value>();
  const keys = new Map<string, NonNullable<ReturnType<NonNullable<ObjectValue['keys']>['get']>>>();
  for (const [key, entry] of value.entries) {
    const name = key === 'port' && singlePort.has(parent) ? key : (plurals[key] ?? camel(key));
    entries.set(name, inManifestWords(entry, key, depth + 1));
    const at = value.keys?.get(key);
    if (at) keys.set(name, at);
  }
  return { ...value, entries, keys };
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The template of an object's pods: their metadata and their spec. */
export function podOf({ kind, own }: ClusterObject): { metadata: Value | undefined; spec: Value | undefined } {
  const at = podTemplates[kind] ?? '';
  const prefix = at && `${at}.`;
  return { metadata: single(own.value(`${prefix}metadata`)), spec: single(own.value(`${prefix}spec`)) };
}

/** A block that stands once is its one item. */
const single = (value: Value | undefined): Value | undefined =>
  value?.type === 'list' && value.complete && value.items.length === 1 ? value.items[0] : value;

/** An entry whose key may have dots. */
export function entryOf(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let at = value;
  for (const key of path) {
    if (at?.type === 'list') at = at.items[0];
    if (at?.type !== 'object') return undefined;
    at = at.entries.get(key);
  }
  return at?.type === 'null' ? undefined : at;
}

// https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1#namespace
const defaultNamespace = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/';

/** Whether it lies in the namespace that everything without one falls into. */
export function inDefaultNamespace({
  kind,
  name,
  namespace,
  resource,
  own,
}: ClusterObject): Fact<boolean> | NotApplicable {
  if ((kind === 'ServiceAccount' && name === 'default' && namespace) || (kind === 'Service' && name === 'kubernetes'))
    return notApplicable('the cluster makes it there itself');
  if (!namespace)
    return resource.dialect === 'terraform'
      ? byDefault(true, own.at, defaultNamespace)
      : notApplicable('the namespace is said where it is applied');
  if (namespace.type !== 'unknown') return knownOf(namespace, asString(namespace) === 'default');
  // A namespace that is made in the same program is one of its own.
  return namespace.references?.length ? known(false, namespace.at, namespace.via) : unknownOf(namespace);
}

const secretName =
  /(?:^|[_.-])(?:password|passwd|passphrase|secret|token|api_?key|private_?key|access_?key|secret_?key|credentials?)$/i;
const standIn =
  /^(?:|true|false|null|none|\d{1,4}|x+|\*+|<.*>|\$.*|\{\{.*|change-?me.*|replace-?me.*|your[-_].*|your(?:own)?(?:password|passwd|secret|token|key|value).*|insert[-_].*|todo.*)$/is;

/** Whether a text only holds the place of another one. */
export const isStandIn = (text: string): boolean =>
  standIn.test(text.trim()) || /^ENC\[|^[A-Z]+(?:_[A-Z]+)+$/.test(text.trim());

/** Whether a name promises a secret. */
export const namesSecret = (name: string): boolean => secretName.test(name);

/** Whether a name promises a secret and the text could be one: not a switch, a reference, a path or a stand-in. */
export const readsAsSecret = (name: string, text: string): boolean =>
  secretName.test(name) && !isStandIn(text) && !/^(?:\.{0,2}\/|https?:\/\/)/.test(text.trim());

/** Whether a secret is written under such a name; what comes from outside of the code is not in the code. */
export function secretUnder(name: string, value: Value): Fact<boolean> {
  if (value.type === 'unknown')
    return outside.includes(value.reason.code) || !secretName.test(name)
      ? known(false, value.at, value.via)
      : unknownOf(value);
  const text = asString(value);
  return mapFact(knownOf(value, text), (is) => is !== undefined && readsAsSecret(name, is));
}

const indexes = new WeakMap<Program, Map<string, ReadonlyMap<string | undefined, readonly ClusterObject[]>>>();

/** The objects of these kinds in a program by their names: made once. */
function byName(program: Program, dialect: string, kinds: readonly string[]) {
  const ofProgram =
    indexes.get(program) ?? new Map<string, ReadonlyMap<string | undefined, readonly ClusterObject[]>>();
  indexes.set(program, ofProgram);
  const key = kinds.join(' ');
  const there = ofProgram.get(key);
  if (there) return there;
  const index = new Map<string | undefined, ClusterObject[]>();
  const types = dialect === 'terraform' ? terraformTypes(kinds) : kinds;
  for (const resource of program.ofType(...types)) {
    const object = objectOf(resource, kinds);
    if (!object) continue;
    const same = index.get(object.name);
    if (same) same.push(object);
    else index.set(object.name, [object]);
  }
  ofProgram.set(key, index);
  return index;
}

/** Objects of these kinds that stand in the same program, and so in the same cluster as far as it shows. */
export const neighbours = ({ resource }: ClusterObject, kinds: readonly string[]): readonly ClusterObject[] =>
  [...byName(resource.program, resource.dialect, kinds).values()]
    .flat()
    .filter((other) => other.resource.role === resource.role);

/** Those of them that have this name. */
export const namesakes = (
  { resource }: ClusterObject,
  kinds: readonly string[],
  name: string | undefined,
): readonly ClusterObject[] =>
  (byName(resource.program, resource.dialect, kinds).get(name) ?? []).filter(
    (other) => other.resource.role === resource.role,
  );

/** Whether two objects name the same namespace, or none. */
export const sameNamespace = (a: ClusterObject, b: ClusterObject): boolean => namespaceOf(a) === namespaceOf(b);

export function namespaceOf({ namespace }: ClusterObject): string | undefined {
  const text = namespace && asString(namespace);
  return text ?? (namespace?.references?.[0] ? `\0${namespace.references[0].address}` : undefined);
}
