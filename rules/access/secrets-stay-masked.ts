import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'secrets-stay-masked',
  title: 'Secrets are masked in logs',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A secret that a pipeline uses can not be read from its logs.',
    'C1.1': 'What is confidential is hidden wherever a run prints it.',
  },
  do: 'Keep each value as a secret of its own, or mask it with ::add-mask:: before it is used.',
  equivalents: { zizmor: ['unredacted-secrets'] },
  on: on('workflow-job'),
  check: ({ name, traits: { unmaskedSecrets } }) =>
    !unmaskedSecrets
      ? []
      : unmaskedSecrets.length === 0
        ? pass()
        : unmaskedSecrets.map(({ what, at, item }) =>
            fail(`${name} takes a part out of a secret, which is not masked (${what}).`, at, { item }),
          ),
});
