import type { Result } from '../model/report.js';
import type { Subject } from '../model/subject.js';
/** A result with the subject it is about, on its way into the report: exceptions, baseline and comparison mark it. */
export interface Judged {
    result: Result;
    subject: Subject;
}
