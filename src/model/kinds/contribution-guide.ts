import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** A sentence that says what happens to every change before it is merged. */
export interface Promised {
  topic: 'approvals' | 'checks' | 'code-owners' | 'signatures' | 'up-to-date' | 'pull-requests' | 'conversations';
  /** How many approvals, where a number is named. */
  count?: number;
  quote: string;
  at: FilePlace;
}

export const contributionGuide = defineKind({
  name: 'contribution-guide',
  about: 'What contributors are told about how changes are merged: CONTRIBUTING, the template of pull requests.',
  plural: 'guides for contributors',
  inventory: false,
  traits: {
    promised: trait<readonly Promised[]>('What it says holds for every change.'),
  },
});
