import type { Dialect } from '../dialect.ts';

/**
 * Pipelines of Azure, CircleCI, Bitbucket and Tekton. They are told in the words of GitLab's: jobs with scripts, images and what
 * is taken in from elsewhere.
 */
export const pipelines: Dialect = {
  name: 'pipelines',
  vocabulary: 'gitlab-ci',
  claims: (path) => {
    if (/(?:^|\/)(?:bitbucket-pipelines\.ya?ml|\.circleci\/config\.ya?ml)$/.test(path)) return 'yes';
    return /(?:^|\/)(?:azure-pipelines[\w.-]*\.ya?ml|\.?azure(?:-?(?:pipelines|devops))?\/.*\.ya?ml|\.pipelines\/.*\.ya?ml|\.?tekton\/.*\.ya?ml)$/i.test(
      path,
    )
      ? 'maybe'
      : 'no';
  },
  sniff: (path, head) =>
    /tekton/i.test(path)
      ? /^apiVersion:\s*["']?tekton\.dev\//m.test(head)
      : /^(?:steps|jobs|stages|extends|pool|trigger|pr)\s*:/m.test(head) && !/^apiVersion:/m.test(head),
  load: () => import('./read.ts'),
};
