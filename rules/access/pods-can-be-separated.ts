import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pods-can-be-separated',
  title: 'Clusters enforce network policies between pods',
  severity: 'low',
  criteria: {
    'CC6.1': 'A workload that is taken over reaches only those that it has to talk to.',
    'CC6.6': 'Borders inside of the cluster hold, because something enforces what the policies say.',
  },
  do: 'Choose a network policy engine for the cluster: network_policy on AKS, Dataplane V2 or network_policy on GKE.',
  equivalents: {
    checkov: ['CKV_AZURE_7', 'CKV_GCP_12'],
    trivy: ['AVD-AZU-0043', 'AVD-GCP-0056'],
    kics: ['f5342045-b935-402d-adf1-8dbbd09c0eef', '11e7550e-c4b6-472e-adff-c698f157cdd7'],
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { networkPolicies } }) =>
    expect(networkPolicies, (on) => on, `${name} ignores network policies.`),
});
