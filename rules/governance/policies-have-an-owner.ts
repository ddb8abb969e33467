import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-have-an-owner',
  title: 'Every policy has an owner',
  severity: 'medium',
  criteria: {
    'CC1.3': 'An owner by name shows who has the authority over what the policy lays down.',
    'CC1.5': 'Someone can be held to account for what a policy says only if it says who.',
    'CC5.3': 'A policy that somebody owns is kept true and carried out.',
  },
  do: 'Name the role that answers for it: `owner: Head of Security` in front matter, or a line "Owner: ...".',
  shows: 'document',
  on: on('policy-document'),
  check: ({ name, traits: { owner } }) =>
    expect(owner, (role) => role !== undefined, `${name} names no owner.`, { label: 'no owner' }),
});
