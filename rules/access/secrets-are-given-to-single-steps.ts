import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found
    ? []
    : found.length === 0
      ? pass()
      : found.map(({ what, at, item, related }) => fail(message(what), at, { item, ...(related && { related }) }));

export default rule({
  id: 'secrets-are-given-to-single-steps',
  title: 'Pipeline secrets are given to the steps that need them',
  severity: 'low',
  criteria: {
    'CC6.3': 'A secret reaches the code that works with it, and not every action of the job.',
  },
  do: 'Move the variable to the env of the step that uses it.',
  on: on('workflow-job'),
  check: ({ name, traits: { wideSecrets } }) =>
    each(wideSecrets, (what) => `${name}: ${what} holds a secret that every step gets, foreign actions too.`),
});
