import type { Fact, FactList, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { Place } from '../place.ts';
import { secretInCode } from './shared.ts';

/** A container that a workload runs, with what holds for it by its own settings, those of its pod, and the defaults. */
export interface Container {
  name: string;
  at: Place;
  image: Fact<string | undefined>;
  privileged: Fact<boolean>;
  /** Whether a process may gain more rights than its parent has. */
  escalates: Fact<boolean>;
  /** Whether the cluster refuses to start it as root, whatever its image says. */
  refusesRoot: Fact<boolean>;
  /** The numeric user that it is made to run as. */
  userId: Fact<number | undefined>;
  dropped: FactList<string>;
  added: FactList<string>;
  rootReadOnly: Fact<boolean>;
  /** Whether a profile limits its calls to the kernel. */
  seccomp: Fact<boolean>;
  cpuRequest: Fact<boolean>;
  cpuLimit: Fact<boolean>;
  memoryRequest: Fact<boolean>;
  memoryLimit: Fact<boolean>;
  liveness: Fact<boolean> | NotApplicable;
  readiness: Fact<boolean> | NotApplicable;
  hostPorts: FactList<number>;
  /** Whether values of secrets are handed to it in its environment. */
  secretsInEnvironment: Fact<boolean>;
  pullsAlways: Fact<boolean>;
}

export const workload = defineKind({
  name: 'workload',
  about: 'Containers that a cluster runs together: a pod, or what makes pods (a deployment, a job).',
  plural: 'workloads',
  inventory: true,
  traits: {
    containers: trait<FactList<Container>>('The containers it runs, those that only prepare it included.'),
    hostNetwork: trait<Fact<boolean>>('Whether it stands in the network of its host.'),
    hostProcesses: trait<Fact<boolean>>('Whether it sees the processes of its host.'),
    hostMemory: trait<Fact<boolean>>('Whether it shares memory and signals with its host.'),
    hostPaths: trait<FactList<{ path: string; at: Place }>>('Folders of the host that it gets.'),
    tokenMounted: trait<Fact<boolean>>('Whether a token for the cluster’s own interface is put into its containers.'),
    serviceAccount: trait<Fact<string | undefined>>(
      'The account it runs as; undefined: the one that every namespace has.',
    ),
    coveredByNetworkPolicy: trait<Fact<boolean>>('Whether a network policy kept beside it selects it.'),
    secretInCode,
  },
});
