import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'brokers-are-private',
  title: 'Message brokers are not on the internet',
  severity: 'high',
  criteria: {
    'CC6.1': 'Only systems inside of the network can try to sign in to the broker.',
    'CC6.6': 'Messages don’t pass the border of the network on their way through it.',
  },
  do: 'Take the public address away: publicly_accessible = false, or public_access of type DISABLED.',
  equivalents: { checkov: ['CKV_AWS_69'], kics: ['4eb5f791-c861-4afd-9f94-f2a6a3fe49cb'] },
  on: on('message-queue'),
  check: ({ name, traits: { publiclyReachable } }) =>
    expect(publiclyReachable, (on) => !on, `${name} has an address that the internet reaches.`, {
      label: 'a public address',
    }),
});
