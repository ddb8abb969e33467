import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import { encryptedAtRest, versioned } from './shared.ts';

export const objectStorage = defineKind({
  name: 'object-storage',
  about: 'Where objects are kept by key: an S3 bucket, a storage account, a Cloud Storage bucket.',
  plural: 'object stores',
  inventory: true,
  traits: {
    publicByAcl: trait<Fact<boolean>>('Whether an access control list lets everyone in.'),
    publicByPolicy: trait<Fact<boolean>>('Whether a policy or binding lets everyone in.'),
    publicAccessBlocked: trait<Fact<boolean>>('Whether a block on all public access stands above ACLs and policies.'),
    encryptedAtRest,
    versioned,
  },
});
