import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'users-are-kept-in-one-directory',
  title: 'People are kept in one directory and not in each account',
  severity: 'info',
  criteria: {
    'CC6.2': 'Whoever leaves is removed in one place, and loses access to every account with it.',
    'CC6.1': 'The second factor and the sign-in of the organization hold for the account too.',
  },
  do: 'Let people come in through the identity center or a federation, and workloads by roles; accept a user that a service needs with its name.',
  equivalents: { checkov: ['CKV_AWS_273'] },
  on: on('identity'),
  check: ({ name, traits: { keptInAccount } }) =>
    expect(keptInAccount, (alone) => !alone, `${name} is a user of this account alone.`),
});
