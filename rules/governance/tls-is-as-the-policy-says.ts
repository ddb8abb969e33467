import { expect, having, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'tls-is-as-the-policy-says',
  title: 'What accepts TLS accepts no older version than the encryption policy allows',
  severity: 'high',
  criteria: {
    'CC6.7': 'Data in transit is guarded as the policy promises, and not only on paper.',
    'CC5.3': 'The policy on encryption is carried out by the settings of what it is about.',
  },
  do: 'Raise the minimum TLS version to the one that the policy states, or change the policy and have it approved.',
  on: having('minimumTlsVersion'),
  needs: ['policy-document'],
  check: ({ name, traits: { minimumTlsVersion } }, { find }) => {
    const policy = promised(
      find('policy-document', statementsOn('tls-minimum')),
      'no policy states a minimum TLS version',
    );
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    return expect(
      minimumTlsVersion,
      (version) => Number(version) >= value,
      (version) => `${name} accepts TLS ${version}, ${says(said)}`,
      { label: 'older than the policy allows', related: sentence(said) },
    );
  },
});
