import type { Fact, FactList, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { Place } from '../place.ts';
import { inDefaultNamespace, secretInCode, openDataPorts, tokenMounted, trafficLimited } from './shared.ts';

/** One container of a workload. */
export interface Container {
  name: string;
  at: Place;
  /** Whether it has all rights of its host. */
  privileged: Fact<boolean>;
  /** Whether a process of it may gain more rights than its parent has. */
  escalates: Fact<boolean>;
  /** Whether it is made sure that it doesn't run as root, whatever its image says. */
  keptFromRoot: Fact<boolean>;
  /** Whether it gives up forging packets, or all that a container may do by default. */
  dropsRights: Fact<boolean>;
  /** Rights of the kernel that it gets on top, in capitals and without `CAP_`. */
  addedRights: FactList<string>;
  /** The number of the user it runs as; undefined: none is written. */
  userNumber: Fact<number | undefined>;
  rootReadOnly: Fact<boolean>;
  /** Whether the system calls that it may make are filtered. */
  callsFiltered: Fact<boolean>;
  /** Ports that it takes on the machine it runs on. */
  hostPorts: FactList<number>;
  /** Where its image comes from: the name of the registry, `docker.io` where none is written. */
  imageRegistry: Fact<string> | NotApplicable;
  /** Whether its image is named with a version: a tag that is not `latest`, or a digest. */
  imageVersioned: Fact<boolean>;
  /** Whether its image is named by its digest. */
  imageByDigest: Fact<boolean>;
  memoryLimited: Fact<boolean>;
  cpuRequested: Fact<boolean>;
  cpuLimited: Fact<boolean>;
  /** Whether it is restarted when it hangs. */
  liveness: Fact<boolean> | NotApplicable;
  /** Whether it gets requests only when it can answer them. */
  readiness: Fact<boolean> | NotApplicable;
  /** Whether stored secrets are handed to it as environment variables. */
  secretsInEnvironment: Fact<boolean>;
}

export const workload = defineKind({
  name: 'workload',
  about: 'Containers that run in a cluster: a pod, or what makes pods.',
  plural: 'workloads',
  inventory: true,
  traits: {
    containers: trait<FactList<Container>>('Its containers, those that only prepare or debug it included.'),
    hostProcesses: trait<Fact<boolean>>('Whether it sees the processes of the machine it runs on.'),
    hostMemory: trait<Fact<boolean>>('Whether it shares memory with processes of the machine it runs on.'),
    hostNetwork: trait<Fact<boolean>>('Whether it uses the network of the machine it runs on as its own.'),
    hostPaths: trait<FactList<string>>('Folders of the machine it runs on that it can see.'),
    copies: trait<Fact<number>>('How many of its pods there are at the least.'),
    disruptionLimited: trait<Fact<boolean>>('Whether some of its pods stay when machines are emptied on purpose.'),
    disruptionAllowed: trait<Fact<boolean>>('Whether machines with its pods can be emptied for maintenance.'),
    spreadOverMachines: trait<Fact<boolean>>('Whether something keeps its pods from all being on one machine.'),
    trafficLimited,
    openDataPorts,
    tokenMounted,
    inDefaultNamespace,
    secretInCode,
  },
});
