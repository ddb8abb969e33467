import type { Dialect } from '../dialect.ts';

/** What GitHub says holds, asked while scanning: no file claims it. It speaks the words of settings files. */
export const githubLive: Dialect = {
  name: 'github-live',
  vocabulary: 'github-settings',
  always: ({ answers }) => answers !== undefined,
  claims: () => 'no',
  load: () => import('./read.ts'),
};
