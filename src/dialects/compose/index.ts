import type { Dialect } from '../dialect.ts';

/** Compose files, by their usual names. */
export const compose: Dialect = {
  name: 'compose',
  claims: (path) => (/(?:^|\/)(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/.test(path) ? 'maybe' : 'no'),
  sniff: (_path, head) => /^(?:services|include|volumes|networks)\s*:/m.test(head),
  load: () => import('./read.ts'),
};
