import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'names-are-signed',
  title: 'Answers for names are signed',
  severity: 'low',
  criteria: {
    'CC6.7': 'Nobody on the way can send people and their data to another server by a forged answer.',
  },
  do: 'Sign the zone: an aws_route53_key_signing_key and an aws_route53_hosted_zone_dnssec.',
  equivalents: { checkov: ['CKV2_AWS_38'] },
  on: on('dns-zone'),
  check: ({ name, traits: { answersSigned } }) =>
    expect(answersSigned, (on) => on, `${name} answers without signatures.`),
});
