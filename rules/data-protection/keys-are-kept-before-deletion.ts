import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-are-kept-before-deletion',
  title: 'Encryption keys can be brought back for a while',
  severity: 'low',
  criteria: {
    'A1.2': 'Deleting a key by mistake doesn’t at once destroy everything that it encrypts.',
  },
  do: 'Leave the waiting period at its default, or set it to a week or more.',
  options: {
    days: {
      type: 'number',
      default: 7,
      min: 1,
      max: 120,
      about: 'The shortest wait before a key is destroyed, in days.',
    },
  },
  on: on('encryption-key'),
  check: ({ name, traits: { daysUntilDestroyed } }, { options: { days } }) =>
    expect(
      daysUntilDestroyed,
      (wait) => wait >= days,
      (wait) => `${name} is destroyed ${wait} days after it was scheduled for deletion.`,
    ),
});
