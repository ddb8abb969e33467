import { defineKind } from '../kind.ts';
import { encryptedAtRest, encryptedWithOwnKey, inBackupPlan, region } from './shared.ts';

export const fileShare = defineKind({
  name: 'file-share',
  about: 'A file system that several machines mount.',
  plural: 'file shares',
  inventory: true,
  traits: {
    region,
    encryptedAtRest,
    encryptedWithOwnKey,
    inBackupPlan,
  },
});
