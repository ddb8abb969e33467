import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'subnets-have-a-border',
  title: 'A group of network rules stands before each subnet',
  severity: 'low',
  criteria: {
    'CC6.1': 'What reaches a machine from the rest of the network is written down, and not simply everything.',
    'CC6.6': 'Traffic from outside of the subnet passes rules that somebody set.',
  },
  do: 'Associate a network security group with the subnet, or with each interface in it.',
  equivalents: { checkov: ['CKV2_AZURE_31'], kics: ['5c822443-e1ea-46b8-84eb-758ec602e844'] },
  on: on('network'),
  check: ({ name, traits: { guarded } }) =>
    expect(guarded, (on) => on, `${name} has no group of network rules before it.`),
});
