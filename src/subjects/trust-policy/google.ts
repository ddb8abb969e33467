import { known, mapFact, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { githubIssuer, reachOf } from './github.ts';

// Claims that belong to one owner, and what a comparison with them has to start with to name that owner:
// https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
const claims: readonly { claim: RegExp; names: (text: string) => boolean }[] = [
  { claim: /\b(?:repository_owner|organization|enterprise)\b/, names: (text) => /^[A-Za-z0-9][\w.-]*$/.test(text) },
  { claim: /\b(?:repository_id|repository_owner_id|enterprise_id)\b/, names: (text) => /^\d+$/.test(text) },
  { claim: /\b(?:repository|job_workflow_ref)\b/, names: (text) => /^[A-Za-z0-9][\w.-]*\//.test(text) },
  { claim: /\b(?:sub|subject)\b/, names: (text) => reachOf(text, true) !== 'anyone' },
];

/** Whether a condition compares such a claim with a text that names somebody. */
function namesOwner(condition: string): boolean {
  const texts = [...condition.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
  return claims.some(({ claim, names }) => claim.test(condition) && texts.some(names));
}

export default mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['google_iam_workload_identity_pool_provider'],
  map: (provider) => {
    const stated = reader(provider);
    const issuer = stated.optionalString('oidc.issuer_uri');
    if (!issuer.known || !issuer.value?.includes(githubIssuer)) return undefined;
    const condition = stated.optionalString('attribute_condition');
    return {
      kind: 'trust-policy',
      provider: 'google',
      ...subjectOf(provider),
      traits: {
        trustsWholeAccounts: notApplicable('it trusts an identity provider, not an account'),
        trustsEveryone: known(false, issuer.at),
        trustsForeignPipelines: mapFact(condition, (text) => text === undefined || !namesOwner(text)),
        trustsEveryRepository: notApplicable('bindings to attributes of the pool narrow it further'),
        trustsEveryRef: notApplicable('bindings to attributes of the pool narrow it further'),
        trustedPipelines: notApplicable('bindings to attributes of the pool name them'),
        identityName: notApplicable('bindings to attributes of the pool name them'),
      },
    };
  },
});
