import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'secrets-are-rotated',
  title: 'Stored secrets are replaced on a schedule',
  severity: 'low',
  criteria: {
    'CC6.1': 'A secret that leaked without being noticed stops working by itself.',
    'CC6.2': 'Whoever left with a secret in mind doesn’t keep access.',
  },
  do: 'Add a rotation: aws_secretsmanager_secret_rotation with a function that replaces the secret.',
  equivalents: { checkov: ['CKV2_AWS_57'] },
  on: on('secret-store'),
  check: ({ name, traits: { rotated } }) => expect(rotated, (on) => on, `${name} is not replaced on a schedule.`),
});
