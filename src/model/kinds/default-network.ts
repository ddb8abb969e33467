import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const defaultNetwork = defineKind({
  name: 'default-network',
  about: 'What new things end up in when nobody says otherwise: a default security group, a default network.',
  plural: 'network defaults',
  inventory: false,
  traits: {
    comesWithTheAccount: trait<Fact<boolean>>('Whether it is the network that an account has from the start.'),
    admitsByDefault: trait<Fact<boolean>>('Whether it lets traffic through without a decision of its own.'),
  },
});
