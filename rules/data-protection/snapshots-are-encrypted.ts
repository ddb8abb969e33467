import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'snapshots-are-encrypted',
  title: 'Copies of disks and images are encrypted',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A copy that leaves its region or account is no easier to read than the original.',
  },
  do: 'Set encrypted = true on the copy, or on each block device of the image.',
  equivalents: {
    checkov: ['CKV_AWS_204'],
    kics: ['8bbb242f-6e38-4127-86d4-d8f0b2687ae2', 'e6b4b943-6883-47a9-9739-7ada9568f8ca'],
  },
  on: on('snapshot'),
  check: ({ name, traits: { encryptedAtRest } }) => expect(encryptedAtRest, (on) => on, `${name} is not encrypted.`),
});
