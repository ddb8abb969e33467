import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-accepts-identities',
  title: 'Databases accept identities of the directory',
  severity: 'low',
  criteria: {
    'CC6.1': 'People and workloads can sign in as themselves, so that nobody needs a password that is shared.',
    'CC6.2': 'Access to the database ends with the account in the directory.',
  },
  do: 'Switch it on: iam_database_authentication_enabled, an azuread_administrator block, or the flag cloudsql.iam_authentication.',
  equivalents: {
    checkov: ['CKV_AWS_161', 'CKV_AWS_162', 'CKV2_AZURE_7', 'CKV2_AZURE_27'],
    trivy: ['AVD-AWS-0176'],
    kics: ['88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6', 'a3a055d2-9a2e-4cc9-b9fb-12850a1a3a4b'],
  },
  on: on('database'),
  check: ({ name, traits: { acceptsIdentities } }) =>
    expect(acceptsIdentities, (on) => on, `${name} accepts no identities of the cloud or the directory.`),
});
