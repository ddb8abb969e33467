import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'passwords-are-long',
  title: 'Passwords of the account are long and not used again',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A long password withstands guessing, which is the cheapest way past a login.',
  },
  do: 'Ask for a minimum length in the account’s password policy, and remember former passwords.',
  aspects: {
    length: { checkov: ['CKV_AWS_10'], trivy: ['AVD-AWS-0063'] },
    reuse: { checkov: ['CKV_AWS_13'], trivy: ['AVD-AWS-0056'] },
  },
  options: {
    length: { type: 'number', default: 14, min: 8, max: 128, about: 'The fewest characters that are long enough.' },
    remembered: { type: 'number', default: 5, min: 1, max: 24, about: 'How many former passwords have to be refused.' },
  },
  on: on('password-policy'),
  check: ({ name, traits: { minimumLength, remembered } }, { options }) => ({
    length: expect(
      minimumLength,
      (length) => length >= options.length,
      (length) => `${name} takes passwords of ${length} characters.`,
    ),
    reuse: expect(
      remembered,
      (count) => count >= options.remembered,
      (count) => `${name} takes a former password again${count > 0 ? ` after ${count} others` : ''}.`,
    ),
  }),
});
