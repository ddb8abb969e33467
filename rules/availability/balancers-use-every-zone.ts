import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'balancers-use-every-zone',
  title: 'Load balancers use the servers of every zone',
  severity: 'low',
  criteria: {
    'A1.1': 'Load is spread over all servers there are, and not by how many stand in a zone.',
    'A1.2': 'When the servers of one zone fail, those of the others take its requests over.',
  },
  do: 'Set enable_cross_zone_load_balancing = true (cross_zone_load_balancing on a classic one).',
  equivalents: { checkov: ['CKV_AWS_138', 'CKV_AWS_152'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { usesEveryZone } }) =>
    expect(usesEveryZone, (on) => on, `${name} hands requests only to servers in the zone they came in by.`),
});
