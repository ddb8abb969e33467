import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const certificate = defineKind({
  name: 'certificate',
  about: 'A certificate by which clients know a server.',
  plural: 'certificates',
  inventory: true,
  traits: {
    replacedBeforeRemoval: trait<Fact<boolean>>('Whether a new one is in place before the old one is taken away.'),
    publiclyListed: trait<Fact<boolean>>('Whether it is entered in the public logs of certificates.'),
  },
});
