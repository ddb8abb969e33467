import { isApplicable, isKnown } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'scanner-results-are-required',
  title: 'A change waits for the scanners that look at it',
  severity: 'low',
  criteria: {
    'CC7.1':
      'A weakness that a scanner finds holds the change up, instead of standing in a red mark that a merge passes by.',
    'CC8.1': 'The scans are among the tests that a change has to pass before it is merged.',
  },
  do: 'Add the job to the required checks of the branch, or let a required job need it.',
  on: on('branch-rules'),
  needs: ['workflow-job'],
  check: ({ name, at, traits: { branch, thisRepository: here, requiredChecks: checks, scansRequired } }, { find }) => {
    if (isKnown(here, false) || !isApplicable(checks)) return [];
    const jobs = find('workflow-job');
    const scanning = jobs.filter(runsScanners);
    if (scanning.length === 0) return [];
    if (isApplicable(here) && !here.known) return unknown(here.reason, at);
    // Without any check, checks-are-required tells.
    if (checks.complete && checks.items.length === 0) return [];
    const asked = new Set(checks.items.flatMap((item) => (item.known ? [item.value.name] : [])));
    const required = jobs.filter((job) => reportsAs(job).some((report) => asked.has(report)));
    const tools = isApplicable(scansRequired)
      ? scansRequired.items.flatMap((item) => (item.known ? [item.value.toLowerCase()] : []))
      : [];
    const counts = (job: Subject<'workflow-job'>) =>
      required.some((other) => other === job || (isSameFile(other, job) && waitsFor(other, job))) ||
      job.traits.scanners.every(({ tool }) => [...tools, ...asked].some((text) => isOf(text, tool)));
    return scanning.map((job): Outcome => {
      const item = job.name;
      if (counts(job)) return pass(job.at, item);
      const { checkNames } = job.traits;
      const open = isApplicable(checkNames) && !checkNames.complete ? checkNames.reason : undefined;
      const why = open ?? checks.reason ?? checks.items.flatMap((one) => (one.known ? [] : [one.reason]))[0];
      if (why) return unknown(why, checks.at, item);
      const tool = job.traits.scanners[0]!.tool;
      return fail(
        `${branch} takes changes in whatever ${job.name} finds (${tool}): ${name} doesn’t ask for it.`,
        checks.at,
        {
          item,
          label: 'a scan is not among them',
          related: [{ name: job.name, at: job.at }],
        },
      );
    });
  },
});

/** On changes, and so that they count: that one is muted is another rule's finding. */
const runsScanners = ({ traits: { scanners, startedBy, checkNames } }: Subject<'workflow-job'>): boolean =>
  isApplicable(checkNames) &&
  startedBy.some((event) => /^(pull_request|merge_group)/.test(event.name)) &&
  scanners.some(({ muted }) => !muted);

const reportsAs = ({ traits: { checkNames } }: Subject<'workflow-job'>): readonly string[] =>
  isApplicable(checkNames) ? checkNames.items.flatMap((item) => (item.known ? [item.value] : [])) : [];

const fileOf = ({ at }: Subject): string | undefined => ('file' in at ? at.file : undefined);
const isSameFile = (a: Subject, b: Subject): boolean => fileOf(a) === fileOf(b);
const waitsFor = ({ traits }: Subject<'workflow-job'>, { name }: Subject): boolean =>
  traits.neededJobs.some((id) => name === `job ${id}`);

/** `CodeQL` of a code scanning rule, or a check by that name, for `github/codeql-action/analyze`. */
const isOf = (text: string, tool: string): boolean => {
  const word = text.toLowerCase().replace(/^code scanning results \/ /, '');
  return tool.toLowerCase().split(/[/ -]/).includes(word);
};
