import { isApplicable } from '../model/fact.ts';
import type { Subject } from '../model/subject.ts';
import { fail, pass, unknown, type Outcome, type RelatedPlace } from './rule.ts';

type Job = Subject<'workflow-job'>;

/** Jobs that scan changes and report whether it went well. That a scanner is muted is another finding. */
export const jobsThatScan = (jobs: readonly Job[]): readonly Job[] => jobs.filter(runsScanners);

/** For each job that scans changes: whether a branch waits for it. `tell` says in words that it doesn't. */
export function waitsForScanners(
  { traits: { requiredChecks: checks, scansRequired } }: Subject<'branch-rules'>,
  jobs: readonly Job[],
  tell: (job: Job, tool: string) => string,
  related: readonly RelatedPlace[] = [],
): Outcome[] {
  if (!isApplicable(checks)) return [];
  const asked = new Set(checks.items.flatMap((item) => (item.known ? [item.value.name] : [])));
  const required = jobs.filter((job) => reportsAs(job).some((report) => asked.has(report)));
  const tools = isApplicable(scansRequired)
    ? scansRequired.items.flatMap((item) => (item.known ? [item.value.toLowerCase()] : []))
    : [];
  const counts = (job: Job) =>
    required.some((other) => other === job || (isSameFile(other, job) && waitsFor(other, job))) ||
    job.traits.scanners.every(({ tool }) => [...tools, ...asked].some((text) => isOf(text, tool)));
  return jobsThatScan(jobs).map((job): Outcome => {
    const item = job.name;
    if (counts(job)) return pass(job.at, item);
    const { checkNames } = job.traits;
    const open = isApplicable(checkNames) && !checkNames.complete ? checkNames.reason : undefined;
    const why = open ?? checks.reason ?? checks.items.flatMap((one) => (one.known ? [] : [one.reason]))[0];
    if (why) return unknown(why, checks.at, item);
    return fail(tell(job, job.traits.scanners[0]!.tool), checks.at, {
      item,
      label: 'a scan is not among them',
      related: [{ name: job.name, at: job.at }, ...related],
    });
  });
}

const runsScanners = ({ traits: { scanners, startedBy, checkNames } }: Job): boolean =>
  isApplicable(checkNames) &&
  startedBy.some((event) => /^(pull_request|merge_group)/.test(event.name)) &&
  scanners.some(({ muted }) => !muted);

const reportsAs = ({ traits: { checkNames } }: Job): readonly string[] =>
  isApplicable(checkNames) ? checkNames.items.flatMap((item) => (item.known ? [item.value] : [])) : [];

const fileOf = ({ at }: Subject): string | undefined => ('file' in at ? at.file : undefined);
const isSameFile = (a: Subject, b: Subject): boolean => fileOf(a) === fileOf(b);
const waitsFor = ({ traits }: Job, { name }: Subject): boolean => traits.neededJobs.some((id) => name === `job ${id}`);

/** `CodeQL` of a code scanning rule, or a check by that name, for `github/codeql-action/analyze`. */
const isOf = (text: string, tool: string): boolean => {
  const word = text.toLowerCase().replace(/^code scanning results \/ /, '');
  return tool.toLowerCase().split(/[/ -]/).includes(word);
};
