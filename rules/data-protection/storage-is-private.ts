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
    acl: {
      checkov: ['CKV_AWS_375', 'CKV2_AWS_43', 'CKV_AWS_20', 'CKV_AWS_57'],
      trivy: ['AVD-AWS-0092'],
      kics: ['38c5ee0d-7f22-4260-ab72-5073048df100', '57b9893d-33b1-4419-bcea-a717ea87e139'],
    },
    policy: {
      checkov: ['CKV_AWS_70', 'CKV_AZURE_34', 'CKV_GCP_28'],
      trivy: ['AVD-AZU-0007', 'AVD-GCP-0001'],
      kics: [
        'a6cd52a1-3056-4910-96a5-894de9f3f3b3',
        'c010082c-76e0-4b91-91d9-6e8439e455dd',
        '7af43613-6bb9-4a0e-8c4d-1314b799425e',
        'dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299',
      ],
    },
  },
  on: on('object-storage'),
  check: ({ name, traits: { publicByAcl, publicByPolicy } }) => ({
    acl: expect(publicByAcl, (open) => !open, `${name} is open to everyone through its ACL.`, {
      label: 'access for everyone',
    }),
    policy: expect(publicByPolicy, (open) => !open, `${name} has a policy that lets everyone in.`, {
      label: 'access for everyone',
    }),
  }),
});
