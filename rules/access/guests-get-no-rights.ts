import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'guests-get-no-rights',
  title: 'Who has not signed in gets no rights in the cloud',
  severity: 'high',
  criteria: {
    'CC6.1': 'Rights in the cloud are handed out after a sign-in, not before it.',
    'CC6.2': 'Whoever holds credentials was registered first.',
  },
  do: 'Set allow_unauthenticated_identities = false.',
  equivalents: { checkov: ['CKV_AWS_366'] },
  on: on('identity-pool'),
  check: ({ name, traits: { guestsAdmitted } }) =>
    expect(guestsAdmitted, (on) => !on, `${name} gives credentials to who has not signed in.`),
});
