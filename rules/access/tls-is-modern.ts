import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'tls-is-modern',
  title: 'Entries for traffic refuse versions of TLS that are broken',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Logins and sessions travel in an encryption that can’t be talked down to a weak one.',
    'CC6.7': 'Data in transit is protected by versions of the protocol that nobody is known to break.',
  },
  do: 'Choose a security policy that starts at TLS 1.2.',
  equivalents: {
    checkov: ['CKV_AWS_103', 'CKV_AWS_174', 'CKV_AWS_206'],
    trivy: ['AVD-AWS-0047', 'AVD-AWS-0013', 'AVD-AWS-0005', 'AVD-GCP-0039'],
    kics: ['126c1788-23c2-4a10-906c-ef179f4f96ec', '4e1cc5d3-2811-4fb2-861c-ee9b3cb7f90b'],
  },
  on: on('traffic-entry'),
  check: ({ name, traits: { minimumTlsVersion } }) =>
    expect(
      minimumTlsVersion,
      (version) => version >= '1.2' && version < '2',
      (version) => `${name} still takes TLS ${version}.`,
    ),
});
