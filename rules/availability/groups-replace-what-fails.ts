import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'groups-replace-what-fails',
  title: 'Groups of machines replace what no longer answers, in more than one zone',
  severity: 'low',
  criteria: {
    'A1.2': 'A machine that hangs, or a zone that fails, is made up for without anyone being called.',
    'A1.1': 'The capacity that was planned is there, not only machines that are switched on.',
  },
  do: 'Set health_check_type = "ELB" behind a load balancer, and name subnets of several zones.',
  aspects: {
    health: {},
    zones: {},
  },
  on: on('machine-group'),
  check: ({ name, traits: { replacesUnhealthy, spreadOverZones } }) => ({
    health: expect(replacesUnhealthy, (on) => on, `${name} keeps machines that run and no longer answer.`),
    zones: expect(spreadOverZones, (spread) => spread, `${name} has all of its machines in one zone.`),
  }),
});
