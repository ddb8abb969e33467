import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'artifacts-hold-no-token',
  title: 'The pipeline’s token does not end up in an artifact',
  severity: 'high',
  criteria: {
    'CC6.1': 'The token that a run used can’t be taken from what it published.',
  },
  do: 'Set persist-credentials: false at the checkout, or upload single folders and not the workspace.',
  on: on('workflow-job'),
  check: ({ name, traits: { keptCredentials } }) =>
    keptCredentials.length === 0
      ? pass()
      : keptCredentials.map(({ what, at, item }) =>
          fail(`${name} leaves the token on disk (${what}) and then uploads the whole workspace.`, at, { item }),
        ),
});
