import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const serviceAccount = defineKind({
  name: 'service-account',
  about: 'An account that workloads of a cluster run as.',
  plural: 'accounts of workloads',
  inventory: false,
  traits: {
    isDefault: trait<Fact<boolean>>('Whether it is the one that workloads get without choosing.'),
    mountsToken: trait<Fact<boolean>>('Whether its token is put into the containers of what runs as it.'),
  },
});
