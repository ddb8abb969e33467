import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'subnets-give-no-public-addresses',
  title: 'Subnets give no addresses of the internet by themselves',
  severity: 'low',
  criteria: {
    'CC6.6': 'What is started without a thought to the network is not reachable from outside.',
    'CC6.1': 'An address outside is a decision that the code of the machine shows.',
  },
  do: 'Leave map_public_ip_on_launch out, and give an address where one is needed.',
  equivalents: { checkov: ['CKV_AWS_130'], trivy: ['AVD-AWS-0164'], kics: ['52f04a44-6bfa-4c41-b1d3-4ae99a2de05c'] },
  on: on('network'),
  check: ({ name, traits: { givesPublicAddresses } }) =>
    expect(givesPublicAddresses, (gives) => !gives, `${name} gives whatever starts in it an address of the internet.`),
});
