import type { Step } from '../../dialects/github-actions/model.ts';
import type { AppToken } from '../../model/kinds/workflow-job.ts';

/**
 * Tokens by actions/create-github-app-token. Without owner and repositories it is for this repository; with an owner
 * alone for all that the app is installed on. Without permissions it has all of the app's.
 * https://github.com/actions/create-github-app-token#inputs
 */
export const appTokens = (steps: readonly Step[]): AppToken[] =>
  steps.flatMap(({ uses, with: inputs, name }) =>
    uses && /^actions\/create-github-app-token@/i.test(uses.text)
      ? [
          {
            what: 'actions/create-github-app-token',
            at: uses.at,
            item: name,
            someRepositories: !inputs.has('owner') || inputs.has('repositories'),
            somePermissions: [...inputs.keys()].some((input) => input.startsWith('permission-')),
          },
        ]
      : [],
  );
