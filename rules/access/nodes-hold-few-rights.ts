import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'nodes-hold-few-rights',
  title: 'Machines of clusters run as themselves, and keep their rights from pods',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Taking over one pod doesn’t give the rights of the machine, or of the whole project.',
    'CC6.3': 'What a workload may do is granted to that workload, and can be reviewed as such.',
  },
  do: 'Make a service account for the nodes with the few roles that they need, and give pods identities of their own.',
  aspects: {
    identity: {
      checkov: ['CKV2_GCP_1'],
      trivy: ['AVD-GCP-0050'],
      kics: ['1c8eef02-17b1-4a3e-b01d-dcc3292d2c38'],
    },
    metadata: { checkov: ['CKV_GCP_69'], trivy: ['AVD-GCP-0057'] },
  },
  on: on('cluster-nodes'),
  check: ({ name, traits: { runsAsDefault, credentialsHidden } }) => ({
    identity: expect(
      runsAsDefault,
      (shared) => !shared,
      `${name} has machines that run as the default service account.`,
    ),
    metadata: expect(
      credentialsHidden,
      (hidden) => hidden,
      `${name} hands the credentials of its machines to every pod.`,
    ),
  }),
});
