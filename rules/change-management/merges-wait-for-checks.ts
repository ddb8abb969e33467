import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'merges-wait-for-checks',
  title: 'Pipelines merge only what has passed its checks',
  severity: 'medium',
  criteria: {
    'CC8.1': 'Also a change that a pipeline merges, such as an update, is tested before it is in.',
  },
  do: 'Use gh pr merge --auto, which waits for the checks that the branch rules require.',
  on: on('workflow-job'),
  check: ({ name, traits: { merges } }) =>
    merges.map(({ at, item, waits }) =>
      waits ? pass(at, item) : fail(`${name} merges at once, whatever the checks say.`, at, { item }),
    ),
});
