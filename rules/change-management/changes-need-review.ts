import { isApplicable } from '../../src/model/fact.ts';
import { expect, fail, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'changes-need-review',
  title: 'Changes need the approval of another person',
  severity: 'high',
  criteria: {
    'CC8.1': 'A change can not get onto the branch before someone other than its author has approved it.',
  },
  do: 'Require a pull request with at least one approving review on this branch.',
  equivalents: { scorecard: ['requiresPRsToChangeCode', 'requiresApproversForPullRequests'] },
  on: on('branch-rules'),
  options: {
    approvals: { type: 'number', default: 1, min: 1, max: 6, about: 'How many approvals a change needs.' },
  },
  check: ({ name, traits: { branch, pullRequestRequired: pull, approvals } }, { options }) =>
    isApplicable(pull) && pull.known && !pull.value
      ? fail(`${name} lets changes onto ${branch} without a pull request.`, pull.at, {
          via: pull.via,
          label: 'no review is asked for',
        })
      : expect(
          approvals,
          (count) => count >= options.approvals,
          (count) => `${name} asks for ${count} approvals of a change to ${branch}, fewer than ${options.approvals}.`,
          { label: 'too few approvals' },
        ),
});
