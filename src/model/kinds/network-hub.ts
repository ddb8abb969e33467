import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const networkHub = defineKind({
  name: 'network-hub',
  about: 'What joins networks of several accounts: a transit gateway.',
  plural: 'network hubs',
  inventory: true,
  traits: {
    joinsUnasked: trait<Fact<boolean>>('Whether a network of another account is joined without anybody’s consent.'),
  },
});
