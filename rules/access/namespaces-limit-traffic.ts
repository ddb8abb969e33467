import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'namespaces-limit-traffic',
  title: 'Namespaces say who may talk to their pods',
  severity: 'low',
  criteria: {
    'CC6.6': 'Only who has to can reach a program, so that a break-in somewhere else in the cluster stays there.',
  },
  do: 'Add a NetworkPolicy with an empty podSelector to the namespace, and policies for what is allowed.',
  on: on('cluster-namespace'),
  check: ({ name, traits: { trafficLimited } }) =>
    expect(trafficLimited, (is) => is, `${name} has no policy that says for all its pods who may talk to them.`),
});
