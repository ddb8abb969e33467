import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-can-be-used',
  title: 'Encryption keys are switched on',
  severity: 'medium',
  criteria: {
    'A1.2': 'What was encrypted with the key can be read when it is needed.',
  },
  do: 'Leave is_enabled at its default; a key that is no longer needed is scheduled for deletion.',
  equivalents: { checkov: ['CKV_AWS_227'] },
  on: on('encryption-key'),
  check: ({ name, traits: { usable } }) =>
    expect(usable, (on) => on, `${name} is switched off: what it encrypted can’t be read.`),
});
