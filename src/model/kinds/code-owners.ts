import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** One line of a CODEOWNERS file that assigns owners, as it works on the files that are really there. */
export interface OwnersEntry {
  pattern: string;
  owners: readonly string[];
  at: FilePlace;
  /** How many tracked paths its pattern matches. */
  matched: number;
  /** How many of those it decides, as no later line matches them too. */
  decided: number;
  /** The one later line that takes every path from it, where there is one. */
  shadowedBy?: { pattern: string; owners: readonly string[]; at: FilePlace; matched: number };
  /** The section it is in (GitLab). */
  section?: string;
}

/** Who has to approve changes to a path, and the line that decides it; without a line nobody does. */
export interface Ownership {
  owners: readonly string[];
  entry?: OwnersEntry;
}

export const codeOwners = defineKind({
  name: 'code-owners',
  about: 'A CODEOWNERS file: who has to look at changes to which paths.',
  plural: 'CODEOWNERS files',
  inventory: false,
  traits: {
    file: trait<string>('Its path.'),
    effectiveFile: trait<string | undefined>(
      'The path of the one file that the forge reads: of several, the first by its own order of places.',
    ),
    invalidLines: trait<readonly { message: string; at: FilePlace }[]>(
      'Lines that the forge does not understand and skips.',
    ),
    tooLarge: trait<boolean>('Whether it is larger than the forge loads.'),
    entries: trait<readonly OwnersEntry[]>('Its lines with a pattern, in order.'),
    ownersOf: trait<(path: string) => Ownership>('Who owns a path.'),
  },
});
