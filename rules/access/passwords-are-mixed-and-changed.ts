import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'passwords-are-mixed-and-changed',
  title: 'Passwords of the account mix characters and are changed',
  severity: 'info',
  criteria: {
    'CC6.1': 'Where a policy of the organization asks for mixed and changed passwords, the account enforces it.',
  },
  do: 'Set the require_… arguments and max_password_age, or accept this with the policy that asks for length and a second factor instead.',
  aspects: {
    'lower-case': { checkov: ['CKV_AWS_11'], trivy: ['AVD-AWS-0058'] },
    'upper-case': { checkov: ['CKV_AWS_15'], trivy: ['AVD-AWS-0061'] },
    digits: { checkov: ['CKV_AWS_12'], trivy: ['AVD-AWS-0059'] },
    symbols: { checkov: ['CKV_AWS_14'], trivy: ['AVD-AWS-0060'] },
    age: { checkov: ['CKV_AWS_9'], trivy: ['AVD-AWS-0062'] },
  },
  options: {
    days: { type: 'number', default: 90, min: 1, max: 1095, about: 'The most days that a password may last.' },
  },
  on: on('password-policy'),
  check: ({ name, traits }, { options }) => ({
    'lower-case': expect(traits.asksForLowerCase, (on) => on, `${name} takes passwords without a small letter.`),
    'upper-case': expect(traits.asksForUpperCase, (on) => on, `${name} takes passwords without a capital letter.`),
    digits: expect(traits.asksForDigits, (on) => on, `${name} takes passwords without a digit.`),
    symbols: expect(traits.asksForSymbols, (on) => on, `${name} takes passwords of letters and digits only.`),
    age: expect(
      traits.validDays,
      (days) => days > 0 && days <= options.days,
      (days) => `${name} lets a password last ${days > 0 ? `for ${days} days` : 'for good'}.`,
    ),
  }),
});
