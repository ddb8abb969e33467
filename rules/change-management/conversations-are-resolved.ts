import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'conversations-are-resolved',
  title: 'What reviewers raised is settled before a merge',
  severity: 'info',
  criteria: {
    'CC8.1': 'A change can not be merged over an open remark of a reviewer.',
  },
  do: 'Require conversation resolution before merging.',
  on: on('branch-rules'),
  check: ({ name, traits: { branch, pullRequestRequired, conversationsResolved } }) =>
    isKnown(pullRequestRequired, false)
      ? notApplicable('no pull request is asked for')
      : expect(
          conversationsResolved,
          (on) => on,
          `${name} lets changes to ${branch} be merged over open conversations.`,
          { label: 'remarks may stay open' },
        ),
});
