import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'file-shares-are-encrypted',
  title: 'File shares are encrypted at rest',
  severity: 'high',
  criteria: {
    'CC6.1': 'The files of all machines that share them are unreadable below the service.',
    'C1.1': 'Confidential files get the protection that databases get.',
  },
  do: 'Set encrypted = true: it can be set at creation only, so an existing share has to be copied.',
  equivalents: { checkov: ['CKV_AWS_42'], trivy: ['AVD-AWS-0037'], kics: ['48207659-729f-4b5c-9402-f884257d794f'] },
  on: on('file-share'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} keeps its files unencrypted.`),
});
