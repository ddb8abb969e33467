import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'kept-answers-are-encrypted',
  title: 'Answers that an interface keeps for a while are encrypted',
  severity: 'low',
  criteria: {
    'CC6.1': 'What waits in the cache of an interface is as unreadable outside of the service as where it came from.',
    'C1.1': 'Confidential answers are protected in every copy.',
  },
  do: 'Set cache_data_encrypted = true beside caching_enabled.',
  equivalents: { checkov: ['CKV_AWS_308'], kics: ['b7c9a40c-23e4-4a2d-8d39-a3352f10f288'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { cacheEncrypted } }) =>
    expect(cacheEncrypted, (on) => on, `${name} keeps answers without encryption.`),
});
