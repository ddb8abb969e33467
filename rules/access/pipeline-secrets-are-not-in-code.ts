import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-secrets-are-not-in-code',
  title: 'Pipeline secrets are not written in the code that declares them',
  severity: 'high',
  criteria: {
    'CC6.1': 'Reading the repository is not enough to get hold of the credentials that pipelines use.',
  },
  do: 'Take the value from a sensitive variable or a secret store, and rotate the one that was written here.',
  equivalents: { checkov: ['CKV_GIT_4'] },
  on: on('pipeline-secret'),
  check: ({ name, traits: { plaintext } }) =>
    expect(plaintext, (value) => value === undefined, `The value of ${name} stands in the code.`, {
      label: 'a secret in the code',
    }),
});
