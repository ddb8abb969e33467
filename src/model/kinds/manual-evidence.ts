import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const manualEvidence = defineKind({
  name: 'manual-evidence',
  about: 'An entry of .soc2/manual-evidence.yml: what is kept elsewhere, and since when.',
  plural: 'records kept elsewhere',
  inventory: false,
  traits: {
    nextDue: trait<Fact<string>>('The day by which it has to be renewed, YYYY-MM-DD.'),
  },
});
