import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'repositories-have-branch-rules',
  title: 'Every repository that is declared has branch rules',
  severity: 'medium',
  criteria: {
    'CC8.1': 'No declared repository is left where changes reach the released branch unseen.',
  },
  do: 'Add a ruleset or a branch protection for the repository, or one ruleset for the whole organization.',
  equivalents: { checkov: ['CKV2_GIT_1'] },
  on: on('hosted-repository'),
  check: ({ name, traits: { archived, hasBranchRules } }) =>
    isKnown(archived, true)
      ? notApplicable('an archived repository takes no changes')
      : expect(hasBranchRules, (on) => on, `${name} has no branch protection and no ruleset.`, {
          label: 'no branch rules',
        }),
});
