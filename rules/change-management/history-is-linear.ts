import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'history-is-linear',
  title: 'The history of released branches is one line',
  severity: 'info',
  criteria: {
    'CC8.1': 'Each commit of the branch is a change that was reviewed as such, in the order in which they came.',
  },
  do: 'Require a linear history on this branch, and merge by squash or rebase.',
  on: on('branch-rules'),
  check: ({ name, traits: { branch, historyLinear } }) =>
    expect(historyLinear, (on) => on, `${name} lets merge commits onto ${branch}.`, { label: 'history may branch' }),
});
