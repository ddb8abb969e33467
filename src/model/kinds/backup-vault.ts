import { defineKind } from '../kind.ts';
import { deletionProtected, encryptedWithOwnKey, region } from './shared.ts';

export const backupVault = defineKind({
  name: 'backup-vault',
  about: 'Where backups are kept.',
  plural: 'backup vaults',
  inventory: true,
  traits: {
    region,
    encryptedWithOwnKey,
    deletionProtected,
  },
});
