import { anyItem, isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'changes-are-tested-up-to-date',
  title: 'Changes are tested together with what they are merged into',
  severity: 'info',
  criteria: {
    'CC8.1': 'The combination that is released is the one that was tested, not each change against an older state.',
  },
  do: 'Require branches to be up to date before merging (strict), or use a merge queue.',
  equivalents: { scorecard: ['requiresUpToDateBranches'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, requiredChecks, upToDate } }) => {
    if (
      !isApplicable(requiredChecks) ||
      isKnown(
        anyItem(requiredChecks, () => true),
        false,
      )
    )
      return notApplicable('no check is required');
    return expect(upToDate, (on) => on, `${name} accepts checks that ran on an older state of ${branch}.`, {
      label: 'tested on an older base',
    });
  },
});
