import { byDefault, known, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { Value } from '../../model/value.ts';
import {
  inDefaultNamespace,
  namesakes,
  sameNamespace,
  type ClusterObject,
  objectOf,
  podKinds,
  podOf,
  secretUnder,
  terraformTypes,
} from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { asString, knownOf, readerOf, unknownOf, type Reader } from '../read.ts';
import { some } from '../stated.ts';
import { containersOf } from './containers.ts';
import { resilienceOf, trafficLimited } from './resilience.ts';

const pods = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/';
const no = { value: false, source: pods };
const yes = { value: true, source: pods };

const map = (resource: Resource, { paths }: Pick<MappingContext, 'paths'>) => {
  const object = objectOf(resource, podKinds);
  if (!object) return undefined;
  const { metadata, spec: stated } = podOf(object);
  // Terraform's provider asks for a specification with a container; a manifest may be a part of one.
  const neverEmpty = resource.dialect === 'terraform' && resource.type !== 'kubernetes_manifest';
  const spec: Value | undefined =
    stated ??
    (neverEmpty ? { type: 'object', entries: new Map(), complete: true, at: resource.at, via: [] } : undefined);
  // A template whose pods are only referred to, or none at all.
  if (!spec) return undefined;
  const pod = spec.type === 'object' ? readerOf(spec, spec.at, resource) : undefined;
  const body = pod ?? readerOf({ ...resource.body, complete: false, entries: new Map(), ...reasonOf(spec) }, spec.at);
  const containers = containersOf(body, {
    metadata,
    finite: object.kind === 'Job' || object.kind === 'CronJob',
    versionsFilledIn: usesSkaffold(paths),
    neverEmpty,
  });
  return {
    kind: 'workload' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      containers,
      hostProcesses: body.bool('hostPID', no),
      hostMemory: body.bool('hostIPC', no),
      hostNetwork: body.bool('hostNetwork', no),
      hostPaths: hostPaths(body),
      ...resilienceOf(object, body),
      trafficLimited: trafficLimited(object),
      openDataPorts: notApplicable('its services say where it is offered'),
      tokenMounted: tokenMounted(body, object),
      inDefaultNamespace: inDefaultNamespace(object),
      secretInCode: secretInCode(body),
    },
  };
};

export default [
  mapping({ kind: 'workload', dialect: 'kubernetes', types: podKinds, map }),
  mapping({ kind: 'workload', dialect: 'terraform', types: terraformTypes(podKinds), map }),
];

const usesSkaffold = (paths: readonly string[]): boolean => paths.some((path) => /(?:^|\/)skaffold\.ya?ml$/.test(path));

const reasonOf = (value: Value) => ('reason' in value && value.reason ? { reason: value.reason } : {});

function hostPaths(pod: Reader): FactList<string> {
  const volumes = pod.blocks('volumes');
  const items = volumes.items.flatMap((volume): Fact<string>[] => {
    const path = volume.value('hostPath.path');
    if (!path) return [];
    if (path.type === 'unknown') return [unknownOf(path)];
    return [knownOf(path, asString(path) ?? '')];
  });
  return {
    items,
    complete: volumes.complete,
    at: volumes.at,
    ...(volumes.reason && { reason: volumes.reason }),
  };
}

/**
 * The pod's own word counts, else its account's:
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting
 */
function tokenMounted(pod: Reader, object: ClusterObject): Fact<boolean> {
  const written = pod.optionalBool('automountServiceAccountToken');
  if (!written.known) return written;
  if (written.value !== undefined) return mapFact(written, (is) => is === true);
  const name = pod.value('serviceAccountName') ?? pod.value('serviceAccount');
  const account = namesakes(object, ['ServiceAccount'], name ? asString(name) : 'default').find((other) =>
    sameNamespace(other, object),
  );
  return account
    ? mapFact(account.own.bool('automountServiceAccountToken', yes), (is) => is)
    : byDefault(true, pod.at, pods);
}

function secretInCode(pod: Reader): Fact<boolean> {
  const facts = ['initContainers', 'containers'].flatMap((list) =>
    pod.blocks(list).items.flatMap((container) =>
      container.blocks('env').items.flatMap((variable): Fact<boolean>[] => {
        const [name, value] = [variable.value('name'), variable.value('value')];
        const text = name && asString(name);
        return text !== undefined && value ? [secretUnder(text, value)] : [];
      }),
    ),
  );
  return some(facts, known(false, pod.at));
}
