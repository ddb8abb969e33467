import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { inDefaultNamespace, tokenMounted } from './shared.ts';

export const serviceAccount = defineKind({
  name: 'service-account',
  about: 'An account that workloads of a cluster run under.',
  plural: 'service accounts of clusters',
  inventory: false,
  traits: {
    isDefault: trait<Fact<boolean>>('Whether it is the one that pods have which name none.'),
    tokenMounted,
    inDefaultNamespace,
  },
});
