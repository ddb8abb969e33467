import type { Resource } from '../../dialects/dialect.ts';
import {
  allOf,
  anyItem,
  anyOf,
  known,
  mapFact,
  not,
  notApplicable,
  type Fact,
  type FactList,
} from '../../model/fact.ts';
import type { OfferedPort } from '../../model/kinds/shared.ts';
import type { Container } from '../../model/kinds/workload.ts';
import type { Value } from '../../model/value.ts';
import { imageFact, registryFact } from '../image-name.ts';
import { readsAsSecret, secretUnder } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from '../read.ts';
import { isOneOf, some } from '../stated.ts';
import { dataPorts } from './data-ports.ts';

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
        disruptionLimited: notApplicable(`${here} runs on one machine`),
        disruptionAllowed: notApplicable(`${here} runs on one machine`),
        spreadOverMachines: notApplicable(`${here} runs on one machine`),
        trafficLimited: notApplicable(`${here} has no network policies`),
        openDataPorts: openDataPorts(own),
        tokenMounted: notApplicable(`${here} belongs to no cluster`),
        inDefaultNamespace: notApplicable(`${here} belongs to no namespace`),
        secretInCode: secretInCode(own),
      },
    };
  },
});

function containerOf(own: Reader, service: Resource): Container {
  const options = own.strings('security_opt');
  const has = (list: FactList<string>, pattern: RegExp): Fact<boolean> => anyItem(list, (item) => pattern.test(item));
  const image = imageFact(own);
  const built = own.has('build');
  const limits = 'deploy.resources.limits';
  const user = own.optionalString('user');
  return {
    name: service.name.replace(/^service /, ''),
    at: service.at,
    privileged: own.bool('privileged', no),
    escalates: not(has(options, /^no-new-privileges(?:[:=]true)?$/)),
    keptFromRoot: mapFact(user, (name) => name !== undefined && !/^(?:root|0)(?::|$)/.test(name)),
    dropsRights: anyItem(rights(own.strings('cap_drop')), (right) => right === 'ALL' || right === 'NET_RAW'),
    addedRights: rights(own.strings('cap_add')),
    userNumber: mapFact(user, (name) => (/^\d+(?=:|$)/.test(name ?? '') ? Number.parseInt(name!, 10) : undefined)),
    rootReadOnly: own.bool('read_only', no),
    // Docker filters them unless it is told not to: https://docs.docker.com/engine/security/seccomp/
    callsFiltered: not(has(options, /^seccomp[:=]unconfined$/)),
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
    askedForEachTime: notApplicable('Compose runs what is on its machine'),
    memoryRequested: anyOf(
      own.has('mem_reservation'),
      own.has('deploy.resources.reservations.memory'),
      own.has('mem_limit'),
      own.has(`${limits}.memory`),
    ),
    memoryLimited: anyOf(own.has('mem_limit'), own.has(`${limits}.memory`)),
    cpuRequested: anyOf(
      own.has('cpus'),
      own.has('cpu_shares'),
      own.has('deploy.resources.reservations.cpus'),
      own.has(`${limits}.cpus`),
    ),
    cpuLimited: anyOf(own.has('cpus'), own.has(`${limits}.cpus`)),
    liveness: allOf(
      own.has('healthcheck'),
      not(own.bool('healthcheck.disable', no)),
      not(has(own.strings('healthcheck.test'), /^NONE$/)),
    ),
    readiness: notApplicable('Compose asks once for both'),
    secretsInEnvironment: known(false, service.at),
  };
}

const rights = (list: FactList<string>): FactList<string> => ({
  ...list,
  items: list.items.map((item) => mapFact(item, (name) => name.toUpperCase().replace(/^CAP_/, ''))),
});

/** Both forms of a port: `127.0.0.1:5432:5432/tcp`, and one with a target. https://docs.docker.com/reference/compose-file/services/#ports */
function openDataPorts(own: Reader): FactList<OfferedPort> {
  const ports = own.value('ports');
  if (ports?.type !== 'list') return { items: [], complete: !ports, at: ports?.at ?? own.at };
  const items = ports.items.flatMap((port): Fact<OfferedPort>[] => {
    if (port.type === 'unknown') {
      const inside = /:(\d+)(?:\/\w+)?$/.exec(port.suffix ?? '')?.[1];
      const at = /^(.*):$/.exec(port.prefix ?? '')?.[1] ?? '';
      return (inside !== undefined && !dataPorts.has(Number(inside))) || !isEverywhere(at) ? [] : [unknownOf(port)];
    }
    const part = (key: string): string | undefined => {
      const value = port.type === 'object' ? port.entries.get(key) : undefined;
      return value && asString(value);
    };
    const text = asString(port) ?? '';
    const short = /^(?:(\[?[\d.:a-f]*\]?):)?(?:[\d-]*:)?(\d+)(?:\/\w+)?$/i.exec(text);
    const target = Number(port.type === 'object' ? part('target') : short?.[2]);
    const address = (port.type === 'object' ? part('host_ip') : short?.[1]) ?? '';
    return dataPorts.has(target) && isEverywhere(address) ? [knownOf(port, { port: target, at: port.at })] : [];
  });
  return { items, complete: ports.complete, at: ports.at };
}

const isEverywhere = (address: string): boolean => /^(?:|0\.0\.0\.0|\[?::\]?|\d{1,5})$/.test(address);

/** Both forms of a volume: `/a:/b:ro`, and one with a source. */
function hostPaths(own: Reader): FactList<string> {
  const volumes = own.value('volumes');
  if (volumes?.type !== 'list') return { items: [], complete: !volumes, at: volumes?.at ?? own.at };
  const items = volumes.items.flatMap((volume): Fact<string>[] => {
    const written = volume.type === 'object' ? volume.entries.get('source') : volume;
    if (!written) return [];
    if (written.type === 'unknown') {
      const target = volume.type === 'object' ? volume.entries.get('target') : undefined;
      const inside = target ? asString(target) : /:([^:]*)(?::[\w,]*)?$/.exec(written.suffix ?? '')?.[1];
      // What is to be the socket inside is one, whatever its place on the machine.
      if (inside !== undefined && /^\/.*\.sock$/.test(inside)) return [known(inside, written.at, written.via)];
      // A place from the folder of the project, or from the own one, as `.` and `~` name them.
      const own = written.prefix
        ? !written.prefix.startsWith('/')
        : /^\$(?:PWD|HOME)$/.test(written.reason.subject ?? '');
      return own ? [] : [unknownOf(written)];
    }
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
  // A file with the text of a secret that lies beside the compose file, as its `secrets` name it.
  const files = own.value('secretFiles');
  if (files?.type === 'list') facts.push(...files.items.map((file) => knownOf(file, true)));
  return some(facts, known(false, own.at));
}

function inText(item: Value): Fact<boolean>[] {
  const text = asString(item);
  if (text === undefined) return [];
  const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  return [knownOf(item, readsAsSecret(name, value))];
}
