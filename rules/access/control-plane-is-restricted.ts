import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'control-plane-is-restricted',
  title: 'The control plane of a cluster answers known networks only',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A stolen credential of the cluster is of no use from outside of the networks that are named.',
    'CC6.6': 'The way into the cluster’s administration is inside of the boundary.',
  },
  do: 'Name the networks that may reach the endpoint, or make it private.',
  equivalents: {
    checkov: ['CKV_AWS_38', 'CKV_AZURE_6', 'CKV_GCP_18', 'CKV_GCP_20'],
    trivy: ['AVD-AWS-0041', 'AVD-AZU-0041', 'AVD-GCP-0053', 'AVD-GCP-0061'],
    kics: ['61cf9883-1752-4768-b18c-0d57f2737709'],
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { endpointOpen } }) =>
    expect(endpointOpen, (open) => !open, `${name} has a control plane that any address reaches.`),
});
