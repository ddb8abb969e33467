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
    checkov: [
      'CKV_AWS_103',
      'CKV_AWS_174',
      'CKV_AWS_206',
      'CKV_AWS_228',
      'CKV_AZURE_15',
      'CKV_AZURE_145',
      'CKV_AZURE_44',
      'CKV_AZURE_52',
      'CKV_AZURE_54',
      'CKV_AZURE_147',
      'CKV_AZURE_148',
      'CKV_GCP_4',
    ],
    trivy: [
      'AVD-AWS-0005',
      'AVD-AWS-0013',
      'AVD-AWS-0047',
      'AVD-AWS-0126',
      'AVD-AZU-0006',
      'AVD-GCP-0039',
      'AVD-AZU-0011',
      'AVD-AZU-0026',
    ],
    kics: [
      '00e5e55e-c2ff-46b3-a757-a7a1cd802456',
      '14a457f0-473d-4d1d-9e37-6d99b355b336',
      '126c1788-23c2-4a10-906c-ef179f4f96ec',
      '4e1cc5d3-2811-4fb2-861c-ee9b3cb7f90b',
      '8263f146-5e03-43e0-9cfe-db960d56d1e7',
    ],
  },
  on: having('minimumTlsVersion'),
  check: ({ name, traits: { minimumTlsVersion } }) =>
    expect(
      minimumTlsVersion,
      // A version of SSL is named as such and older than all of them.
      (version) => version >= '1.2' && version < '2',
      (version) => `${name} is set to accept TLS ${version}.`,
      {
        label: 'an old version of TLS',
      },
    ),
});
