import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-roles-name-what-they-allow',
  title: 'Roles of a cluster name what they allow',
  severity: 'medium',
  criteria: {
    'CC6.3': 'A role gives what the work needs: what a new version of the cluster brings is not in it by itself.',
    'CC6.1': 'Who has the role can do what it lists, and not everything that there is.',
  },
  do: 'List the groups, resources and verbs that are needed instead of "*".',
  equivalents: {
    checkov: ['CKV_K8S_49'],
    trivy: ['AVD-KSV-0044', 'AVD-KSV-0045', 'AVD-KSV-0046'],
    kics: ['6b896afb-ca07-467a-b256-1a0077a1c08e'],
  },
  on: on('cluster-role'),
  check: ({ name, traits: { wildcard } }) =>
    expect(wildcard, (on) => !on, `${name} allows whatever there is ("*").`, { label: 'everything' }),
});
