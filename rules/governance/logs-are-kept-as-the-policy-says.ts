import { expect, on, rule } from '../../src/rule/rule.ts';
import { isNamed, promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'logs-are-kept-as-the-policy-says',
  title: 'Logs are kept for as long as the logging policy promises',
  severity: 'medium',
  criteria: {
    'CC7.2': 'What happened can be looked up for as long as the policy says.',
    'CC5.3': 'What the policy on logs lays down is carried out by the settings of the logs.',
  },
  do: 'Keep the lines for the days that the policy states, or change the policy and have it approved.',
  on: on('log-group'),
  needs: ['policy-document'],
  check: ({ name, traits: { keptDays } }, { find }) => {
    const all = find('policy-document', statementsOn('log-retention'));
    // "Audit logs are kept for a year" says nothing of other logs: it is held against what is named so, and goes before what is
    // said of all logs.
    const own = all.filter(({ of }) => of !== undefined && isNamed(name, of));
    const about = own.length > 0 ? own : all.filter(({ of }) => of === undefined);
    const policy = promised(about, 'no policy says how long these logs are kept');
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    const most = said.bound === 'most';
    return expect(
      keptDays,
      (days) => (most ? days <= value : days >= value),
      (days) =>
        `${name} keeps lines ${days === Infinity ? 'until someone deletes them' : `for ${days} days`}, ${says(said)}`,
      { label: `${most ? 'longer' : 'shorter'} than the policy says`, related: sentence(said) },
    );
  },
});
