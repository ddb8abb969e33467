import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-secrets-belong-to-an-environment',
  title: 'Jobs with secrets run in an environment',
  severity: 'info',
  criteria: {
    'CC6.1': 'Secrets are given to runs from the branches and after the approvals that their environment asks for.',
    'CC8.1': 'Work that needs secrets, such as a release, goes through the environment’s approval.',
  },
  do: 'Keep the secrets in an environment, limit it to protected branches, and name it at the job (environment: NAME).',
  equivalents: { zizmor: ['secrets-outside-env'] },
  on: on('workflow-job'),
  check: ({ name, traits: { secretsUsed, environment } }) =>
    secretsUsed.length === 0
      ? []
      : expect(
          environment,
          (named) => named !== undefined,
          `${name} uses ${secretsUsed[0]!.what}${secretsUsed.length > 1 ? ` and ${secretsUsed.length - 1} more` : ''}, and runs in no environment.`,
          { related: secretsUsed.map(({ what, at }) => ({ name: what, at })) },
        ),
});
