import { defineKind } from '../kind.ts';
import { deletionProtected, encryptedWithOwnKey } from './shared.ts';

export const backupVault = defineKind({
  name: 'backup-vault',
  about: 'Where backups are kept.',
  plural: 'backup vaults',
  inventory: true,
  traits: {
    encryptedWithOwnKey,
    deletionProtected,
  },
});
