import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const acceptance = defineKind({
  name: 'acceptance',
  about: 'The acceptance of a finding: an entry of .soc2/exceptions.yml, or a comment in a file.',
  plural: 'accepted findings',
  inventory: false,
  traits: {
    acceptedUntil: trait<Fact<string>>('The last day on which it is valid, YYYY-MM-DD.'),
    approvedByOwner: trait<Fact<boolean>>('Whether who owns the risk is who approved it.'),
    matchesFinding: trait<Fact<boolean>>('Whether there is a finding that it accepts.'),
  },
});
