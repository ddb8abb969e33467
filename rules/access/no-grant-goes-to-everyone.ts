import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'no-grant-goes-to-everyone',
  title: 'No role is granted to everyone',
  severity: 'critical',
  criteria: {
    'CC6.1': 'Nobody gets in without an identity of the organization, or one that was let in by name.',
    'CC6.3': 'There is somebody behind each grant whose duty it can be checked against.',
  },
  do: 'Name the groups or service accounts that need it.',
  equivalents: { checkov: ['CKV_GCP_98', 'CKV_GCP_99', 'CKV_GCP_100', 'CKV_GCP_101'] },
  on: on('access-grant'),
  check: ({ name, traits: { toEveryone } }) =>
    expect(toEveryone, (open) => !open, `${name} grants a role to everyone.`, { label: 'everyone' }),
});
