import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'certificates-are-replaced-before-removal',
  title: 'A new certificate is in place before the old one is taken away',
  severity: 'low',
  criteria: {
    'A1.2': 'Replacing a certificate doesn’t leave the service without one while the new one is issued.',
  },
  do: 'Add lifecycle { create_before_destroy = true } to the certificate.',
  equivalents: { checkov: ['CKV_AWS_233'] },
  on: on('certificate'),
  check: ({ name, traits: { replacedBeforeRemoval } }) =>
    expect(replacedBeforeRemoval, (on) => on, `${name} is taken away before its successor is there.`),
});
