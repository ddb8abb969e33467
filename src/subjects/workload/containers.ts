import {
  anyItem,
  anyOf,
  byDefault,
  known,
  mapFact,
  notApplicable,
  type Fact,
  type FactList,
} from '../../model/fact.ts';
import type { Container } from '../../model/kinds/workload.ts';
import type { Value } from '../../model/value.ts';
import { imageFact, registryFact } from '../image-name.ts';
import { entryOf } from '../kubernetes-object.ts';
import { asString, knownOf, readerOf, unknownOf, type Blocks, type Reader } from '../read.ts';

interface Around {
  /** The metadata of the pod. */
  metadata: Value | undefined;
  /** Whether it ends by itself: nobody asks then whether it is alive. */
  finite: boolean;
  /** Whether a tool of the repository puts the version in when it deploys. */
  versionsFilledIn: boolean;
  /** Whether it can't be without a container: where none is stated, one stands for it that says nothing. */
  neverEmpty: boolean;
}

/** All containers of a pod, and why there may be more. */
export function containersOf(pod: Reader, around: Around): FactList<Container> {
  const lists = [
    { blocks: pod.blocks('containers'), helper: false },
    { blocks: pod.blocks('initContainers'), helper: true },
    { blocks: pod.blocks('ephemeralContainers'), helper: true },
  ];
  const items = lists.flatMap(({ blocks, helper }) =>
    blocks.items.map((own) => known(containerOf(own, pod, { ...around, helper }), own.at)),
  );
  const open: Blocks | undefined = lists.find(({ blocks }) => !blocks.complete)?.blocks;
  if (items.length === 0 && !open && around.neverEmpty) {
    const unsaid = readerOf({ ...pod.body, entries: new Map() }, pod.at);
    items.push(known(containerOf(unsaid, pod, { ...around, helper: false }), pod.at));
  }
  return { items, complete: !open, at: lists[0]!.blocks.at, ...(open?.reason && { reason: open.reason }) };
}

const pods = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/';
const no = { value: false, source: pods };

function containerOf(own: Reader, pod: Reader, around: Around & { helper: boolean }): Container {
  const name = own.value('name');
  const text = name && asString(name);
  const dropped = own.strings('securityContext.capabilities.drop');
  const added = rights(own.strings('securityContext.capabilities.add'));
  const privileged = own.bool('securityContext.privileged', no);
  const image = imageFact(own, around.versionsFilledIn);
  const asked = (path: string): Fact<boolean> => mapFact(own.has(path), (is) => is);
  const probe = (path: string) => (around.finite || around.helper ? notApplicable('it ends by itself') : asked(path));
  return {
    name: text ?? '(unnamed)',
    at: own.at,
    privileged,
    escalates: escalates(own),
    keptFromRoot: keptFromRoot(own, pod),
    dropsRights: anyItem(rights(dropped), (right) => right === 'ALL' || right === 'NET_RAW'),
    addedRights: added,
    userNumber: fromEither(own, pod, 'runAsUser', (at, path) => at.optionalNumber(path)),
    rootReadOnly: own.bool('securityContext.readOnlyRootFilesystem', no),
    callsFiltered: callsFiltered(own, pod, around.metadata, text),
    hostPorts: hostPorts(own),
    imageRegistry: registryFact(own),
    imageVersioned: mapFact(image, ({ tag, digest }) => digest || (tag !== undefined && tag !== 'latest')),
    imageByDigest: mapFact(image, ({ digest }) => digest),
    memoryLimited: asked('resources.limits.memory'),
    // A limit without a request is the request, too.
    cpuRequested: anyOf(asked('resources.requests.cpu'), asked('resources.limits.cpu')),
    cpuLimited: asked('resources.limits.cpu'),
    liveness: probe('livenessProbe'),
    // Who opens no port takes no requests.
    readiness: own.value('ports') ? probe('readinessProbe') : notApplicable('it names no port to take requests at'),
    secretsInEnvironment: secretsInEnvironment(own),
  };
}

/** https://kubernetes.io/docs/tasks/configure-pod-container/security-context/ */
const escalates = (own: Reader): Fact<boolean> =>
  own.bool('securityContext.allowPrivilegeEscalation', { value: true, source: pods });

const rights = (list: FactList<string>): FactList<string> => ({
  ...list,
  items: list.items.map((item) => mapFact(item, (name) => name.toUpperCase().replace(/^CAP_/, ''))),
});

/** The container's own word counts; else the pod's. */
function keptFromRoot(own: Reader, pod: Reader): Fact<boolean> {
  const user = fromEither(own, pod, 'runAsUser', (at, path) => at.optionalNumber(path));
  const refuses = fromEither(own, pod, 'runAsNonRoot', (at, path) => at.optionalBool(path));
  if (!user.known) return user;
  if (user.value !== undefined) return mapFact(user, (id) => id !== 0);
  if (!refuses.known) return refuses;
  return refuses.value === undefined ? byDefault(false, own.at, pods) : mapFact(refuses, (is) => is === true);
}

function fromEither<T>(
  own: Reader,
  pod: Reader,
  name: string,
  read: (at: Reader, path: string) => Fact<T | undefined>,
): Fact<T | undefined> {
  const mine = read(own, `securityContext.${name}`);
  return !mine.known || mine.value !== undefined ? mine : read(pod, `securityContext.${name}`);
}

/** https://kubernetes.io/docs/tutorials/security/seccomp/; the annotations held up to 1.26. */
function callsFiltered(own: Reader, pod: Reader, metadata: Value | undefined, name: string | undefined): Fact<boolean> {
  const type = fromEither(own, pod, 'seccompProfile.type', (at, path) => at.optionalString(path));
  if (!type.known || type.value !== undefined) return mapFact(type, (is) => is !== undefined && is !== 'Unconfined');
  const annotated =
    entryOf(metadata, 'annotations', `container.seccomp.security.alpha.kubernetes.io/${name}`) ??
    entryOf(metadata, 'annotations', 'seccomp.security.alpha.kubernetes.io/pod');
  if (annotated?.type === 'unknown') return unknownOf(annotated);
  const text = annotated && asString(annotated);
  if (annotated && text !== undefined) return knownOf(annotated, text !== 'unconfined');
  return byDefault(false, own.at, 'https://kubernetes.io/docs/tutorials/security/seccomp/');
}

function hostPorts(own: Reader): FactList<number> {
  const ports = own.blocks('ports');
  return {
    items: ports.items.flatMap((port): Fact<number>[] => {
      const taken = port.optionalNumber('hostPort');
      if (!taken.known) return [taken];
      return taken.value ? [{ ...taken, value: taken.value }] : [];
    }),
    complete: ports.complete,
    at: ports.at,
    ...(ports.reason && { reason: ports.reason }),
  };
}

function secretsInEnvironment(own: Reader): Fact<boolean> {
  const single = own.blocks('env').items.map((variable) => variable.has('valueFrom.secretKeyRef'));
  const whole = own.blocks('envFrom').items.map((from) => from.has('secretRef'));
  const [first = known(false, own.at), ...rest] = [...single, ...whole];
  return anyOf(first, ...rest);
}
