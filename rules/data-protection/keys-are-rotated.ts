import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-are-rotated',
  title: 'Encryption keys are rotated',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A key that was taken opens only what was encrypted in one period.',
    'C1.1': 'The protection of confidential data is renewed without anybody having to remember it.',
  },
  do: 'Switch rotation on: enable_key_rotation = true, rotation_period, or a rotation_policy.',
  equivalents: {
    checkov: ['CKV_AWS_7', 'CKV_GCP_43'],
    trivy: ['AVD-AWS-0065', 'AVD-GCP-0065'],
    kics: ['22fbfeac-7b5a-421a-8a27-7a2178bb910b', 'd8c57c4e-bf6f-4e32-a2bf-8643532de77b'],
  },
  options: {
    days: {
      type: 'number',
      default: 366,
      min: 1,
      max: 3650,
      about: 'The longest time between two rotations, in days.',
    },
  },
  on: on('encryption-key'),
  check: ({ name, traits: { rotationDays } }, { options: { days } }) =>
    expect(
      rotationDays,
      (every) => every > 0 && every <= days,
      (every) => (every > 0 ? `${name} is rotated every ${every} days only.` : `${name} is never rotated.`),
    ),
});
