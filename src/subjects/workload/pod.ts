import {
  anyOf,
  byDefault,
  known,
  mapFact,
  notApplicable,
  type NotApplicable,
  unknownFact,
  type Fact,
  type FactList,
} from '../../model/fact.ts';
import type { Container } from '../../model/kinds/workload.ts';
import type { Place } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { subjectOf } from '../links.ts';
import { beside, manifestOf, nameOf, sameNamespace, type Manifest } from '../manifest.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { readerOf, type Reader } from '../read.ts';
import { some } from '../stated.ts';

/** What makes pods, and where it has the pod's specification. */
export const podKinds: Readonly<Record<string, string>> = {
  Pod: 'spec',
  Deployment: 'spec.template.spec',
  DaemonSet: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
  ReplicaSet: 'spec.template.spec',
  ReplicationController: 'spec.template.spec',
  Job: 'spec.template.spec',
  DeploymentConfig: 'spec.template.spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
};

const api = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/';
const no = { value: false, source: api };

/** A workload, from a manifest or from Terraform. */
export function workloadOf(resource: Resource): Subject<'workload'> | undefined {
  const manifest = manifestOf(resource, ...Object.keys(podKinds));
  const path = manifest && podKinds[manifest.kind];
  if (!path) return undefined;
  const { kind, reader } = manifest;
  const spec = (name: string) => `${path}.${name}`;
  const containers = containersOf(manifest, path);
  const list = (name: string) => reader.blocks(spec(name));
  return {
    kind: 'workload',
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      containers,
      hostNetwork: reader.bool(spec('hostNetwork'), no),
      hostProcesses: reader.bool(spec('hostPID'), no),
      hostMemory: reader.bool(spec('hostIPC'), no),
      hostPaths: paths(list('volumes'), reader),
      tokenMounted: tokenMounted(manifest, reader, spec),
      serviceAccount: mapFact(reader.optionalString(spec('serviceAccountName')), (name) =>
        name === '' || name === 'default' ? undefined : name,
      ),
      coveredByNetworkPolicy: covered(
        manifest,
        kind === 'Pod' ? 'metadata' : `${path.replace(/\.spec$/, '')}.metadata`,
      ),
      secretInCode: some(
        ['containers', 'initContainers'].flatMap((name) =>
          list(name).items.map((container) => holdsAccessKey([container.value('env')], resource.at)),
        ),
        known(false, resource.at),
      ),
    },
  };
}

function containersOf(manifest: Manifest, path: string): FactList<Container> {
  const { reader, kind, resource } = manifest;
  const specs = reader.blocks(path);
  const pod = specs.items[0];
  const lists = ['containers', 'initContainers', 'ephemeralContainers'].map((name) => ({
    name,
    list: reader.blocks(`${path}.${name}`),
  }));
  const open = lists.find(({ list }) => !list.complete)?.list;
  const items = lists.flatMap(({ name, list }) =>
    list.items.map((container, i) => containerOf(container, pod, manifest, name, i)),
  );
  // Terraform asks for a container: where none is stated, what holds for it is what holds without a word.
  const none = items.length === 0 && !open && resource.dialect !== 'kubernetes';
  const stated = none
    ? [containerOf(readerOf({ ...reader.body, entries: new Map() }, resource.at), pod, manifest, 'containers', 0)]
    : items;
  return {
    items: stated.map((container) => known(container, container.at)),
    complete: !open,
    at: resource.at,
    ...(open?.reason && { reason: open.reason }),
  };

  function containerOf(own: Reader, shared: Reader | undefined, of: Manifest, list: string, index: number): Container {
    return container(own, shared, of, list === 'containers' && kind !== 'Job' && kind !== 'CronJob', index);
  }
}

function container(own: Reader, pod: Reader | undefined, manifest: Manifest, lasts: boolean, index: number): Container {
  const name = own.optionalString('name');
  const setting = 'securityContext';
  const atStart = notApplicable('it ends by itself');
  return {
    name: (name.known && name.value) || `number ${index + 1}`,
    at: own.at,
    image: own.optionalString('image'),
    privileged: own.bool(`${setting}.privileged`, no),
    escalates: own.bool(`${setting}.allowPrivilegeEscalation`, {
      value: true,
      source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    }),
    refusesRoot: refusesRoot(own, pod),
    userId: firstStated(own.optionalNumber(`${setting}.runAsUser`), pod?.optionalNumber(`${setting}.runAsUser`)),
    dropped: own.strings(`${setting}.capabilities.drop`),
    added: own.strings(`${setting}.capabilities.add`),
    rootReadOnly: own.bool(`${setting}.readOnlyRootFilesystem`, no),
    seccomp: seccomp(own, pod, manifest),
    cpuRequest: anyOf(own.has('resources.requests.cpu'), own.has('resources.limits.cpu')),
    cpuLimit: own.has('resources.limits.cpu'),
    // A request that isn't stated is as large as the limit.
    memoryRequest: anyOf(own.has('resources.requests.memory'), own.has('resources.limits.memory')),
    memoryLimit: own.has('resources.limits.memory'),
    liveness: lasts ? own.has('livenessProbe') : atStart,
    readiness: lasts ? own.has('readinessProbe') : atStart,
    hostPorts: hostPorts(own),
    secretsInEnvironment: some(
      [
        ...own.blocks('env').items.map((variable) => variable.has('valueFrom.secretKeyRef')),
        ...own.blocks('envFrom').items.map((source) => source.has('secretRef')),
      ],
      known(false, own.at),
    ),
    pullsAlways: pullsAlways(own),
  };
}

/** What a container states outweighs what its pod states. */
const firstStated = <T>(own: Fact<T | undefined>, pod: Fact<T | undefined> | undefined): Fact<T | undefined> =>
  own.known && own.value === undefined && pod && (!pod.known || pod.value !== undefined) ? pod : own;

function refusesRoot(own: Reader, pod: Reader | undefined): Fact<boolean> {
  const at = 'securityContext.';
  const refuses = firstStated(own.optionalBool(`${at}runAsNonRoot`), pod?.optionalBool(`${at}runAsNonRoot`));
  const user = firstStated(own.optionalNumber(`${at}runAsUser`), pod?.optionalNumber(`${at}runAsUser`));
  return anyOf(
    mapFact(refuses, (on) => on === true),
    mapFact(user, (id) => id !== undefined && id > 0),
  );
}

const annotation = /seccomp\.security\.alpha\.kubernetes\.io/;

/** By the profile of the container or its pod; before Kubernetes 1.27 by an annotation. */
function seccomp(own: Reader, pod: Reader | undefined, { reader, kind }: Manifest): Fact<boolean> {
  const path = 'securityContext.seccompProfile.type';
  const profile = mapFact(
    firstStated(own.optionalString(path), pod?.optionalString(path)),
    (type) => type === 'RuntimeDefault' || type === 'Localhost',
  );
  const metadata = kind === 'Pod' ? 'metadata' : `${podKinds[kind]!.replace(/\.spec$/, '')}.metadata`;
  const old = ['metadata', metadata].flatMap((place) => {
    const annotations = reader.value(`${place}.annotations`);
    return annotations?.type === 'object'
      ? [...annotations.entries].filter(([key]) => annotation.test(key)).map(([, value]) => value)
      : [];
  });
  const [first] = old;
  if (!first || (profile.known && profile.value)) return profile;
  return known(first.type === 'string' && /^(?:runtime|docker)\/default$|^localhost\//.test(first.value), first.at);
}

function hostPorts(own: Reader): FactList<number> {
  const ports = own.blocks('ports');
  return {
    items: ports.items.flatMap((port): Fact<number>[] => {
      const taken = port.optionalNumber('hostPort');
      if (!taken.known) return [taken];
      return taken.value === undefined || taken.value === 0 ? [] : [{ ...taken, value: taken.value }];
    }),
    complete: ports.complete,
    at: ports.at,
    ...(ports.reason && { reason: ports.reason }),
  };
}

/** Without a policy of its own an image is always fetched where its tag is `latest` or none. */
function pullsAlways(own: Reader): Fact<boolean> {
  const policy = own.optionalString('imagePullPolicy');
  if (!policy.known || policy.value !== undefined) return mapFact(policy, (text) => text === 'Always');
  return mapFact(own.optionalString('image'), (image) => image !== undefined && isLatest(image));
}

export const isLatest = (image: string): boolean =>
  !image.includes('@') && (!/:[^/]+$/.test(image) || image.endsWith(':latest'));

function paths(volumes: ReturnType<Reader['blocks']>, reader: Reader): FactList<{ path: string; at: Place }> {
  const items = volumes.items
    .filter((volume) => volume.value('hostPath'))
    .map((volume) => {
      const path = volume.optionalString('hostPath.path');
      return mapFact(path, (text) => ({ path: text ?? '/', at: path.at }));
    });
  return { items, complete: volumes.complete, at: reader.at, ...(volumes.reason && { reason: volumes.reason }) };
}

/** The pod says so, else its account, which may be kept beside it; else it is. */
function tokenMounted(manifest: Manifest, reader: Reader, spec: (name: string) => string): Fact<boolean> {
  const own = reader.optionalBool(spec('automountServiceAccountToken'));
  if (!own.known || own.value !== undefined) return mapFact(own, (on) => on !== false);
  const name = reader.optionalString(spec('serviceAccountName'));
  if (!name.known) return name;
  const account = beside(manifest, 'ServiceAccount').find(
    (other) => nameOf(other) === (name.value ?? 'default') && sameNamespace(manifest, other),
  );
  const stated = account?.reader.optionalBool('automountServiceAccountToken');
  if (stated && (!stated.known || stated.value !== undefined)) return mapFact(stated, (on) => on !== false);
  if (!account && name.value !== undefined && name.value !== 'default')
    return unknownFact(
      {
        code: 'not-in-repository',
        subject: `account ${name.value}`,
        settledBy: 'automountServiceAccountToken here, or the account beside it',
      },
      reader.at,
    );
  return byDefault(
    true,
    reader.at,
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  );
}

/** Whether a policy that is kept beside it selects the pods. */
function covered(manifest: Manifest, metadata: string): Fact<boolean> | NotApplicable {
  const policies = beside(manifest, 'NetworkPolicy').filter((policy) => sameNamespace(manifest, policy));
  if (policies.length === 0) return notApplicable('no network policies are kept beside it');
  const labels = manifest.reader.value(`${metadata}.labels`);
  const selected = policies.map((policy): Fact<boolean> => {
    const wanted = policy.reader.value('spec.podSelector.matchLabels');
    const expressions = policy.reader.blocks('spec.podSelector.matchExpressions');
    if (expressions.items.length > 0 || !expressions.complete)
      return unknownFact({ code: 'not-evaluated', settledBy: 'a selector by labels' }, expressions.at);
    if (wanted?.type !== 'object') return known(wanted === undefined, policy.resource.at);
    const own = labels?.type === 'object' ? labels.entries : new Map();
    return known(
      [...wanted.entries].every(([key, value]) => {
        const label = own.get(key);
        return label?.type === 'string' && value.type === 'string' && label.value === value.value;
      }),
      policy.resource.at,
    );
  });
  const found = some(selected, known(false, manifest.resource.at));
  return found.known && !found.value ? known(false, manifest.resource.at) : found;
}
