import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'notebooks-stay-inside',
  title: 'Notebooks stay inside of the network',
  severity: 'medium',
  criteria: {
    'CC6.6': 'What goes in and out passes the border that is watched and not a way beside it.',
    'CC6.1': 'People who explore data can’t take away the settings that keep them to it.',
  },
  do: 'Set direct_internet_access = "Disabled" with a subnet, and root_access = "Disabled".',
  aspects: {
    internet: { checkov: ['CKV_AWS_122'] },
    root: { checkov: ['CKV_AWS_307'] },
  },
  on: on('notebook'),
  check: ({ name, traits: { directInternet, usersAreRoot } }) => ({
    internet: expect(directInternet, (on) => !on, `${name} reaches the internet around your network.`),
    root: expect(usersAreRoot, (on) => !on, `${name} makes its users administrators of the machine.`),
  }),
});
