import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'databases-ask-for-a-sign-in',
  title: 'Databases and caches ask for a sign-in',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Being inside of the network is not enough to read what is kept there.',
    'C1.1': 'Confidential values in a cache are open to the systems that need them, not to each that can reach it.',
  },
  do: 'Give it a token (auth_token, auth_enabled) or users with rights of their own (user_group_ids), with encryption on the way.',
  equivalents: { checkov: ['CKV_AWS_31', 'CKV_GCP_95'] },
  on: on('database'),
  check: ({ name, traits: { signInRequired } }) =>
    expect(signInRequired, (on) => on, `${name} answers whoever reaches it, without a sign-in.`),
});
