import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { runsAsDefault, startVerified } from './shared.ts';

export const clusterNodes = defineKind({
  name: 'cluster-nodes',
  about: 'Machines of one make that a Kubernetes cluster runs its pods on: a node pool.',
  plural: 'groups of cluster nodes',
  inventory: true,
  traits: {
    runsAsDefault,
    startVerified,
    credentialsHidden: trait<Fact<boolean>>('Whether pods are kept from the credentials of the machine they run on.'),
    upgraded: trait<Fact<boolean>>('Whether its machines follow the version of the cluster by themselves.'),
    repaired: trait<Fact<boolean>>('Whether machines that fail are replaced by themselves.'),
  },
});
