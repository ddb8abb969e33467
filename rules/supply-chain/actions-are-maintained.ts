import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'actions-are-maintained',
  title: 'Actions are still looked after',
  severity: 'medium',
  criteria: {
    'CC9.2': 'Code of others that nobody mends any more is replaced and not relied on.',
  },
  do: 'Take the action that followed it, or do the step with the tools that the runner has.',
  equivalents: { zizmor: ['archived-uses'] },
  on: on('action-reference'),
  check: ({ at, traits: { reference, abandoned } }) => {
    if (abandoned === undefined) return [];
    return abandoned ? fail(`${reference} comes from an archived repository.`, at) : pass();
  },
});
