import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'app-tokens-are-narrow',
  title: 'A token of an app is limited to what the job does',
  severity: 'low',
  criteria: {
    'CC6.3': 'A job gets the part of an app’s rights that its work needs, on the repositories that it is about.',
  },
  do: 'Name the repositories, and the rights by the permission-… inputs (permission-contents: write).',
  aspects: { repositories: {}, permissions: {} },
  on: on('workflow-job'),
  check: ({ name, traits: { appTokens } }) => ({
    repositories: appTokens.map(({ at, item, someRepositories }) =>
      someRepositories
        ? pass(at, item)
        : fail(`${name} takes a token for every repository that the app is installed on.`, at, {
            item,
            label: 'all repositories',
          }),
    ),
    permissions: appTokens.map(({ at, item, somePermissions }) =>
      somePermissions
        ? pass(at, item)
        : fail(`${name} takes a token with all rights of the app.`, at, { item, label: 'all rights' }),
    ),
  }),
});
