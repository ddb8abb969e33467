import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'temporary-disks-are-encrypted',
  title: 'Temporary disks and caches of machines are encrypted',
  severity: 'low',
  criteria: {
    'CC6.1': 'What a machine swaps out or caches on its host is as unreadable as its disks.',
  },
  do: 'Set encryption_at_host_enabled = true on the machine, or host_encryption_enabled = true on the pool of nodes.',
  equivalents: { checkov: ['CKV_AZURE_97', 'CKV_AZURE_151', 'CKV_AZURE_227'] },
  on: on('disk'),
  check: ({ name, traits: { encryptedOnHost } }) =>
    expect(encryptedOnHost, (on) => on, `${name} leaves temporary disks and caches on its host unencrypted.`),
});
