import { expect, on, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'alarms-go-where-the-policy-says',
  title: 'Alarms reach people where a policy says that they do',
  severity: 'medium',
  criteria: {
    'CC7.2': 'The watch that the policy describes ends with somebody who is told, because each alarm has an action.',
    'CC7.3': 'Who has to judge an event hears of it in the way that the policy lays down.',
    'CC5.3': 'What the policy says of alarms is carried out by their settings.',
  },
  do: 'Give the alarm the action that the policy names: a topic, an action group, a notification channel.',
  on: on('alarm'),
  needs: ['policy-document'],
  check: ({ name, traits: { reachesSomeone } }, { find }) => {
    const policy = promised(find('policy-document', statementsOn('alarm-route')), 'no policy says whom alarms reach');
    if (!('said' in policy)) return policy;
    return expect(reachesSomeone, (reaches) => reaches, `${name} tells nobody, ${says(policy.said)}`, {
      label: 'no action',
      related: sentence(policy.said),
    });
  },
});
