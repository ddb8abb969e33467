import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'certificates-are-publicly-listed',
  title: 'Certificates are entered in the public logs',
  severity: 'low',
  criteria: {
    'CC6.7': 'Browsers take the certificate without a warning, so people don’t learn to click warnings away.',
    'CC7.2': 'A certificate that somebody else gets for the name stands out in a list that is whole.',
  },
  do: 'Leave certificate_transparency_logging_preference at "ENABLED".',
  equivalents: { checkov: ['CKV_AWS_234'] },
  on: on('certificate'),
  check: ({ name, traits: { publiclyListed } }) =>
    expect(publiclyListed, (on) => on, `${name} is kept out of the public logs of certificates.`),
});
