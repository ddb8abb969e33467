import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-access-is-central',
  title: 'Access to a cluster comes from central identities and roles',
  severity: 'medium',
  criteria: {
    'CC6.1': 'There is no door of the cluster’s own beside the one that single sign-on guards.',
    'CC6.2': 'Taking someone out of the directory takes the cluster away from them, too.',
    'CC6.3': 'Rights in the cluster follow roles, so that not everyone who gets in may do everything.',
  },
  do: 'Keep role-based access on, and switch off local accounts, client certificates and the old attribute-based access.',
  aspects: {
    roles: {
      checkov: ['CKV_AZURE_5', 'CKV_GCP_7'],
      trivy: ['AVD-AZU-0042', 'AVD-GCP-0062'],
      kics: ['86f92117-eed8-4614-9c6c-b26da20ff37f', '5baa92d2-d8ee-4c75-88a4-52d9d8bb8067'],
    },
    'local-accounts': {
      checkov: ['CKV_AZURE_141', 'CKV_GCP_13'],
      trivy: ['AVD-GCP-0064'],
      kics: ['73fb21a1-b19a-45b1-b648-b47b1678681e'],
    },
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { rolesEnforced, localAccounts } }) => ({
    roles: expect(rolesEnforced, (on) => on, `${name} gives rights apart from roles.`),
    'local-accounts': expect(
      localAccounts,
      (has) => !has,
      `${name} can be opened by accounts or certificates of its own.`,
    ),
  }),
});
