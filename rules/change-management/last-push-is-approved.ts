import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'last-push-is-approved',
  title: 'Whoever pushed last does not give the approval',
  severity: 'info',
  criteria: {
    'CC8.1': 'A reviewer who adds commits to a change can not approve those commits alone.',
  },
  do: 'Require approval of the most recent reviewable push.',
  equivalents: { scorecard: ['requiresLastPushApproval'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, approvals, lastPushApproved } }) =>
    isKnown(approvals, 0)
      ? notApplicable('no approval is asked for')
      : expect(lastPushApproved, (on) => on, `${name} lets the person who pushed last approve a change to ${branch}.`, {
          label: 'own commits can be approved',
        }),
});
