import { expect, on, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

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
    const policy = promised(
      find('policy-document', statementsOn('password-length')),
      'no policy says how long passwords are',
    );
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    return expect(
      minimumLength,
      (length) => length >= value,
      (length) => `${name} allows passwords of ${length} characters, ${says(said)}`,
      { label: 'shorter than the policy says', related: sentence(said) },
    );
  },
});
