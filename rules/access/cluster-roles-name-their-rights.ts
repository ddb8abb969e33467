import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-roles-name-their-rights',
  title: 'Roles in a cluster name the rights that they give',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A role gives what its name says, and nothing that is added to the cluster later.',
    'CC6.3': 'Rights can be reviewed only where they are named.',
  },
  do: 'Name the groups, resources and verbs instead of *.',
  equivalents: {
    checkov: ['CKV_K8S_49'],
    trivy: ['AVD-KSV-0044', 'AVD-KSV-0045', 'AVD-KSV-0046'],
    kics: ['6b896afb-ca07-467a-b256-1a0077a1c08e'],
    'kube-linter': ['wildcard-in-rules'],
  },
  on: on('cluster-role'),
  check: ({ name, traits: { powers } }) =>
    expect(powers.everything, (is) => !is, `${name} gives rights to everything of a sort.`),
});
