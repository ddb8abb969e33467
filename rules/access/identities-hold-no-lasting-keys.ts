import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'identities-hold-no-lasting-keys',
  title: 'Identities sign in without keys or passwords that last',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A key that expires by itself is worth little to whoever finds a copy of it.',
    'CC6.2': 'Access ends with the duty, because no key stays behind that someone has to remember.',
  },
  do: 'Let workloads take on a role (instance profile, workload identity, federation) and let people come in through single sign-on.',
  aspects: {
    keys: { checkov: ['CKV2_GCP_3'] },
    'root-keys': {
      checkov: ['CKV_AWS_348'],
      trivy: ['AVD-AWS-0141'],
      kics: ['970d224d-b42a-416b-81f9-8f4dfe70c4bc'],
    },
    passwords: { checkov: ['CKV2_AWS_22'] },
    tokens: {},
  },
  on: on('identity', 'cluster-data'),
  check: ({ name, traits }) => {
    if ('lastingToken' in traits)
      return {
        keys: [],
        'root-keys': [],
        passwords: [],
        tokens: expect(traits.lastingToken, (is) => !is, `${name} is a token of an account that never ends.`),
      };
    const { hasLastingKey, hasOwnPassword, isRootKey } = traits;
    return {
      tokens: [],
      keys: expect(hasLastingKey, (has) => !has, `${name} holds a key that stays valid until someone removes it.`),
      'root-keys': expect(isRootKey, (root) => !root, `${name} is a key of the root user, whom no policy holds back.`),
      passwords: expect(hasOwnPassword, (has) => !has, `${name} signs in with a password of its own.`),
    };
  },
});
