import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { toSinglePerson } from './shared.ts';

export const repositoryAccess = defineKind({
  name: 'repository-access',
  about: 'What a person or a team may do in a repository on a forge, where that is kept as code.',
  plural: 'grants of access to repositories',
  inventory: true,
  traits: {
    grantee: trait<string>('Who gets it, in words.'),
    mayWrite: trait<Fact<boolean>>('Whether it lets push, maintain or administer, and not only read and sort.'),
    toSinglePerson,
  },
});
