import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'log-lines-give-no-commands',
  title: 'A line in the log cannot set variables or paths',
  severity: 'high',
  criteria: {
    'CC6.8': 'Output of a tool or of tested code can’t slip a program or setting into the steps that follow.',
  },
  do: 'Remove ACTIONS_ALLOW_UNSECURE_COMMANDS and write to GITHUB_ENV and GITHUB_PATH instead.',
  equivalents: {
    zizmor: ['insecure-commands'],
    checkov: ['CKV_GHA_1'],
    kics: ['60fd272d-15f4-4d8f-afe4-77d9c6cc0453'],
  },
  on: on('workflow-job'),
  check: ({ name, traits: { insecureCommands } }) =>
    insecureCommands.length === 0
      ? pass()
      : insecureCommands.map(({ what, at, item }) =>
          fail(`${name} sets ${what}, so that any line of output can change its environment.`, at, { item }),
        ),
});
