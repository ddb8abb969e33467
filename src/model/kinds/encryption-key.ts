import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { expires, publicByPolicy } from './shared.ts';

export const encryptionKey = defineKind({
  name: 'encryption-key',
  about: 'A key of the customer’s own in a key service.',
  plural: 'encryption keys',
  inventory: true,
  traits: {
    rotationDays: trait<Fact<number>>('After how many days the key material is replaced by itself; 0: never.'),
    destroyPrevented: trait<Fact<boolean>>('Whether the code refuses a change that would destroy it.'),
    daysUntilDestroyed: trait<Fact<number>>('How many days a key that is to be deleted can still be brought back.'),
    usable: trait<Fact<boolean>>('Whether it can be used: one that is switched off decrypts nothing.'),
    policyStated: trait<Fact<boolean>>('Whether the code says who may use and manage it.'),
    expires,
    publicByPolicy,
  },
});
