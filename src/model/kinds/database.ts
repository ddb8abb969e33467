import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import {
  backupDays,
  deletionProtected,
  encryptedAtRest,
  encryptedWithOwnKey,
  minimumTlsVersion,
  openNetwork,
  pointInTimeRecovery,
  publicByPolicy,
  publiclyReachable,
  requiresTls,
  secretInCode,
  sharedKeysAccepted,
  spreadOverZones,
} from './shared.ts';

export const database = defineKind({
  name: 'database',
  about: 'Where records are kept: a relational or document database, a warehouse, a cache, a search index.',
  plural: 'databases',
  inventory: true,
  traits: {
    acceptsIdentities: trait<Fact<boolean>>(
      'Whether clients can sign in with an identity of the cloud or the directory.',
    ),
    openToWholeCloud: trait<Fact<boolean>>('Whether its firewall lets every customer of the same cloud reach it.'),
    backupsElsewhere: trait<Fact<boolean>>('Whether a copy of its backups is kept in another region.'),
    publiclyReachable,
    openNetwork,
    publicByPolicy,
    sharedKeysAccepted,
    connectionsLogged: trait<Fact<boolean>>('Whether it is recorded who connects.'),
    disconnectionsLogged: trait<Fact<boolean>>('Whether it is recorded when a session ends.'),
    secretInCode,
    encryptedAtRest,
    encryptedWithOwnKey,
    requiresTls,
    minimumTlsVersion,
    backupDays,
    pointInTimeRecovery,
    spreadOverZones,
    deletionProtected,
  },
});
