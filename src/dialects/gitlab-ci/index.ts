import type { Dialect } from '../dialect.ts';

/** Pipelines of GitLab: the file at the root, and files made to be included: https://docs.gitlab.com/ci/yaml/ */
export const gitlabCi: Dialect = {
  name: 'gitlab-ci',
  claims: (path) =>
    path === '.gitlab-ci.yml' || path === '.gitlab-ci.yaml'
      ? 'yes'
      : /^\.gitlab(-ci)?\/(ci\/|pipelines?\/|jobs\/|includes?\/)?[^/]+\.ya?ml$|\.gitlab-ci\.ya?ml$/.test(path) &&
          !/_templates\//.test(path)
        ? 'maybe'
        : 'no',
  sniff: (_path, head) => /^\s*-?\s*(script|include|extends|trigger|before_script):/m.test(head),
  load: () => import('./read.ts'),
};
