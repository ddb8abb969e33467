import { notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'encryption-is-as-the-policy-says',
  title: 'Where a policy promises that all data is encrypted at rest, it is',
  severity: 'high',
  criteria: {
    'CC6.1': 'Data at rest is protected as the policy promises, and not only on paper.',
    'CC5.3': 'The policy on encryption is carried out by the settings of what holds data.',
  },
  do: 'Encrypt it, or say in the policy what is left out and why, and have that approved.',
  on: having('encryptedAtRest'),
  needs: ['policy-document'],
  check: ({ name, traits: { encryptedAtRest } }, { find }) => {
    const first = find('policy-document', statementsOn('encryption-at-rest'))[0];
    if (!first) return notApplicable('no policy promises that all data is encrypted at rest');
    if (!first.value.known) return unknown(first.value.reason, first.value.at);
    return expect(
      encryptedAtRest,
      (encrypted) => encrypted,
      `${name} is not encrypted at rest, and ${first.document} says: "${first.quote}"`,
      { label: 'against the policy', related: [{ name: first.document, at: first.at }] },
    );
  },
});
