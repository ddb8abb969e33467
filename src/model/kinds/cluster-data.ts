import { defineKind } from '../kind.ts';
import { inDefaultNamespace, secretInCode } from './shared.ts';

export const clusterData = defineKind({
  name: 'cluster-data',
  about: 'Settings or secrets that a cluster keeps for its workloads.',
  plural: 'settings and secrets of clusters',
  inventory: false,
  traits: { secretInCode, inDefaultNamespace },
});
