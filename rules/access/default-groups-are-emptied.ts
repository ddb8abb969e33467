import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'default-groups-are-emptied',
  title: 'What names no security group gets one that admits nothing',
  severity: 'low',
  criteria: {
    'CC6.6': 'A machine that was started without a thought to its borders reaches nothing and is reached by nothing.',
    'CC6.1': 'Each way in is one that someone wrote down.',
  },
  do: 'Declare aws_default_security_group of the network, without rules.',
  equivalents: { checkov: ['CKV2_AWS_12'] },
  on: on('network'),
  check: ({ name, traits: { defaultGroupEmpty } }) =>
    expect(
      defaultGroupEmpty,
      (empty) => empty,
      `${name} puts what names no group into one whose members reach each other and everything outside.`,
    ),
});
