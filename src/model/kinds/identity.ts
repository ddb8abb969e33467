import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const identity = defineKind({
  name: 'identity',
  about: 'Someone or something that signs in: an IAM user, a service account, an application.',
  plural: 'identities',
  inventory: true,
  traits: {
    hasLastingKey: trait<Fact<boolean>>('Whether it is given a key that stays valid until someone takes it away.'),
    keptInAccount: trait<Fact<boolean>>(
      'Whether it is a user of this account alone, apart from the directory of the organization.',
    ),
    isRootKey: trait<Fact<boolean>>('Whether it is a key of the user who may do everything in the account.'),
    hasOwnPassword: trait<Fact<boolean>>('Whether it signs in with a password of its own, apart from single sign-on.'),
  },
});
