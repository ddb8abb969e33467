import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'network-policies-cover-workloads',
  title: 'Where network policies are kept, they cover every workload beside them',
  severity: 'low',
  criteria: {
    'CC6.6': 'Who may talk to a workload is laid down for each of them, and none is left out.',
  },
  do: 'Add a policy that denies everything in the namespace, and one for what each workload needs.',
  equivalents: {
    checkov: ['CKV2_K8S_6'],
    trivy: ['AVD-KSV-0038'],
    kics: ['0401f71b-9c1e-4821-ab15-a955caa621be', '85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3'],
  },
  on: on('workload'),
  check: ({ name, traits: { coveredByNetworkPolicy } }) =>
    expect(coveredByNetworkPolicy, (covered) => covered, `No network policy covers ${name}.`, { label: 'not covered' }),
});
