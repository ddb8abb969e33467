import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'storage-is-private',
  title: 'Object storage is not readable by the public',
  severity: 'critical',
  criteria: {
    'CC6.1': 'Public access goes around every access control in front of the data.',
    'C1.1': 'Confidential objects would be open to anyone who has the address.',
  },
  do: 'Remove the grant to everyone, and block public access for the whole bucket or account.',
  aspects: {
    acl: { checkov: ['CKV_AWS_20', 'CKV_AWS_57'], trivy: ['AVD-AWS-0092'] },
    policy: { checkov: ['CKV_AWS_70'] },
  },
  on: on('object-storage'),
  check: ({ name, traits: { publicByAcl, publicByPolicy } }) => ({
    acl: expect(publicByAcl, (open) => !open, `${name} is open to everyone through its ACL.`, { label: 'access for everyone' }),
    policy: expect(publicByPolicy, (open) => !open, `${name} has a policy that lets everyone in.`, { label: 'access for everyone' }),
  }),
});
