import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-are-kept-before-deletion',
  title: 'Encryption keys are not destroyed at once or by mistake',
  severity: 'low',
  criteria: {
    'A1.2': 'Deleting a key by mistake doesn’t at once destroy everything that it encrypts.',
  },
  do: 'Leave the waiting period at its default, or set it to a week or more; where the platform has no more than that, refuse to destroy it (prevent_destroy).',
  options: {
    days: {
      type: 'number',
      default: 7,
      min: 1,
      max: 120,
      about: 'The shortest wait before a key is destroyed, in days.',
    },
  },
  aspects: {
    wait: {},
    code: { checkov: ['CKV_GCP_82'] },
  },
  on: on('encryption-key'),
  check: ({ name, traits: { daysUntilDestroyed, destroyPrevented } }, { options: { days } }) => ({
    wait: expect(
      daysUntilDestroyed,
      (wait) => wait >= days,
      (wait) => `${name} is destroyed ${wait} days after it was scheduled for deletion.`,
    ),
    code: expect(destroyPrevented, (on) => on, `${name} is destroyed by whatever change replaces or removes it.`),
  }),
});
