import { known, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { TrustedPipelines } from '../../model/kinds/trust-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { atLeast, githubIssuer, pipelinesIn, reachOf, type Reach } from './github.ts';

const required = { reason: { code: 'does-not-exist', settledBy: 'the subject that is trusted' } } as const;

/** Subjects are compared letter by letter: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-considerations */
export default mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['azuread_application_federated_identity_credential', 'azurerm_federated_identity_credential'],
  map: (credential, { repository }) => {
    const stated = reader(credential);
    const issuer = stated.optionalString('issuer');
    if (!issuer.known || !issuer.value?.includes(githubIssuer)) return undefined;
    const subject: Fact<string> = stated.string('subject', required);
    const admits = (reach: Reach) => mapFact(subject, (text) => atLeast(reachOf(text, true), reach));
    return {
      kind: 'trust-policy',
      provider: 'azure',
      ...subjectOf(credential),
      traits: {
        trustsWholeAccounts: notApplicable('it trusts an identity provider, not an account'),
        trustsEveryone: notApplicable('a credential names its issuer and its subject'),
        trustsForeignPipelines: admits('anyone'),
        trustsEveryRepository: admits('owner'),
        trustsEveryRef: admits('repository'),
        trustedPipelines: pipelinesOf(subject, repository),
        identityName: known(undefined, credential.at),
      },
    };
  },
});

function pipelinesOf(
  subject: Fact<string>,
  here: { owner: string; name: string } | undefined,
): FactList<TrustedPipelines> {
  if (!subject.known) return { items: [], complete: false, at: subject.at, reason: subject.reason };
  const found = pipelinesIn(subject.value, here);
  return { items: found ? [{ ...subject, value: found }] : [], complete: true, at: subject.at };
}
