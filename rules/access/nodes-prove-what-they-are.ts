import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'nodes-prove-what-they-are',
  title: 'Machines show what they are before they join a cluster',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A credential that was taken from a machine doesn’t make another one a part of the cluster.',
    'CC6.8': 'A machine whose start was tampered with doesn’t get work or secrets.',
  },
  do: 'Leave shielded nodes switched on.',
  equivalents: {
    checkov: ['CKV_GCP_71'],
    trivy: ['AVD-GCP-0055'],
    kics: ['579a0727-9c29-4d58-8195-fc5802a8bdb4'],
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { nodesVerified } }) =>
    expect(nodesVerified, (on) => on, `${name} takes machines that don’t show what they are.`),
});
