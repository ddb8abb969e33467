import { known, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { governedBy, otherRepository } from '../branch-rules/terraform-statements.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { branchLimit, reviewers } from './protection.ts';

const source =
  'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_environment';

export default mapping({
  kind: 'deployment-environment',
  dialect: 'terraform',
  types: ['github_repository_environment'],
  map: (resource, context) => {
    const own = reader(resource);
    const { name } = governedBy(resource, 'repository');
    const here: Fact<boolean> =
      name !== undefined && context.repository
        ? known(name === context.repository.name, resource.at)
        : unknownFact(otherRepository(name), resource.at);
    return {
      kind: 'deployment-environment',
      provider: 'github',
      ...subjectOf(
        resource,
        linked(resource, ['github_repository_environment_deployment_policy'], 'environment', ['environment']).parts,
      ),
      traits: {
        notHeld: notApplicable('the forge is compared with settings files only'),
        environmentName: own.string('environment', { reason: { code: 'no-value', settledBy: 'a name here' } }),
        thisRepository: here,
        reviewed: reviewers(own, 'teams', 'users'),
        limitedToBranches: branchLimit(own, source),
        selfReviewPrevented: own.bool('prevent_self_review', { value: false, source }),
      },
    };
  },
});
