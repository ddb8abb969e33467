import { notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'passwords-are-as-long-as-the-policy-says',
  title: 'Passwords have to be as long as the policy on authentication promises',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Passwords are as hard to guess as the policy asks for, because the account refuses shorter ones.',
    'CC5.3': 'What the policy on passwords lays down is carried out by the settings of the account.',
  },
  do: 'Raise the minimum length to the one that the policy states, or change the policy and have it approved.',
  on: on('password-policy'),
  needs: ['policy-document'],
  check: ({ name, traits: { minimumLength } }, { find }) => {
    const said = find('policy-document', statementsOn('password-length'));
    const [first] = said;
    if (!first) return notApplicable('no policy says how long passwords are');
    const { value } = first;
    if (!value.known) return unknown(value.reason, value.at);
    if (said.some((other) => !other.value.known || other.value.value !== value.value))
      return notApplicable('the policies differ: policies-agree looks at that');
    return expect(
      minimumLength,
      (length) => length >= value.value,
      (length) => `${name} allows passwords of ${length} characters, and ${first.document} says: "${first.quote}"`,
      { label: 'shorter than the policy says', related: [{ name: first.document, at: first.at }] },
    );
  },
});
