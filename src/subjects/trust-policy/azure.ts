import { mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { atLeast, githubIssuer, reachOf, type Reach } from './github.ts';

const required = { reason: { code: 'does-not-exist', settledBy: 'the subject that is trusted' } } as const;

/** Subjects are compared letter by letter: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-considerations */
export default mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['azuread_application_federated_identity_credential', 'azurerm_federated_identity_credential'],
  map: (credential) => {
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
      },
    };
  },
});
