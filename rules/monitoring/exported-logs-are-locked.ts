import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'exported-logs-are-locked',
  title: 'Logs that are sent to a store can’t be deleted before their time',
  severity: 'low',
  criteria: {
    'CC7.2': 'Whoever breaks in can’t take the traces away, not even with the rights of an administrator.',
    'CC7.3': 'An incident is judged by lines of which it is certain that none was removed.',
  },
  do: 'Give the bucket a retention policy that is as long as logs are asked for, and lock it; a lock can’t be taken back.',
  equivalents: { checkov: ['CKV2_GCP_4'] },
  on: on('log-group'),
  check: ({ name, traits: { locked } }) =>
    expect(locked, (on) => on, `${name} sends logs to where they can be deleted before their time.`),
});
