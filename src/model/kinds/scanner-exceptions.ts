import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** One thing that a scanner is told to pass over. */
export interface ScannerException {
  /** The id, as the scanner knows it. */
  what: string;
  /** Why, in the words beside it. */
  reason?: string;
  /** Until when, as `YYYY-MM-DD`. */
  until?: string;
  /** Who answers for it, where it says so. */
  owner?: string;
  /** Whether it is a known vulnerability, which a fix ends, and not a check that is left out for good. */
  isVulnerability: boolean;
  at: FilePlace;
}

export const scannerExceptions = defineKind({
  name: 'scanner-exceptions',
  about: 'What scanners are told to pass over in one file: a list of their own, or comments beside the code.',
  plural: 'lists of scanner exceptions',
  inventory: false,
  traits: {
    scanner: trait<string>('The scanner in words: Trivy, Checkov.'),
    besideCode: trait<boolean>('Whether they stand in comments beside the code, and not in a list.'),
    passedOver: trait<readonly ScannerException[]>('What is passed over, in order.'),
  },
});
