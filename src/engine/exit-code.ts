import type { FailOn } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import { compareSeverity } from '../model/verdict.ts';

/**
 * 0: nothing open at or above `failOn`; 1: something is; 3: the scan is incomplete. With a comparison, only what the change
 * introduces or touches counts. 3 outweighs 1.
 */
export function exitCode(
  report: Pick<Report, 'results' | 'problems'>,
  { failOn, failOnUnknown, allowIncomplete }: { failOn: FailOn; failOnUnknown: boolean; allowIncomplete: boolean },
): 0 | 1 | 3 {
  if (!allowIncomplete && report.problems.some((problem) => !problem.notice)) return 3;
  const counts = report.results.some(({ verdict, severity, subject, disposition, introduced, touched }) => {
    if (subject.role !== 'system' || severity === 'info') return false;
    if (verdict === 'unknown') return failOnUnknown;
    const elsewhere = (introduced !== undefined || touched !== undefined) && !introduced && !touched;
    return disposition === 'open' && !elsewhere && failOn !== 'never' && compareSeverity(severity, failOn) <= 0;
  });
  return counts ? 1 : 0;
}
