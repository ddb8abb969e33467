import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'ruleset-is-enforced',
  title: 'Rulesets are switched on',
  severity: 'high',
  criteria: {
    'CC8.1': 'The rules that are written down for changes hold, and are no draft.',
  },
  do: 'Set enforcement to active, or remove the ruleset if it is not meant to hold.',
  on: on('branch-rule-statement'),
  check: ({ name, traits: { enforced } }) =>
    expect(enforced, (on) => on, `${name} is not enforced: nothing that it states holds.`, { label: 'not in force' }),
});
