import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found
    ? []
    : found.length === 0
      ? pass()
      : found.map(({ what, at, item, related }) => fail(message(what), at, { item, ...(related && { related }) }));

export default rule({
  id: 'approved-code-is-what-runs',
  title: 'The code that was approved is the code that runs',
  severity: 'high',
  criteria: {
    'CC8.1': 'A commit that is pushed after somebody looked does not run on the strength of that look.',
    'CC6.8': 'Code that nobody saw can’t slip into a run that holds secrets.',
  },
  do: 'Check out the commit that was looked at (github.event.pull_request.head.sha) and not its branch.',
  on: on('workflow-job'),
  check: ({ name, traits: { movingCheckouts } }) =>
    each(
      movingCheckouts,
      (what) => `${name} runs after an approval, and checks out a branch that may have moved (${what}).`,
    ),
});
