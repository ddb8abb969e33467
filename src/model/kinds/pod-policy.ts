import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const podPolicy = defineKind({
  name: 'pod-policy',
  about: 'A rule of a cluster that says which pods may run: a pod security policy, security context constraints.',
  plural: 'policies for pods',
  inventory: false,
  traits: {
    allowsPrivileged: trait<Fact<boolean>>('Whether pods with all rights of their machine may run.'),
    allowsHostProcesses: trait<Fact<boolean>>('Whether pods may see the processes of their machine.'),
    allowsHostMemory: trait<Fact<boolean>>('Whether pods may share memory with processes of their machine.'),
    allowsHostNetwork: trait<Fact<boolean>>('Whether pods may use the network of their machine.'),
    allowsEscalation: trait<Fact<boolean>>('Whether processes in pods may gain rights.'),
    allowsRoot: trait<Fact<boolean>>('Whether pods may run as root.'),
    dropsPacketForging: trait<Fact<boolean>>('Whether pods have to give up forging packets, or all rights.'),
    dropsRights: trait<Fact<boolean>>('Whether pods have to give up any right that they have by default.'),
    allowsAddedRights: trait<Fact<boolean>>('Whether pods may get rights on top, but for listening at a low port.'),
    filtersCalls: trait<Fact<boolean>>('Whether the system calls of pods are filtered by default.'),
  },
});
