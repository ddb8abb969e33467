import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'weak-ciphers-are-refused',
  title: 'Weak ciphers are refused',
  severity: 'low',
  criteria: {
    'CC6.7': 'What was recorded on the way can’t be read later, when the key of the server is lost.',
  },
  do: 'Choose the profile MODERN or RESTRICTED, or leave out the ciphers whose key exchange is RSA.',
  equivalents: { checkov: ['CKV_GCP_4'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { weakCiphersAccepted } }) =>
    expect(weakCiphersAccepted, (weak) => !weak, `${name} takes weak ciphers.`),
});
