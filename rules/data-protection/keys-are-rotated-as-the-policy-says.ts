import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'keys-are-rotated-as-the-policy-says',
  title: 'Encryption keys are rotated as often as the encryption policy promises',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A key that leaks opens data for no longer than the policy allows.',
    'CC5.3': 'What the policy on keys lays down is carried out by the settings of the keys.',
  },
  do: 'Switch rotation on with the period that the policy states, or change the policy and have it approved.',
  on: on('encryption-key'),
  needs: ['policy-document'],
  check: ({ name, traits: { rotationDays } }, { find }) => {
    const policy = promised(
      find('policy-document', statementsOn('key-rotation')),
      'no policy says how often keys are rotated',
    );
    if (!isApplicable(rotationDays)) return rotationDays;
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    return expect(
      rotationDays,
      (days) => days > 0 && days <= value,
      (days) => `${name} is ${days === 0 ? 'never rotated' : `rotated every ${days} days`}, ${says(said)}`,
      { label: 'less often than the policy says', related: sentence(said) },
    );
  },
});
