import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'identity-tokens-are-for-federation',
  title: 'Only jobs that log in elsewhere may ask for a token of identity',
  severity: 'low',
  criteria: {
    'CC6.3': 'The right to log in to a cloud or a registry as this pipeline is held by the jobs that do so.',
  },
  do: 'Leave out id-token: write at this job.',
  on: on('workflow-job'),
  check: ({ name, traits: { idTokenUnused } }) =>
    expect(idTokenUnused, (idle) => !idle, `${name} may ask for a token of identity and has no step that does.`, {
      label: 'not needed here',
    }),
});
