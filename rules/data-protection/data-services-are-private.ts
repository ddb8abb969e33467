import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'data-services-are-private',
  title: 'Queues, images, keys, secrets and data sets are not open to everyone',
  severity: 'critical',
  criteria: {
    'CC6.1': 'Only named people and workloads can use them, so the sign-in of the cloud stands in front of the data.',
    'CC6.3': 'Access is given to somebody: a grant to everyone is no grant that anybody could review.',
    'C1.1': 'Confidential messages, keys and tables can’t be read by strangers.',
  },
  do: 'Name the accounts, roles or services that need access, or bind the statement by a condition to your own.',
  equivalents: {
    checkov: [
      'CKV_AWS_32',
      'CKV_AWS_33',
      'CKV_AWS_387',
      'CKV_AWS_168',
      'CKV_AWS_169',
      'CKV_AZURE_138',
      'CKV_GCP_15',
      'CKV_GCP_99',
      'CKV_GCP_100',
      'CKV_GCP_112',
      'CKV2_GCP_6',
      'CKV2_GCP_8',
    ],
    trivy: ['AVD-AWS-0032', 'AVD-GCP-0046'],
    kics: [
      '730675f9-52ed-49b6-8ead-0acb5dd7df7f',
      'e86e26fc-489e-44f0-9bcd-97305e4ba69a',
      '7ebc9038-0bde-479a-acc4-6ed7b6758899',
      'b26d2b7e-60f6-413d-a3a1-a57db24aa2b3',
      '16cc87d1-dd47-4f46-b3ce-4dfcac8fd2f5',
      'e576ce44-dd03-4022-a8c0-3906acca2ab4',
    ],
  },
  on: on('database', 'image-repository', 'message-queue', 'encryption-key', 'secret-store'),
  check: ({ name, traits: { publicByPolicy } }) =>
    expect(publicByPolicy, (open) => !open, `${name} has a policy that lets everyone in.`, {
      label: 'access for everyone',
    }),
});
