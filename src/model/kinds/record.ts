import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { Passage } from './policy-document.ts';

/** What is done again and again, and written down each time. */
export type Recorded = 'access-review' | 'restore-test';

export const record = defineKind({
  name: 'record',
  about: 'What was done and when, as it is written down each time: access reviews, restore tests.',
  plural: 'records',
  inventory: false,
  traits: {
    recorded: trait<Recorded>('What it is a record of.'),
    lastEntryOn: trait<Fact<string | undefined>>('The day of its newest entry.'),
    gaps: trait<readonly Passage[]>('Entries in which something is left out: what, and where.'),
  },
});
