import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'disks-are-encrypted',
  title: 'Disks are encrypted',
  severity: 'high',
  criteria: {
    'CC6.1': 'A volume or a snapshot of it is unreadable to whoever gets it outside of the machine.',
    'CC6.5': 'When a disk is given back, what was on it can’t be read without the key.',
    'C1.1': 'Confidential files and caches on machines are covered as the databases are.',
  },
  do: 'Set encrypted = true on each volume and block device, or switch on encryption by default for the account in the same code.',
  equivalents: {
    checkov: ['CKV_AWS_3', 'CKV_AWS_8', 'CKV_AWS_106'],
    trivy: ['AVD-AWS-0008', 'AVD-AWS-0026', 'AVD-AWS-0131'],
    kics: [
      'cc997676-481b-4e93-aa81-d19f8c5e9b12',
      '4de9de27-254e-424f-bd70-4c1e95790838',
      '3d3f6270-546b-443c-adb4-bb6fb2187ca6',
    ],
  },
  on: on('disk'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} has a disk that is not encrypted.`, { label: 'not encrypted' }),
});
