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

// Other services that sign tokens for everybody's pipelines, and the claims of theirs that belong to one owner:
// https://docs.gitlab.com/ci/secrets/id_token_authentication/#token-payload
// https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
const tenants: readonly { issuer: RegExp; claim: RegExp }[] = [
  {
    issuer: /^https:\/\/gitlab\.com\/?$/,
    claim: /\b(?:namespace_id|namespace_path|project_id|project_path|sub|subject)\b/,
  },
  {
    issuer: /^https:\/\/app\.terraform\.io\/?$/,
    claim: /\b(?:terraform_(?:organization|project|workspace)_(?:id|name)|sub|subject)\b/,
  },
];

function namesTenant(issuer: string): ((condition: string) => boolean) | undefined {
  const tenant = tenants.find((one) => one.issuer.test(issuer));
  return tenant && ((condition) => tenant.claim.test(condition) && /["'][^"']+["']/.test(condition));
}

export default mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['google_iam_workload_identity_pool_provider'],
  map: (provider) => {
    const stated = reader(provider);
    const issuer = stated.optionalString('oidc.issuer_uri');
    if (!issuer.known) return undefined;
    const names = issuer.value?.includes(githubIssuer) ? namesOwner : namesTenant(issuer.value ?? '');
    if (!names) return undefined;
    const condition = stated.optionalString('attribute_condition');
    return {
      kind: 'trust-policy',
      provider: 'google',
      ...subjectOf(provider),
      traits: {
        trustsWholeAccounts: notApplicable('it trusts an identity provider, not an account'),
        trustsEveryone: known(false, issuer.at),
        trustsForeignPipelines: mapFact(condition, (text) => text === undefined || !names(text)),
        trustsEveryRepository: notApplicable('bindings to attributes of the pool narrow it further'),
        trustsEveryRef: notApplicable('bindings to attributes of the pool narrow it further'),
        trustedPipelines: notApplicable('bindings to attributes of the pool name them'),
        identityName: notApplicable('bindings to attributes of the pool name them'),
      },
    };
  },
});
