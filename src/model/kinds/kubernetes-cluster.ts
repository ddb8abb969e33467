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
    nodesReachable: trait<Fact<boolean>>('Whether its machines are given addresses of the internet.'),
    nodesVerified: trait<Fact<boolean>>('Whether a machine has to show what it is before it joins.'),
    logsSent: trait<Fact<boolean>>('Whether what its workloads and parts write is sent to where logs are kept.'),
    measured: trait<Fact<boolean>>('Whether its load and health are measured.'),
    takesReleases: trait<Fact<boolean>>('Whether it takes new versions, with their security fixes, by itself.'),
    imagesChecked: trait<Fact<boolean>>('Whether images are checked against a policy before they run.'),
    networkPolicies: trait<Fact<boolean>>('Whether policies about which pods may talk to each other are enforced.'),
    encryptedWithOwnKey,
    supportedUntil,
    localAccounts: trait<Fact<boolean>>('Whether accounts of the cluster’s own open it, besides the central ones.'),
  },
});
