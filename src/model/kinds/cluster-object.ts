import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const clusterObject = defineKind({
  name: 'cluster-object',
  about: 'Something that lives in a namespace of a cluster.',
  plural: 'objects in namespaces',
  inventory: false,
  traits: {
    namespace: trait<Fact<string>>('The namespace it is put into.'),
  },
});
