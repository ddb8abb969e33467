import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'traffic-is-encrypted',
  title: 'Requests from outside come in encrypted',
  severity: 'medium',
  criteria: {
    'CC6.6': 'Nobody on the way can read a session’s secret and come in as someone else.',
    'CC6.7': 'What people send and get can’t be read or changed between them and the system.',
    'C1.1': 'Confidential data is not shown to the networks it passes on its way out.',
  },
  do: 'Serve HTTPS, and let the listener for HTTP do nothing but send requests there.',
  equivalents: {
    checkov: ['CKV_AWS_2', 'CKV_AWS_34', 'CKV_AWS_103', 'CKV_AZURE_14', 'CKV_AZURE_70'],
    trivy: ['AVD-AWS-0054', 'AVD-AWS-0012', 'AVD-AZU-0004'],
    kics: [
      '55af1353-2f62-4fa0-a8e1-a210ca2708f5',
      'de7f5e83-da88-4046-871f-ea18504b1d43',
      '11e9a948-c6c3-4a0f-8dcf-b5cf1763cdbe',
    ],
  },
  on: on('traffic-entry'),
  check: ({ name, traits: { encryptedOnEntry } }) =>
    expect(encryptedOnEntry, (on) => on, `${name} takes requests that are not encrypted.`),
});
