import { notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

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
    // "Audit logs are kept for a year" says nothing of other logs: only what is said of all logs is held against all.
    const said = find('policy-document', statementsOn('log-retention')).filter(({ of }) => of === undefined);
    const [first] = said;
    if (!first) return notApplicable('no policy says how long all logs are kept');
    const { value } = first;
    if (!value.known) return unknown(value.reason, value.at);
    if (said.some((other) => !other.value.known || other.value.value !== value.value))
      return notApplicable('the policies state several periods: policies-agree looks at that');
    return expect(
      keptDays,
      (days) => days >= value.value,
      (days) => `${name} keeps lines for ${days} days, and ${first.document} says: "${first.quote}"`,
      { label: 'shorter than the policy says', related: [{ name: first.document, at: first.at }] },
    );
  },
});
