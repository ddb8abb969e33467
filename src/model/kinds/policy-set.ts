import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

export const policySet = defineKind({
  name: 'policy-set',
  about: 'The policies of a repository taken together: there is always exactly one, even of none.',
  plural: 'sets of policies',
  inventory: false,
  traits: {
    declaredAt: trait<FilePlace | undefined>('Where the config says that policies are kept here.'),
    recordsAt: trait<FilePlace | undefined>('Where the config says that records are kept here.'),
    titles: trait<readonly string[]>('The titles of the policies that were recognised.'),
  },
});
