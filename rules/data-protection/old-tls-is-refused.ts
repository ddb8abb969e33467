import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'old-tls-is-refused',
  title: 'TLS older than 1.2 is refused',
  severity: 'medium',
  criteria: {
    'CC6.7': 'Connections can’t be talked down to a version whose encryption has been broken.',
  },
  do: 'Set the oldest version that is accepted to TLS 1.2 or later.',
  equivalents: {
    checkov: ['CKV_AWS_228', 'CKV_AZURE_44', 'CKV_AZURE_52', 'CKV_AZURE_54', 'CKV_AZURE_147', 'CKV_AZURE_148'],
    trivy: ['AVD-AWS-0126', 'AVD-AZU-0011', 'AVD-AZU-0026'],
    kics: ['8263f146-5e03-43e0-9cfe-db960d56d1e7'],
  },
  on: having('minimumTlsVersion'),
  check: ({ name, traits: { minimumTlsVersion } }) =>
    expect(
      minimumTlsVersion,
      (version) => version >= '1.2',
      (version) => `${name} is set to accept TLS ${version}.`,
      {
        label: 'an old version of TLS',
      },
    ),
});
