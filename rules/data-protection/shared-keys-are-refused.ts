import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'shared-keys-are-refused',
  title: 'Access needs an identity, not a shared key',
  severity: 'low',
  criteria: {
    'CC6.1': 'Each access is bound to a person or workload and can be told apart in the logs.',
    'CC6.2': 'Access ends when an account is closed: nobody keeps a key that opens everything.',
  },
  do: 'Switch the keys off (shared_access_key_enabled, local_auth_enabled, admin_enabled, local_authentication_enabled = false) and give identities roles.',
  equivalents: { checkov: ['CKV2_AZURE_40', 'CKV_AZURE_137', 'CKV_AZURE_140'] },
  on: having('sharedKeysAccepted'),
  check: ({ name, traits: { sharedKeysAccepted } }) =>
    expect(sharedKeysAccepted, (on) => !on, `${name} opens to whoever holds one of its keys.`),
});
