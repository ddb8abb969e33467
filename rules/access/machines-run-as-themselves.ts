import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-run-as-themselves',
  title: 'Machines run as an identity of their own with the rights they need',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Taking over one machine doesn’t give the rights that all of them share.',
    'CC6.3': 'What a machine may do follows from what it is for, and can be reviewed as such.',
  },
  do: 'Make a service account for the work, grant it the roles it needs, and name it in the machine.',
  aspects: {
    identity: { checkov: ['CKV_GCP_30'], trivy: ['AVD-GCP-0044'], kics: ['3cb4af0b-056d-4fb1-8b95-fdc4593625ff'] },
    scopes: { checkov: ['CKV_GCP_31'], kics: ['bc280331-27b9-4acb-a010-018e8098aa5d'] },
  },
  on: on('compute-instance'),
  check: ({ name, traits: { runsAsDefault, mayUseEveryApi } }) => ({
    identity: expect(runsAsDefault, (shared) => !shared, `${name} runs as the default service account.`),
    scopes: expect(mayUseEveryApi, (all) => !all, `${name} may use every API as the default service account.`),
  }),
});
