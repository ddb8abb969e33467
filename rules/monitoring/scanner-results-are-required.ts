import { isApplicable, isKnown } from '../../src/model/fact.ts';
import { on, rule, unknown } from '../../src/rule/rule.ts';
import { jobsThatScan, waitsForScanners } from '../../src/rule/scanner-results.ts';

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
  check: (subject, { find }) => {
    const { name, at, traits } = subject;
    const { branch, thisRepository: here, requiredChecks: checks } = traits;
    if (isKnown(here, false) || !isApplicable(checks)) return [];
    const jobs = find('workflow-job');
    if (jobsThatScan(jobs).length === 0) return [];
    if (isApplicable(here) && !here.known) return unknown(here.reason, at);
    // Without any check, checks-are-required tells.
    if (checks.complete && checks.items.length === 0) return [];
    return waitsForScanners(
      subject,
      jobs,
      (job, tool) => `${branch} takes changes in whatever ${job.name} finds (${tool}): ${name} doesn’t ask for it.`,
    );
  },
});
