import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { inDefaultNamespace, secretInCode } from './shared.ts';

export const clusterData = defineKind({
  name: 'cluster-data',
  about: 'Settings or secrets that a cluster keeps for its workloads.',
  plural: 'settings and secrets of clusters',
  inventory: false,
  traits: {
    lastingToken: trait<Fact<boolean>>('Whether it is a token of an account that is valid until somebody removes it.'),
    secretInCode,
    inDefaultNamespace,
  },
});
