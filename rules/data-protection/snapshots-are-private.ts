import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'snapshots-are-private',
  title: 'Snapshots and images are not shared with everyone',
  severity: 'critical',
  criteria: {
    'CC6.1': 'A copy of a database or disk is behind the same account as the original.',
    'C1.1': 'Confidential records can’t be taken away as a copy by any customer of the cloud.',
  },
  do: 'Name the accounts that need the copy, and take "all" away.',
  equivalents: { checkov: ['CKV_AWS_302'] },
  on: on('snapshot'),
  check: ({ name, traits: { sharedWithEveryone } }) =>
    expect(sharedWithEveryone, (on) => !on, `${name} can be copied by any account of the cloud.`, {
      label: 'shared with everyone',
    }),
});
