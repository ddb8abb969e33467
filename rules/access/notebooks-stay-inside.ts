import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'notebooks-stay-inside',
  title: 'Notebooks stay inside of the network',
  severity: 'medium',
  criteria: {
    'CC6.6': 'What goes in and out passes the border that is watched and not a way beside it.',
    'CC6.1': 'People who explore data can’t take away the settings that keep them to it.',
  },
  do: 'Keep it in a subnet without an address or a way of its own to the internet, and take root away from its users.',
  aspects: {
    internet: { checkov: ['CKV_AWS_122', 'CKV_GCP_89'] },
    root: { checkov: ['CKV_AWS_307'] },
  },
  on: on('notebook'),
  check: ({ name, traits: { directInternet, usersAreRoot } }) => ({
    internet: expect(directInternet, (on) => !on, `${name} reaches the internet around your network.`),
    root: expect(usersAreRoot, (on) => !on, `${name} makes its users administrators of the machine.`),
  }),
});
