import type { Fact, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { Powers } from './cluster-role.ts';
import { inDefaultNamespace } from './shared.ts';

export const clusterRoleBinding = defineKind({
  name: 'cluster-role-binding',
  about: 'Who has a role in a cluster.',
  plural: 'role bindings in clusters',
  inventory: false,
  traits: {
    givenPowers: trait<Powers | NotApplicable>('Which of the far-reaching rights the workloads get that it names.'),
    grantsAll: trait<Fact<boolean>>('Whether it makes workloads administrators of the whole cluster.'),
    toStrangers: trait<Fact<boolean>>('Whether it gives rights to people and programs that nobody knows.'),
    toDefaultAccount: trait<Fact<boolean>>('Whether it gives rights to the account of all pods that name none.'),
    inDefaultNamespace,
  },
});
