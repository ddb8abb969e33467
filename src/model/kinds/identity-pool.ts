import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { secondFactorRequired } from './shared.ts';

export const identityPool = defineKind({
  name: 'identity-pool',
  about: 'What exchanges sign-ins of an application’s users for rights in the cloud.',
  plural: 'identity pools',
  inventory: true,
  traits: {
    secondFactorRequired,
    secondFactorPossible: trait<Fact<boolean>>('Whether its users can be asked for a second factor.'),
    guestsAdmitted: trait<Fact<boolean>>('Whether who hasn’t signed in gets rights too.'),
  },
});
