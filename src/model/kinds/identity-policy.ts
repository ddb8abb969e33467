import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { grantsEveryAction, toSinglePerson } from './shared.ts';

export const identityPolicy = defineKind({
  name: 'identity-policy',
  about: 'What an identity may do, written out: an IAM policy, a custom role.',
  plural: 'policies of identities',
  inventory: true,
  traits: {
    grantsEverything: trait<Fact<boolean>>('Whether it allows every action on every resource.'),
    passesEveryRole: trait<Fact<boolean>>('Whether it allows to hand any role to a service, whichever role that is.'),
    raisesOwnRights: trait<Fact<boolean>>('Whether it allows to change whose rights are what, for everyone.'),
    grantsEveryAction,
    handsOutCredentials: trait<Fact<boolean>>('Whether it allows to get keys or passwords of anyone.'),
    readsEverything: trait<Fact<boolean>>('Whether it allows to read all objects, parameters or secrets there are.'),
    toSinglePerson,
  },
});
