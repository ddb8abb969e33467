import type { Dialect } from '../dialect.ts';

/** GitHub Actions: workflows, and actions that are kept in the repository. */
export const githubActions: Dialect = {
  name: 'github-actions',
  claims: (path) =>
    /^\.github\/workflows\/([^/]+\.ya?ml|actions\.lock)$/.test(path)
      ? 'yes'
      : /(^|\/)action\.ya?ml$/.test(path)
        ? 'maybe'
        : 'no',
  sniff: (_path, head) => /^runs:/m.test(head) && /^\s+using:/m.test(head),
  load: () => import('./read.ts'),
};
