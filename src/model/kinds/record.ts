import type { Field } from '../../criteria/register-fields.ts';
import type { RegisterId } from '../../criteria/registers.ts';
import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';
import type { Passage } from './policy-document.ts';

/** One line of a register. */
export interface RecordEntry {
  /** What it is about, as it says. */
  name: string;
  at: FilePlace;
  /** What is written, by field; an empty cell is left out. */
  cells: { readonly [F in Field]?: Passage };
  /** The days among them, as `YYYY-MM-DD`; undefined where the text is no date ("n/a", "ongoing"). */
  days: { readonly [F in Field]?: Fact<string | undefined> };
}

export const record = defineKind({
  name: 'record',
  about:
    'A list that is kept: reviews, tests, incidents and trainings as they are written down, risks, vendors, assets, exceptions.',
  plural: 'records',
  inventory: false,
  traits: {
    recorded: trait<RegisterId>('What it is a record of.'),
    written: trait<readonly RecordEntry[]>('Its entries.'),
    lastEntryOn: trait<Fact<string | undefined>>(
      'The day of its newest entry, or on which it was last looked through.',
    ),
    gaps: trait<readonly Passage[]>('What an entry has to say and does not: what, and where.'),
  },
});
