import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const passwordPolicy = defineKind({
  name: 'password-policy',
  about: 'What passwords of an account’s users have to be like.',
  plural: 'password policies',
  inventory: true,
  traits: {
    minimumLength: trait<Fact<number>>('The fewest characters that a password may have.'),
    remembered: trait<Fact<number>>('How many former passwords may not be used again.'),
  },
});
