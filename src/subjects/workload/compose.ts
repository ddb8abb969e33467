import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, anyOf, known, mapFact, not, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { Container } from '../../model/kinds/workload.ts';
import type { Value } from '../../model/value.ts';
import { imageFact, registryFact } from '../image-name.ts';
import { readsAsSecret, secretUnder } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from '../read.ts';
import { isOneOf, some } from '../stated.ts';

const source = 'https://docs.docker.com/reference/compose-file/services/';
const no = { value: false, source };
const nothing = { value: '', source };
const here = 'a service of Compose';

export default mapping({
  kind: 'workload',
  dialect: 'compose',
  types: ['service'],
  map: (service) => {
    const own = reader(service);
    return {
      kind: 'workload',
      provider: 'docker',
      ...subjectOf(service),
      traits: {
        containers: { items: [known(containerOf(own, service), service.at)], complete: true, at: service.at },
        hostProcesses: isOneOf(own.string('pid', nothing), ['host']),
        hostMemory: isOneOf(own.string('ipc', nothing), ['host']),
        hostNetwork: isOneOf(own.string('network_mode', nothing), ['host']),
        hostPaths: hostPaths(own),
        copies: notApplicable(`${here} runs on one machine`),
        disruptionLimited: notApplicable(`${here} runs on one machine`),
        disruptionAllowed: notApplicable(`${here} runs on one machine`),
        spreadOverMachines: notApplicable(`${here} runs on one machine`),
        trafficLimited: notApplicable(`${here} has no network policies`),
        tokenMounted: notApplicable(`${here} belongs to no cluster`),
        inDefaultNamespace: notApplicable(`${here} belongs to no namespace`),
        secretInCode: secretInCode(own),
      },
    };
  },
});

function containerOf(own: Reader, service: Resource): Container {
  const options = own.strings('security_opt');
  const has = (pattern: RegExp): Fact<boolean> => anyItem(options, (option) => pattern.test(option));
  const image = imageFact(own);
  const built = own.has('build');
  const limits = 'deploy.resources.limits';
  const user = own.optionalString('user');
  return {
    name: service.name.replace(/^service /, ''),
    at: service.at,
    privileged: own.bool('privileged', no),
    escalates: not(has(/^no-new-privileges(?:[:=]true)?$/)),
    keptFromRoot: mapFact(user, (name) => name !== undefined && !/^(?:root|0)(?::|$)/.test(name)),
    dropsRights: anyItem(rights(own.strings('cap_drop')), (right) => right === 'ALL' || right === 'NET_RAW'),
    addedRights: rights(own.strings('cap_add')),
    userNumber: mapFact(user, (name) => (/^\d+(?=:|$)/.test(name ?? '') ? Number.parseInt(name!, 10) : undefined)),
    rootReadOnly: own.bool('read_only', no),
    // Docker filters them unless it is told not to: https://docs.docker.com/engine/security/seccomp/
    callsFiltered: not(has(/^seccomp[:=]unconfined$/)),
    hostPorts: { items: [], complete: true, at: service.at },
    // What is built here has the version of the repository.
    imageRegistry: own.value('build') ? notApplicable('it is built here') : registryFact(own),
    imageVersioned: anyOf(
      built,
      mapFact(image, ({ tag, digest }) => digest || (tag !== undefined && tag !== 'latest')),
    ),
    imageByDigest: anyOf(
      built,
      mapFact(image, ({ digest }) => digest),
    ),
    memoryLimited: anyOf(own.has('mem_limit'), own.has(`${limits}.memory`)),
    cpuRequested: anyOf(
      own.has('cpus'),
      own.has('cpu_shares'),
      own.has('deploy.resources.reservations.cpus'),
      own.has(`${limits}.cpus`),
    ),
    cpuLimited: anyOf(own.has('cpus'), own.has(`${limits}.cpus`)),
    liveness: own.has('healthcheck'),
    readiness: notApplicable('Compose asks once for both'),
    secretsInEnvironment: known(false, service.at),
  };
}

const rights = (list: FactList<string>): FactList<string> => ({
  ...list,
  items: list.items.map((item) => mapFact(item, (name) => name.toUpperCase().replace(/^CAP_/, ''))),
});

/** Both forms of a volume: `/a:/b:ro`, and one with a source. */
function hostPaths(own: Reader): FactList<string> {
  const volumes = own.value('volumes');
  if (volumes?.type !== 'list') return { items: [], complete: !volumes, at: volumes?.at ?? own.at };
  const items = volumes.items.flatMap((volume): Fact<string>[] => {
    const written = volume.type === 'object' ? volume.entries.get('source') : volume;
    if (!written) return [];
    if (written.type === 'unknown') return written.prefix?.startsWith('/') === false ? [] : [unknownOf(written)];
    const [path = ''] = (asString(written) ?? '').split(':');
    return path.startsWith('/') ? [knownOf(written, path)] : [];
  });
  return { items, complete: volumes.complete, at: volumes.at };
}

/** Both forms of an environment: a map, and a list of `NAME=value`. */
function secretInCode(own: Reader): Fact<boolean> {
  const environment = own.value('environment');
  const facts =
    environment?.type === 'object'
      ? [...environment.entries].map(([name, value]) => secretUnder(name, value))
      : environment?.type === 'list'
        ? environment.items.flatMap((item) => inText(item))
        : [];
  return some(facts, known(false, own.at));
}

function inText(item: Value): Fact<boolean>[] {
  const text = asString(item);
  if (text === undefined) return [];
  const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  return [knownOf(item, readsAsSecret(name, value))];
}
