import { anyOf, isApplicable, isKnown, notApplicable, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'stale-approvals-are-dismissed',
  title: 'An approval does not outlive the change it was given for',
  severity: 'medium',
  criteria: {
    'CC8.1': 'What is merged is what was approved: commits pushed after an approval need a new one.',
  },
  do: 'Dismiss approvals when new commits are pushed, or require approval of the most recent push.',
  equivalents: { scorecard: ['dismissesStaleReviews'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, approvals, staleApprovalsDismissed, lastPushApproved } }) =>
    isKnown(approvals, 0)
      ? notApplicable('no approval is asked for')
      : expect(
          either(staleApprovalsDismissed, lastPushApproved),
          (on) => on,
          `${name} keeps the approvals of a change to ${branch} when commits are added to it.`,
          {
            label: 'approved, then changed',
          },
        ),
});

type Trait = Fact<boolean> | NotApplicable;

const either = (a: Trait, b: Trait): Trait => (!isApplicable(a) ? b : !isApplicable(b) ? a : anyOf(a, b));
