import { isApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipelines-can-start',
  title: 'Pipelines can be read, so that they run',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The checks that a change is to pass really run, and do not stop at a mistake in their description.',
  },
  do: 'Mend the expression, or the name of the job that is waited for.',
  on: on('workflow-job'),
  check: ({ name, traits: { unreadable } }) =>
    !isApplicable(unreadable)
      ? unreadable
      : unreadable.length === 0
        ? pass()
        : unreadable.map(({ what, at, item }) => fail(`${name} can’t be read by GitHub (${what}).`, at, { item })),
});
