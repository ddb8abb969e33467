import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipelines-hold-no-passwords',
  title: 'No password is written into a pipeline',
  severity: 'high',
  criteria: {
    'CC6.1': 'Whoever can read the repository doesn’t thereby get a password to another system.',
  },
  do: 'Keep the password as a secret and refer to it; change the one that was written here.',
  equivalents: { zizmor: ['hardcoded-container-credentials'] },
  on: on('workflow-job'),
  check: ({ name, traits: { literalCredentials } }) =>
    literalCredentials.length === 0
      ? pass()
      : literalCredentials.map(({ what, at, item }) => fail(`${name} holds ${what}.`, at, { item })),
});
