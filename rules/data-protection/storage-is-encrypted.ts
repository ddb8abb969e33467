import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'storage-is-encrypted',
  title: 'Object storage is encrypted at rest',
  severity: 'high',
  criteria: {
    'CC6.1': 'Objects are unreadable to whoever gets at the disks below the service.',
    'C1.1': 'Confidential objects are protected where they rest, whoever put them there.',
    'PI1.5': 'Stored objects can’t be changed below the service without it being noticed.',
  },
  do: 'Leave the encryption of the service on.',
  equivalents: { checkov: ['CKV_AWS_19'], trivy: ['AVD-AWS-0088'], kics: ['5fb49a69-8d46-4495-a2f8-9c8c622b2b6e'] },
  on: on('object-storage'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} keeps its objects unencrypted.`),
});
