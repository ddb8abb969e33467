import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import {
  accessLogged,
  deletionProtected,
  encryptedAtRest,
  encryptedWithOwnKey,
  minimumTlsVersion,
  openNetwork,
  publicByPolicy,
  region,
  replicated,
  requiresTls,
  sharedKeysAccepted,
  versioned,
} from './shared.ts';

export const objectStorage = defineKind({
  name: 'object-storage',
  about: 'Where objects are kept by key: an S3 bucket, a storage account, a Cloud Storage bucket.',
  plural: 'object stores',
  inventory: true,
  traits: {
    publicByAcl: trait<Fact<boolean>>('Whether an access control list lets everyone in.'),
    publicByPolicy,
    publicAclsBlocked: trait<Fact<boolean>>('Whether new grants to everyone by access control lists are refused.'),
    publicPoliciesBlocked: trait<Fact<boolean>>('Whether new policies that let everyone in are refused.'),
    publicAclsIgnored: trait<Fact<boolean>>('Whether grants to everyone by access control lists are void.'),
    publicPoliciesRestricted: trait<Fact<boolean>>('Whether policies that let everyone in are void.'),
    openNetwork,
    sharedKeysAccepted,
    accessByAclPossible: trait<Fact<boolean>>(
      'Whether single objects can be granted apart from the policy of the whole.',
    ),
    objectsExpire: trait<Fact<boolean>>('Whether a lifecycle rule deletes, ages out or moves what is stored.'),
    objectsDeletedAfterDays: trait<Fact<number>>(
      'After how many days a lifecycle rule for all objects deletes them; infinity: none does.',
    ),
    versionsDeletedAfterDays: trait<Fact<number>>(
      'After how many days a lifecycle rule for all objects deletes former versions; infinity: none does.',
    ),
    region,
    objectsLocked: trait<Fact<boolean>>('Whether objects can be kept from being overwritten or deleted for a time.'),
    encryptedAtRest,
    encryptedWithOwnKey,
    requiresTls,
    minimumTlsVersion,
    versioned,
    accessLogged,
    replicated,
    deletionProtected,
  },
});
