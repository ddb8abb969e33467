import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'changes-need-two-reviews',
  title: 'Changes need the approval of two people',
  severity: 'info',
  criteria: {
    'CC8.1': 'With two approvals no single reviewer decides what is released.',
  },
  do: 'Set the number of required approvals to 2 where one careless review would be too little.',
  equivalents: { checkov: ['CKV_GIT_5'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, approvals } }) =>
    expect(
      approvals,
      (count) => count >= 2,
      (count) => `${name} asks for ${count} approvals of a change to ${branch}, fewer than 2.`,
      {
        label: 'one careless review is enough',
      },
    ),
});
