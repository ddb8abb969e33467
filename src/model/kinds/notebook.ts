import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey } from './shared.ts';
export const notebook = defineKind({
  name: 'notebook',
  about: 'A machine in the cloud on which people explore data.',
  plural: 'notebooks',
  inventory: true,
  traits: {
    directInternet: trait<Fact<boolean>>('Whether it reaches the internet around the customer’s own network.'),
    usersAreRoot: trait<Fact<boolean>>('Whether its users are administrators of the machine.'),
    encryptedWithOwnKey,
  },
});
