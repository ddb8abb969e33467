import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey } from './shared.ts';

export const auditLog = defineKind({
  name: 'audit-log',
  about: 'The record of who did what in an account, a subscription or a project.',
  plural: 'audit logs',
  inventory: true,
  traits: {
    running: trait<Fact<boolean>>('Whether it records at all.'),
    watchedLive: trait<Fact<boolean>>('Whether records go to where alarms can be raised from them.'),
    everyRegion: trait<Fact<boolean>>('Whether it records what is done in every region.'),
    tamperEvident: trait<Fact<boolean>>('Whether a later change of what was recorded would show.'),
    encryptedWithOwnKey,
    withoutGaps: trait<Fact<boolean>>('Whether the records that matter are all asked for, with nobody exempted.'),
  },
});
