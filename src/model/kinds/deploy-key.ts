import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const deployKey = defineKind({
  name: 'deploy-key',
  about: 'A key that opens one repository to a machine.',
  plural: 'deploy keys',
  inventory: false,
  traits: {
    readOnly: trait<Fact<boolean>>('Whether it can not push.'),
  },
});
