import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const clusterGrant = defineKind({
  name: 'cluster-grant',
  about: 'A grant in a cluster: a role given to users, groups or accounts of workloads.',
  plural: 'grants in a cluster',
  inventory: false,
  traits: {
    wholeCluster: trait<Fact<boolean>>('Whether it gives all rights in the whole cluster.'),
    toAnybody: trait<Fact<boolean>>('Whether it goes to everybody, signed in or not.'),
    toDefaultAccount: trait<Fact<boolean>>('Whether it goes to the account that workloads have without choosing one.'),
    runsInPods: trait<Fact<boolean>>(
      'Whether it lets workloads run commands in pods or reach nodes past the interface.',
    ),
    impersonates: trait<Fact<boolean>>('Whether it lets workloads act as other users, groups or accounts.'),
    readsSecrets: trait<Fact<boolean>>('Whether it lets workloads read every secret that it reaches.'),
    changesServices: trait<Fact<boolean>>('Whether it lets workloads change where services lead.'),
  },
});
