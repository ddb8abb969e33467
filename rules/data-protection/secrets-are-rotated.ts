import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'secrets-are-rotated',
  title: 'Stored secrets are replaced on a schedule',
  severity: 'low',
  criteria: {
    'CC6.1': 'A secret that leaked without being noticed stops working by itself.',
    'CC6.2': 'Whoever left with a secret in mind doesn’t keep access.',
  },
  do: 'Add a rotation: aws_secretsmanager_secret_rotation with a function that replaces the secret, every 90 days or more often.',
  aspects: {
    schedule: { checkov: ['CKV2_AWS_57'] },
    interval: { checkov: ['CKV_AWS_304'] },
  },
  options: {
    days: { type: 'number', default: 90, min: 1, max: 365, about: 'The most days that a secret may stay the same.' },
  },
  on: on('secret-store'),
  check: ({ name, traits: { rotated, rotatedEveryDays } }, { options }) => ({
    schedule: expect(rotated, (on) => on, `${name} is not replaced on a schedule.`),
    interval: expect(
      rotatedEveryDays,
      (days) => days <= options.days,
      (days) => `${name} stays the same for ${days} days.`,
    ),
  }),
});
