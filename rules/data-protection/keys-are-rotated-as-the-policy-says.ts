import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

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
    const said = find('policy-document', statementsOn('key-rotation'));
    const [first] = said;
    if (!first) return notApplicable('no policy says how often keys are rotated');
    if (!isApplicable(rotationDays)) return rotationDays;
    const { value } = first;
    if (!value.known) return unknown(value.reason, value.at);
    if (said.some((other) => !other.value.known || other.value.value !== value.value))
      return notApplicable('the policies differ: policies-agree looks at that');
    return expect(
      rotationDays,
      (days) => days > 0 && days <= value.value,
      (days) =>
        `${name} is ${days === 0 ? 'never rotated' : `rotated every ${days} days`}, and ${first.document} says: "${first.quote}"`,
      { label: 'less often than the policy says', related: [{ name: first.document, at: first.at }] },
    );
  },
});
