import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-requires-tls',
  title: 'Databases refuse connections without encryption',
  severity: 'medium',
  criteria: {
    'CC6.7': 'Passwords and records can’t be read or changed on their way between service and database.',
    'C1.1': 'Confidential records are protected while they move inside of the network too.',
  },
  do: 'Require it on the server: rds.force_ssl or require_secure_transport in the parameter group, ssl_mode = "ENCRYPTED_ONLY", enforce_https, node_to_node_encryption, transit_encryption_enabled, by the service.',
  aspects: {
    clients: {
      checkov: [
        'CKV_AWS_30',
        'CKV_AWS_31',
        'CKV_AWS_83',
        'CKV_AWS_105',
        'CKV2_AWS_49',
        'CKV2_AWS_69',
        'CKV_AZURE_28',
        'CKV_AZURE_29',
        'CKV_AZURE_91',
        'CKV_GCP_6',
        'CKV_GCP_97',
      ],
      trivy: ['AVD-AWS-0046', 'AVD-AWS-0051', 'AVD-AZU-0020', 'AVD-GCP-0015'],
      kics: [
        '2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e',
        '1afbb3fa-cf6c-4a3d-b730-95e9f4df343e',
        '73e42469-3a86-4f39-ad78-098f325b4e9f',
        '0437633b-daa6-4bbc-8526-c0d2443b946e',
        'e29a75e6-aba3-4896-b42d-b87818c16b58',
        '02474449-71aa-40a1-87ae-e14497747b00',
      ],
    },
    nodes: { checkov: ['CKV_AWS_6'], trivy: ['AVD-AWS-0043'], kics: ['967eb3e6-26fc-497d-8895-6428beb6e8e2'] },
  },
  on: on('database'),
  check: ({ name, traits: { requiresTls, encryptedBetweenNodes } }) => ({
    clients: expect(requiresTls, (on) => on, `${name} takes connections that are not encrypted.`, {
      label: 'plain connections taken',
    }),
    nodes: expect(encryptedBetweenNodes, (on) => on, `${name} sends records from node to node without encryption.`),
  }),
});
