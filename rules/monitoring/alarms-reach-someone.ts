import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'alarms-reach-someone',
  title: 'Alarms tell someone or do something',
  severity: 'medium',
  criteria: {
    'CC4.2': 'What the watch finds comes to those who have to act on it.',
    'CC7.2': 'A sign of trouble is seen when it shows, without anyone having to look for it.',
    'CC7.3': 'Someone gets to judge whether the event is an incident.',
  },
  do: 'Give it an action: a topic, an action group, a notification channel.',
  equivalents: { checkov: ['CKV_AWS_319', 'CKV_AZURE_21'], trivy: ['AVD-AZU-0044'] },
  on: on('alarm'),
  check: ({ name, traits: { reachesSomeone } }) =>
    expect(reachesSomeone, (reaches) => reaches, `${name} goes off without anyone being told.`),
});
