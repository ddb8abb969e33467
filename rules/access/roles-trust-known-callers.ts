import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'roles-trust-known-callers',
  title: 'Roles may only be taken on by callers that are named',
  severity: 'critical',
  criteria: {
    'CC6.1': 'Only identities that the organization chose can get the rights of the role.',
    'CC6.6': 'Other accounts stay outside of the boundary unless they were let in by name.',
  },
  do: 'Name the accounts, roles or services in the trust policy, or bind it to the organization by a condition.',
  equivalents: { checkov: ['CKV_AWS_60'], kics: ['12b7e704-37f0-4d1e-911a-44bf60c48c21'] },
  on: on('trust-policy'),
  check: ({ name, traits: { trustsEveryone } }) =>
    expect(trustsEveryone, (open) => !open, `${name} may be taken on by anyone.`, { label: 'any caller' }),
});
