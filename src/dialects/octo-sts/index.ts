import type { Dialect } from '../dialect.ts';

/** Trust policies of octo-sts, which gives tokens of GitHub to pipelines elsewhere: https://github.com/octo-sts/app */
export const octoSts: Dialect = {
  name: 'octo-sts',
  claims: (path) => (/(^|\/)\.github\/chainguard\/[^/]+\.sts\.ya?ml$/.test(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
