import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'keys-say-who-may-use-them',
  title: 'Encryption keys say in the code who may use them',
  severity: 'info',
  criteria: {
    'CC6.1': 'Who can read what the key protects is stated, reviewed and versioned with the key.',
    'CC6.3': 'Those who manage a key can be kept apart from those who use it.',
  },
  do: 'State a policy: the policy attribute of the key or aws_kms_key_policy.',
  equivalents: { checkov: ['CKV2_AWS_64'] },
  on: on('encryption-key'),
  check: ({ name, traits: { policyStated } }) =>
    expect(policyStated, (on) => on, `${name} has the policy of the platform: whoever the account lets may use it.`),
});
