import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'traffic-stays-encrypted',
  title: 'Requests stay encrypted behind the load balancer',
  severity: 'low',
  criteria: {
    'CC6.7': 'Requests can’t be read or changed on the last part of their way either.',
    'C1.1': 'Confidential data is not open to whoever can listen inside of the network.',
  },
  do: 'Speak HTTPS or SSL with the servers: instance_protocol = "https".',
  equivalents: { checkov: ['CKV_AWS_376'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { encryptedBehind } }) =>
    expect(encryptedBehind, (on) => on, `${name} speaks with its servers without encryption.`),
});
