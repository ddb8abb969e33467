import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey, region } from './shared.ts';

export const logGroup = defineKind({
  name: 'log-group',
  about: 'Where log lines are kept: a log group, a workspace, a log bucket.',
  plural: 'log stores',
  inventory: true,
  traits: {
    region,
    encryptedWithOwnKey,
    locked: trait<Fact<boolean>>('Whether lines can’t be deleted before their time is over, by nobody at all.'),
    keptDays: trait<Fact<number>>('How many days lines are kept; infinity: until someone deletes them.'),
  },
});
