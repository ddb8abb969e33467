import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'own-networks-are-used',
  title: 'Networks are made for their purpose, not taken as they came',
  severity: 'low',
  criteria: {
    'CC6.6': 'Borders are drawn for what lies inside, and not those that an account has from its first day.',
  },
  do: 'Make a network of your own, and leave the one of the account empty.',
  equivalents: { checkov: ['CKV_AWS_148'], trivy: ['AVD-AWS-0101'], kics: ['96ed3526-0179-4c73-b1b2-372fde2e0d13'] },
  on: on('default-network'),
  check: ({ name, traits: { comesWithTheAccount } }) =>
    expect(
      comesWithTheAccount,
      (yes) => !yes,
      `${name} is the network that the account came with: all of its subnets are open to the internet.`,
    ),
});
