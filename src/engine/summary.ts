import { severities } from '../model/verdict.ts';
import type { Result, Summary } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { Passes } from './rule-verdicts.ts';

/** The counts of a report. What is not `system` is counted apart, once. */
export function summarise(
  results: readonly Result[],
  passes: readonly Passes[],
  subjects: readonly Subject[],
  files: Summary['files'],
  rules: number,
): Summary {
  const failures = results.filter(({ verdict }) => verdict === 'fail');
  const own = failures.filter(({ subject }) => subject.role === 'system');
  const count = (disposition: Result['disposition']) =>
    own.filter((result) => result.disposition === disposition).length;
  const open = own.filter(({ disposition }) => disposition === 'open');
  return {
    files,
    open: Object.fromEntries(
      severities.map((s) => [s, open.filter(({ severity }) => severity === s).length]),
    ) as Summary['open'],
    accepted: count('accepted'),
    inherited: count('inherited'),
    baseline: count('baseline'),
    unknown: results.filter(({ verdict, subject }) => verdict === 'unknown' && subject.role === 'system').length,
    passes: passes.reduce(
      (sum, pass) => sum + pass.subjects.filter((index) => subjects[index]!.role === 'system').length,
      0,
    ),
    subjects: subjects.filter(({ role }) => role === 'system').length,
    rules,
    elsewhere: failures.length - own.length,
  };
}
