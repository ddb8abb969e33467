import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedAtRest, encryptedWithOwnKey } from './shared.ts';

export const snapshot = defineKind({
  name: 'snapshot',
  about: 'A copy of a disk, a database or a machine at one moment.',
  plural: 'snapshots',
  inventory: true,
  traits: {
    sharedWithEveryone: trait<Fact<boolean>>('Whether any account of the cloud may copy it.'),
    encryptedAtRest,
    encryptedWithOwnKey,
  },
});
