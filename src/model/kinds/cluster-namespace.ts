import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { trafficLimited } from './shared.ts';

export const clusterNamespace = defineKind({
  name: 'cluster-namespace',
  about: 'A part of a cluster with names, rights and limits of its own.',
  plural: 'namespaces of clusters',
  inventory: true,
  traits: {
    podStandard: trait<Fact<'privileged' | 'baseline' | 'restricted'>>(
      'How far pods in it are kept from the rights of their machines.',
    ),
    trafficLimited,
  },
});
