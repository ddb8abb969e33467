import type { Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';

/**
 * A result with the subject it is about, on its way into the report. Exceptions and baseline put one that is marked in its place: in a
 * history, the one without a mark is that of other states, too.
 */
export interface Judged {
  readonly result: Result;
  readonly subject: Subject;
}
