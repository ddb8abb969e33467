import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'outside-code-runs-without-secrets',
  title: 'Code of strangers does not run where secrets are at hand',
  severity: 'critical',
  criteria: {
    'CC6.8': 'Code that nobody reviewed can’t run with the rights and secrets of the pipeline.',
    'CC6.1': 'The secrets that open production stay away from code that anyone can propose.',
  },
  do: 'Use the event pull_request, which has no secrets, or split the workflow: build without secrets, then act on the result by workflow_run without checking the code out.',
  on: on('workflow-job'),
  check: ({ name, traits: { outsideCodeCheckedOut } }) =>
    outsideCodeCheckedOut.length === 0
      ? pass()
      : outsideCodeCheckedOut.map(({ what, at, item }) =>
          fail(`${name} checks out code of a stranger in a run that has secrets (${what}).`, at, { item }),
        ),
});
