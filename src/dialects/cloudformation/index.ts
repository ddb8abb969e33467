import type { Dialect } from '../dialect.ts';

/** CloudFormation and SAM templates, in YAML and JSON. No path is standard: the content tells. */
export const cloudformation: Dialect = {
  name: 'cloudformation',
  vocabulary: 'terraform',
  claims: (path) =>
    /\.(?:ya?ml|json|template|cfn)$/.test(path) && !/(^|\/)(?:package(?:-lock)?|tsconfig|composer)\.json$/.test(path)
      ? 'maybe'
      : 'no',
  sniff: (_path, head) =>
    /(?:^|[\s{,])["']?AWSTemplateFormatVersion["']?\s*:/.test(head) ||
    (/(?:^|[\s{,])["']?Resources["']?\s*:/.test(head) &&
      /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa)::\w+::\w+/.test(head)),
  load: () => import('./read.ts'),
};
