import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-survives-a-zone',
  title: 'Databases go on when a zone fails',
  severity: 'medium',
  criteria: {
    'A1.2': 'The loss of one data centre doesn’t stop the service or lose its latest data.',
    'CC9.1': 'A likely disruption has been planned for where it would hurt most.',
  },
  do: 'Spread it: multi_az, availability_type = "REGIONAL", zone_redundant, high_availability, or a second instance of the cluster.',
  equivalents: { checkov: ['CKV_AWS_157', 'CKV_AZURE_229'] },
  on: on('database'),
  check: ({ name, traits: { spreadOverZones } }) =>
    expect(spreadOverZones, (on) => on, `${name} stands in one zone only.`),
});
