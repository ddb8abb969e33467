import { anyItem, isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'checks-are-required',
  title: 'Changes are tested before they are merged',
  severity: 'high',
  criteria: {
    'CC8.1': 'A change whose tests or scans fail can not be merged, so testing is a condition and not a habit.',
  },
  do: 'Name the checks that have to pass under required status checks.',
  equivalents: { scorecard: ['runsStatusChecksBeforeMerging'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, requiredChecks } }) =>
    expect(
      isApplicable(requiredChecks) ? anyItem(requiredChecks, () => true) : requiredChecks,
      (any) => any,
      `${name} asks for no check before a change to ${branch} is merged.`,
      {
        label: 'no required check',
      },
    ),
});
