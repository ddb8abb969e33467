import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'network-flows-are-logged',
  title: 'Connections in the network are recorded',
  severity: 'medium',
  criteria: {
    'CC6.6': 'That the boundary holds can be checked against what went through it.',
    'CC7.2': 'Connections to where nothing should connect can be noticed.',
    'CC7.3': 'After an incident the record says what an intruder reached.',
  },
  do: 'Declare a flow log for the network, or log_config for the subnetwork.',
  equivalents: {
    checkov: ['CKV2_AWS_11', 'CKV_GCP_26'],
    trivy: ['AVD-AWS-0178', 'AVD-GCP-0029'],
    kics: ['f83121ea-03da-434f-9277-9cd247ab3047', '40430747-442d-450a-a34f-dc57149f4609'],
  },
  on: on('network'),
  check: ({ name, traits: { flowLogged } }) =>
    expect(flowLogged, (on) => on, `${name} keeps no record of its connections.`),
});
