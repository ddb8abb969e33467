import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-keep-data-and-keys-apart',
  title: 'Policies don’t open all data or hand out keys of anyone',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A key that is lost opens what it was made for and not every object, parameter and secret.',
    'CC6.3': 'Whoever may make keys for others can act as them: few may, and for named ones.',
    'C1.1': 'Confidential data is open to those who were given it by name.',
  },
  do: 'Name the buckets, parameters, secrets and users that are meant, or bind the statement by a condition.',
  aspects: {
    credentials: { checkov: ['CKV_AWS_107', 'CKV_AWS_287'] },
    data: { checkov: ['CKV_AWS_108', 'CKV_AWS_288'] },
  },
  on: on('identity-policy'),
  check: ({ name, traits: { handsOutCredentials, readsEverything } }) => ({
    credentials: expect(handsOutCredentials, (on) => !on, `${name} allows to get keys, passwords or roles of anyone.`),
    data: expect(readsEverything, (on) => !on, `${name} allows to read all objects, parameters or secrets there are.`),
  }),
});
