import { isApplicable, isKnown } from '../../src/model/fact.ts';
import type { TriggerFact } from '../../src/model/kinds/workflow.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const ofPullRequests = ['pull_request', 'pull_request_target'];
/** Events that leave no result on the commits of a pull request. */
const besides = ['schedule', 'workflow_dispatch', 'repository_dispatch', 'release'];
const isPlain = (text: string) => /^[\w./-]+$/.test(text);

/** The filter that keeps a job from reporting on some pull requests to the branch, where there is one. */
function filter(startedBy: readonly TriggerFact[], branch: string): { why: string; by: TriggerFact } | undefined {
  const [first] = startedBy;
  if (first && startedBy.every(({ name }) => besides.includes(name)))
    return { why: 'no pull request starts it', by: first };
  const triggers = startedBy.filter(({ name }) => ofPullRequests.includes(name));
  const misses = triggers.map((by) => {
    if (by.byPaths) return { why: 'it only runs when some paths change', by };
    const elsewhere =
      by.branches.length > 0 && [...by.branches, branch].every(isPlain) && !by.branches.includes(branch);
    return elsewhere ? { why: `it only runs for ${by.branches.join(' and ')}`, by } : undefined;
  });
  return misses.every((miss) => miss !== undefined) ? misses[0] : undefined;
}

export default rule({
  id: 'required-checks-always-report',
  title: 'Required checks report on every pull request',
  severity: 'medium',
  criteria: {
    'CC8.1': 'Every change gets the checks that its merge waits for, so nobody has to merge past the rule.',
  },
  do: 'Run the workflow for every pull request and skip the work inside of the job, or add a job of the same name for the other paths.',
  on: on('branch-rules'),
  needs: ['workflow-job'],
  check: ({ name, traits: { branch, thisRepository: here, requiredChecks: checks } }, { find }) => {
    if (!isApplicable(checks) || !isKnown(here, true)) return [];
    const jobs = find('workflow-job');
    return checks.items.flatMap((check) => {
      if (!check.known) return [];
      const { name: called } = check.value;
      const reporting = jobs.filter(({ traits: { checkNames: list } }) =>
        isApplicable(list) ? list.items.some((item) => item.known && item.value === called) : false,
      );
      const [job, second] = reporting;
      if (!job) return [];
      const miss = second ? undefined : filter(job.traits.startedBy, branch);
      return miss
        ? fail(`${name} waits for "${called}" on every change, but ${miss.why}.`, miss.by.at, {
            item: called,
            label: 'may never report',
            related: [{ name: called, at: check.at }],
          })
        : pass(job.at, called);
    });
  },
});
