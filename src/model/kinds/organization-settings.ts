import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import { secondFactorRequired } from './shared.ts';

export const organizationSettings = defineKind({
  name: 'organization-settings',
  about: 'What the members of an organization on a forge may do by being members.',
  plural: 'organization settings',
  inventory: false,
  traits: {
    secondFactorRequired,
    basePermission: trait<Fact<string>>('What every member may do in every repository: none, read, write, admin.'),
    membersCreatePublic: trait<Fact<boolean>>('Whether members can create public repositories.'),
  },
});
