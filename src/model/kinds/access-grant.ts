import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { toSinglePerson } from './shared.ts';

export const accessGrant = defineKind({
  name: 'access-grant',
  about: 'That an identity gets a ready-made role or policy: an attachment, a role assignment, a binding.',
  plural: 'grants of roles',
  inventory: true,
  traits: {
    administers: trait<Fact<boolean>>('Whether what it hands out is the right to do everything and to grant it on.'),
    writesEverything: trait<Fact<boolean>>('Whether what it hands out is the right to change nearly everything.'),
    basicRole: trait<Fact<boolean>>('Whether it is one of the old roles that reach over every service of a project.'),
    toEveryone: trait<Fact<boolean>>('Whether it is for everyone, or for everyone with any account of the platform.'),
    actsAsOthers: trait<Fact<boolean>>('Whether it lets act as every service account of the project or above.'),
    toSinglePerson,
  },
});
