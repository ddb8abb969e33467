import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'trust-names-identities',
  title: 'Roles are handed to named identities, not to whole accounts',
  severity: 'low',
  criteria: {
    'CC6.1': 'Who may take on the role is decided here, not by whoever gives out rights in another account.',
    'CC6.3': 'The role goes to the duty that needs it and to nobody beside it.',
  },
  do: 'Name the roles that may take it on, or add a condition: an external id, a second factor, the ARN of the caller.',
  equivalents: { checkov: ['CKV_AWS_61'], kics: ['09c35abf-5852-4622-ac7a-b987b331232e'] },
  on: on('trust-policy'),
  check: ({ name, traits: { trustsWholeAccounts } }) =>
    expect(
      trustsWholeAccounts,
      (whole) => !whole,
      `${name} may be taken on by whoever another account lets, without a condition.`,
      {
        label: 'a whole account',
      },
    ),
});
