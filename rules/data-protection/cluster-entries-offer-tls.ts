import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-entries-offer-tls',
  title: 'Ways into a cluster are encrypted',
  severity: 'medium',
  criteria: {
    'CC6.7': 'What people send to the system can’t be read on its way.',
    'CC6.1': 'Passwords and sessions don’t cross the network in the open.',
  },
  do: 'Name a certificate for its hosts (spec.tls), or the annotation by which the load balancer takes one.',
  equivalents: { kics: ['fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f'] },
  on: on('cluster-entry'),
  check: ({ name, traits: { offersTls } }) => expect(offersTls, (is) => is, `${name} offers no encrypted connection.`),
});
