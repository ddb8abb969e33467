import type { Dialect } from '../dialect.ts';

/** GitHub rulesets as JSON, as the API and the export of the settings page write them. No path is standard. */
export const rulesets: Dialect = {
  name: 'rulesets',
  claims: (path) =>
    path.endsWith('.json') && !/(^|\/)(package(-lock)?|tsconfig|composer)\.json$/.test(path) ? 'maybe' : 'no',
  sniff: (_path, head) =>
    /"enforcement"\s*:\s*"(active|disabled|evaluate)"/.test(head) &&
    /"(rules|conditions|bypass_actors)"\s*:/.test(head),
  load: () => import('./read.ts'),
};
