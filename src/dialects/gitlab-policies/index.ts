import type { Dialect } from '../dialect.ts';

/** Policies of a security policy project of GitLab: https://docs.gitlab.com/user/application_security/policies/ */
export const gitlabPolicies: Dialect = {
  name: 'gitlab-policies',
  claims: (path) => (/(^|\/)\.gitlab\/security-policies\/[\w-]+\.ya?ml$/.test(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
