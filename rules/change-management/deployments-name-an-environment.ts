import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'deployments-name-an-environment',
  title: 'Deployments go through a named environment',
  severity: 'medium',
  criteria: {
    'CC8.1':
      'Only through a named environment can approval before release and limits on branches be enforced and shown.',
  },
  do: 'Name the environment at the job that deploys (environment: production), and protect that environment with reviewers.',
  on: on('workflow-job'),
  check: ({ name, traits: { deploys, environment } }) =>
    deploys.length === 0
      ? []
      : expect(
          environment,
          (named) => named !== undefined,
          `${name} deploys (${deploys[0]!.what}) without naming an environment.`,
          {
            related: [{ name: deploys[0]!.what, at: deploys[0]!.at }],
          },
        ),
});
