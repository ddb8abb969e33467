import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'nodes-have-no-public-address',
  title: 'Machines of clusters have no address of the internet',
  severity: 'medium',
  criteria: {
    'CC6.1': 'What has no address outside can’t be asked for a login from outside.',
    'CC6.6': 'What pods offer is reached through a load balancer only, and not on the machine they run on.',
  },
  do: 'Make the nodes private, and let them out through a NAT gateway.',
  equivalents: {
    checkov: ['CKV_AZURE_143', 'CKV_GCP_25', 'CKV_GCP_64'],
    trivy: ['AVD-GCP-0059'],
    kics: ['6ccb85d7-0420-4907-9380-50313f80946b'],
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { nodesReachable } }) =>
    expect(nodesReachable, (open) => !open, `${name} gives its machines addresses of the internet.`),
});
