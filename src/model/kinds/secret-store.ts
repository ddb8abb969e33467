import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import {
  accessLogged,
  deletionProtected,
  encryptedWithOwnKey,
  expires,
  openNetwork,
  publicByPolicy,
  secretInCode,
} from './shared.ts';

export const secretStore = defineKind({
  name: 'secret-store',
  about: 'Where secrets are kept: a secret, a parameter, a vault of secrets and keys.',
  plural: 'secret stores',
  inventory: true,
  traits: {
    rotated: trait<Fact<boolean>>('Whether the secret is replaced on a schedule.'),
    rotatedEveryDays: trait<Fact<number>>('How many days lie between two replacements at the most.'),
    accessLogged,
    expires,
    encryptedWithOwnKey,
    secretInCode,
    openNetwork,
    publicByPolicy,
    deletionProtected,
  },
});
