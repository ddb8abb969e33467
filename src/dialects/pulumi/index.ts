import type { Dialect } from '../dialect.ts';
import { importing } from '../programs/sniff.ts';

/** Programs for Pulumi, in TypeScript and JavaScript: read, never run. */
export const pulumi: Dialect = {
  name: 'pulumi',
  vocabulary: 'terraform',
  ...importing(/['"`]@pulumi\/[\w-]+/, /(?:^|\/)Pulumi\.ya?ml$/),
  load: () => import('./read.ts'),
};
