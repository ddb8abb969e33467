import type { Dialect } from '../dialect.ts';
import { formatOf } from './formats.ts';

/** Lists of what scanners are told to pass over: .trivyignore, .snyk, osv-scanner.toml and their like. */
export const scannerExceptions: Dialect = {
  name: 'scanner-exceptions',
  claims: (path) => (formatOf(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
