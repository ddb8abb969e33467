import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import type { FilePlace } from '../place.ts';

export const securityPolicy = defineKind({
  name: 'security-policy',
  about: 'The file that tells outsiders how to report a vulnerability: SECURITY.md.',
  plural: 'security policies',
  inventory: false,
  traits: {
    contact: trait<FilePlace | undefined>('Where it names an address, a form or a link to report to.'),
    timeline: trait<Fact<boolean>>('Whether it says how soon a reporter hears back.'),
  },
});
