import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'caches-keep-snapshots',
  title: 'Snapshots of caches are kept',
  severity: 'low',
  criteria: {
    'A1.2': 'Sessions, queues and counters that are only kept in a cache can be brought back after a loss.',
  },
  do: 'Set snapshot_retention_limit to a day or more, or accept it with the reason that the cache fills itself again.',
  equivalents: { checkov: ['CKV_AWS_134'], trivy: ['AVD-AWS-0050'], kics: ['8fdb08a0-a868-4fdf-9c27-ccab0237f1ab'] },
  on: on('database'),
  check: ({ name, traits: { cacheSnapshotDays } }) =>
    expect(cacheSnapshotDays, (days) => days > 0, `${name} keeps no snapshots.`),
});
