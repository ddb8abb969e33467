import type { Dialect } from '../dialect.ts';
import { importing } from '../programs/sniff.ts';

/** Programs for the AWS CDK, in TypeScript and JavaScript: read, never run. */
export const cdk: Dialect = {
  name: 'cdk',
  vocabulary: 'terraform',
  ...importing(/['"`](?:aws-cdk-lib(?:\/[\w/-]+)?|@aws-cdk\/[\w/-]+|constructs)['"`]/, /(?:^|\/)cdk\.json$/),
  load: () => import('./read.ts'),
};
