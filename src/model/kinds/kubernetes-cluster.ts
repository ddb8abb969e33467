import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey, supportedUntil } from './shared.ts';

export const kubernetesCluster = defineKind({
  name: 'kubernetes-cluster',
  about: 'A managed Kubernetes cluster.',
  plural: 'Kubernetes clusters',
  inventory: true,
  traits: {
    endpointOpen: trait<Fact<boolean>>('Whether any address of the internet reaches the control plane.'),
    auditLogged: trait<Fact<boolean>>('Whether requests to the control plane are recorded.'),
    rolesEnforced: trait<Fact<boolean>>('Whether rights inside of the cluster come from roles.'),
    networkPolicies: trait<Fact<boolean>>('Whether policies about which pods may talk to each other are enforced.'),
    encryptedWithOwnKey,
    supportedUntil,
    localAccounts: trait<Fact<boolean>>('Whether accounts of the cluster’s own open it, besides the central ones.'),
  },
});
