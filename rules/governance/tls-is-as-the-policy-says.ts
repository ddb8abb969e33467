import { notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

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
    const said = find('policy-document', statementsOn('tls-minimum'));
    const [first] = said;
    if (!first) return notApplicable('no policy states a minimum TLS version');
    const { value } = first;
    if (!value.known) return unknown(value.reason, value.at);
    if (said.some((other) => !other.value.known || other.value.value !== value.value))
      return notApplicable('the policies differ: policies-agree looks at that');
    return expect(
      minimumTlsVersion,
      (version) => Number(version) >= value.value,
      (version) => `${name} accepts TLS ${version}, and ${first.document} says: "${first.quote}"`,
      { label: 'older than the policy allows', related: [{ name: first.document, at: first.at }] },
    );
  },
});
