import type { Dialect } from '../dialect.ts';

/** The repository itself: one resource, whatever is in it. */
export const repository: Dialect = {
  name: 'repository',
  always: () => true,
  claims: () => 'no',
  load: () => import('./read.ts'),
};
