import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';
import type { FilePlace } from '../place.ts';

export const securityPolicy = defineKind({
  name: 'security-policy',
  about: 'How outsiders are told to report a vulnerability: SECURITY.md, and what the forge offers.',
  plural: 'security policies',
  inventory: false,
  traits: {
    contact: trait<FilePlace | undefined>('Where it names an address, a form or a link to report to.'),
    privateReporting: trait<Fact<boolean>>('Whether the forge takes reports that only maintainers see.'),
    timeline: trait<Fact<boolean>>('Whether it says how soon a reporter hears back.'),
  },
});
