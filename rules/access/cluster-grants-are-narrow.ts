import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-grants-are-narrow',
  title: 'Grants in a cluster give neither everything nor a way to it',
  severity: 'high',
  criteria: {
    'CC6.3': 'Workloads and people hold the rights of their work, and nobody is given the whole cluster.',
    'CC6.1': 'Who takes over a workload can’t read every secret, act as another or run commands elsewhere.',
  },
  do: 'Bind a role that lists what is needed, in the namespace where it is needed, to an account of its own.',
  aspects: {
    everything: { trivy: ['AVD-KSV-0111'], kics: ['249328b8-5f0f-409f-b1dd-029f07882e11'] },
    everyone: {},
    'default-account': { checkov: ['CKV_K8S_42'] },
    commands: { checkov: ['CKV2_K8S_2'], trivy: ['AVD-KSV-0053'] },
    impersonation: { checkov: ['CKV2_K8S_3'] },
    services: { checkov: ['CKV2_K8S_4'] },
    secrets: { checkov: ['CKV2_K8S_5'], trivy: ['AVD-KSV-0041'] },
  },
  on: on('cluster-grant'),
  check: ({ name, traits }) => ({
    everything: expect(traits.wholeCluster, (on) => !on, `${name} gives all rights in the cluster.`, {
      label: 'cluster-admin',
    }),
    everyone: expect(traits.toAnybody, (on) => !on, `${name} goes to everybody.`, { label: 'everybody' }),
    'default-account': expect(
      traits.toDefaultAccount,
      (on) => !on,
      `${name} goes to the account of every workload that chooses none.`,
      { label: 'an account of everyone' },
    ),
    commands: expect(traits.runsInPods, (on) => !on, `${name} lets a workload run commands in other pods.`, {
      label: 'commands',
    }),
    impersonation: expect(traits.impersonates, (on) => !on, `${name} lets a workload act as somebody else.`, {
      label: 'impersonate',
    }),
    services: expect(traits.changesServices, (on) => !on, `${name} lets a workload change where services lead.`, {
      label: 'services',
    }),
    secrets: expect(traits.readsSecrets, (on) => !on, `${name} lets a workload read every secret it reaches.`, {
      label: 'secrets',
    }),
  }),
});
