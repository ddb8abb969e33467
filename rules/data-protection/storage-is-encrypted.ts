import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'storage-is-encrypted',
  title: 'Object storage and file shares are encrypted at rest',
  severity: 'high',
  criteria: {
    'CC6.1': 'Objects and files are unreadable to whoever gets at the disks below the service.',
    'C1.1': 'Confidential files are protected where they rest, whoever put them there.',
    'PI1.5': 'Stored files can’t be changed below the service without it being noticed.',
  },
  do: 'Set encrypted = true: for a file system it can be set at creation only, so an existing one has to be copied.',
  equivalents: {
    checkov: ['CKV_AWS_19', 'CKV_AWS_42'],
    trivy: ['AVD-AWS-0037', 'AVD-AWS-0088'],
    kics: ['48207659-729f-4b5c-9402-f884257d794f', '5fb49a69-8d46-4495-a2f8-9c8c622b2b6e'],
  },
  on: on('object-storage', 'file-share'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} keeps what is stored in it unencrypted.`),
});
