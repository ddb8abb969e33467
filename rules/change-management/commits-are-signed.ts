import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'commits-are-signed',
  title: 'Commits carry a signature that is checked',
  severity: 'info',
  criteria: {
    'CC8.1': 'Who made a change is shown by a key and not by a name that anyone can type.',
  },
  do: 'Require signed commits on this branch.',
  equivalents: { checkov: ['CKV_GIT_6'], trivy: ['AVD-GIT-0004'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, commitsSigned } }) =>
    expect(commitsSigned, (on) => on, `${name} accepts unsigned commits on ${branch}.`, {
      label: 'the author is not proven',
    }),
});
