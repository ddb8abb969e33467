import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedAtRest, encryptedWithOwnKey, inBackupPlan, region } from './shared.ts';

export const disk = defineKind({
  name: 'disk',
  about: 'Block storage: a volume, the disks of a machine, the account’s rule for new ones.',
  plural: 'disks',
  inventory: true,
  traits: {
    region,
    encryptedOnHost: trait<Fact<boolean>>('Whether temporary disks and caches on the host are encrypted too.'),
    encryptedAtRest,
    encryptedWithOwnKey,
    inBackupPlan,
  },
});
