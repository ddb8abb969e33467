import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { inDefaultNamespace, openDataPorts } from './shared.ts';

export const clusterEntry = defineKind({
  name: 'cluster-entry',
  about: 'A way to workloads of a cluster: a service, an ingress or a gateway.',
  plural: 'ways into clusters',
  inventory: true,
  traits: {
    offersTls: trait<Fact<boolean>>('Whether it offers encrypted connections under its names.'),
    foreignAddresses: trait<Fact<boolean>>('Whether it takes traffic to addresses that nobody gave it.'),
    machinePorts: trait<Fact<boolean>>('Whether it takes a port on every machine of the cluster.'),
    openDataPorts,
    rawSettings: trait<Fact<boolean>>('Whether settings are written into the proxy as they are.'),
    inDefaultNamespace,
  },
});
