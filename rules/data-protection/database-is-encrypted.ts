import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-is-encrypted',
  title: 'Databases are encrypted at rest',
  severity: 'high',
  criteria: {
    'CC6.1': 'Whoever gets hold of the disks, or of a copy of them, still can’t read the records.',
    'C1.1': 'Confidential records are unreadable outside of the system that guards them.',
    'PI1.5': 'Stored records can’t be read or changed below the database, past its own controls.',
  },
  do: 'Switch encryption at rest on: storage_encrypted, encrypted, encrypt_at_rest or at_rest_encryption_enabled, by the service.',
  equivalents: {
    checkov: [
      'CKV_AWS_5',
      'CKV_AWS_16',
      'CKV_AWS_29',
      'CKV_AWS_44',
      'CKV_AWS_64',
      'CKV_AWS_74',
      'CKV_AWS_96',
      'CKV2_AZURE_25',
    ],
    trivy: [
      'AVD-AWS-0084',
      'AVD-AWS-0021',
      'AVD-AWS-0045',
      'AVD-AWS-0048',
      'AVD-AWS-0076',
      'AVD-AWS-0079',
      'AVD-AWS-0080',
    ],
    kics: [
      '1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e',
      '3199c26c-7871-4cb3-99c2-10a59244ce7f',
      '656880aa-1388-488f-a6d4-8f73c23149b2',
      'cfdcabb0-fc06-427c-865b-c59f13e898ce',
      '24e16922-4330-4e9d-be8a-caa90299466a',
      '76976de7-c7b1-4f64-a94f-90c1345914c2',
      'bc1f9009-84a0-490f-ae09-3e0ea6d74ad6',
      '98d59056-f745-4ef5-8613-32bca8d40b7e',
    ],
  },
  on: on('database'),
  check: ({ name, traits: { encryptedAtRest } }) =>
    expect(encryptedAtRest, (on) => on, `${name} keeps its data unencrypted.`, { label: 'no encryption at rest' }),
});
