import { known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { githubIssuer } from './github.ts';

// Claims that belong to one owner: https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
const ofOwner = /\b(?:repository_owner|repository_owner_id|enterprise|enterprise_id|organization)\b/;
const ofRepository = /\b(?:repository|repository_id|sub|subject|job_workflow_ref)\b/;
// A comparison with a text that starts with a name: == "org/repo", startsWith('repo:org/'), in ["org/repo"].
const names = /["'](?:repo:)?[A-Za-z0-9]/;

export default mapping({
  kind: 'trust-policy',
  dialect: 'terraform',
  types: ['google_iam_workload_identity_pool_provider'],
  map: (provider) => {
    const stated = reader(provider);
    const issuer = stated.optionalString('oidc.issuer_uri');
    if (!issuer.known || !issuer.value?.includes(githubIssuer)) return undefined;
    const condition = stated.optionalString('attribute_condition');
    const lets = (admits: (text: string) => boolean): Fact<boolean> =>
      mapFact(condition, (text) => text === undefined || admits(text));
    const ofSomeone = (text: string) => names.test(text) && (ofOwner.test(text) || ofRepository.test(text));
    return {
      kind: 'trust-policy',
      provider: 'google',
      ...subjectOf(provider),
      traits: {
        trustsEveryone: known(false, issuer.at),
        trustsForeignPipelines: lets((text) => !ofSomeone(text)),
        trustsEveryRepository: notApplicable('bindings to attributes of the pool narrow it further'),
        trustsEveryRef: notApplicable('bindings to attributes of the pool narrow it further'),
      },
    };
  },
});
