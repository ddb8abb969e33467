import type { RegisterId } from '../criteria/registers.ts';
import { isApplicable } from '../model/fact.ts';
import type { Subject } from '../model/subject.ts';

/** Files of one log, of which each holds a review or a quarter, differ in their dates only: `2026-q1.md`, `2026-04-02.md`. */
export const logOf = (path: string): string =>
  path.replace(/\d{4}(?:[-_]?\d{2}){0,2}/g, '#').replace(/#[-_ ]?(?:q[1-4]|h[12])\b|\b(?:q[1-4]|h[12])[-_ ]?#/gi, '#');

/** The newest day of a file of a log. */
export interface NewestEntry {
  recorded: RegisterId;
  log: string;
  day: string;
}

/** For `find`, which knows it again by being the same function each time. */
export const newestEntry = ({ name, traits: { recorded, lastEntryOn } }: Subject<'record'>): readonly NewestEntry[] =>
  isApplicable(lastEntryOn) && lastEntryOn.known && lastEntryOn.value !== undefined
    ? [{ recorded, log: logOf(name), day: lastEntryOn.value }]
    : [];
