import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'deploy-keys-only-read',
  title: 'A deploy key can not push',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A key that lies on a machine, bound to no person, can not change the code.',
    'CC8.1': 'Nothing comes onto a branch by a key that stands outside of reviews.',
  },
  do: 'Set read_only to true; what has to push gets a token of an app, limited to that repository.',
  on: on('deploy-key'),
  check: ({ name, traits: { readOnly } }) =>
    expect(readOnly, (is) => is, `${name} can push to the repository.`, { label: 'can push' }),
});
