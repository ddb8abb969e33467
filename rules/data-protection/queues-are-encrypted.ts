import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'queues-are-encrypted',
  title: 'Queues, topics and streams are encrypted at rest',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Messages that wait are as unreadable outside of the service as the records they become.',
    'C1.1': 'Confidential data is protected also while it waits between two systems.',
  },
  do: 'Switch encryption on: encryption_type = "KMS", server_side_encryption, or leave sqs_managed_sse_enabled at its default.',
  equivalents: {
    checkov: ['CKV_AWS_27', 'CKV_AWS_43', 'CKV_AWS_240'],
    trivy: ['AVD-AWS-0064', 'AVD-AWS-0096'],
    kics: [
      '6e8849c1-3aa7-40e3-9063-b85ee300f29f',
      '862fe4bf-3eec-4767-a517-40f378886b88',
      '5c6dd5e7-1fe0-4cae-8f81-4c122717cef3',
    ],
  },
  on: on('message-queue'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} keeps its messages unencrypted.`),
});
