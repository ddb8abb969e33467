import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'chosen-actions-only',
  title: 'Only chosen actions may run in pipelines',
  severity: 'low',
  criteria: {
    'CC6.8': 'Code of a publisher nobody has agreed to does not run, whatever a workflow names.',
    'CC9.2': 'The publishers whose code the pipelines run are a list that somebody decides on.',
  },
  do: 'Set allowed_actions to "selected" and list the publishers, or to "local_only".',
  on: on('pipeline-permissions'),
  check: ({ name, traits: { actionsLimited } }) =>
    expect(actionsLimited, (is) => is, `${name} lets every published action run.`, { label: 'any action' }),
});
