import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'audit-log-can-raise-alarms',
  title: 'The audit log goes to where alarms can be raised from it',
  severity: 'low',
  criteria: {
    'CC7.2': 'A sign-in of the root user or a change of the log itself can raise an alarm while it happens.',
    'CC7.3': 'What happened in the last minutes can be searched at once.',
  },
  do: 'Send the trail to a log group: cloud_watch_logs_group_arn with its role.',
  equivalents: { checkov: ['CKV2_AWS_10'], trivy: ['AVD-AWS-0162'], kics: ['17b30f8f-8dfb-4597-adf6-57600b6cf25e'] },
  on: on('audit-log'),
  check: ({ name, traits: { watchedLive } }) =>
    expect(watchedLive, (on) => on, `${name} is only put into storage, where nothing watches it.`),
});
