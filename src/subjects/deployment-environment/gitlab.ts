import { anyOf, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { otherRepository } from '../branch-rules/terraform-statements.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const docs =
  'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/project_protected_environment';

/** Environments that GitLab protects: who may deploy to them, and whose approval it needs. */
export default mapping({
  kind: 'deployment-environment',
  dialect: 'terraform',
  types: ['gitlab_project_protected_environment', 'gitlab_group_protected_environment'],
  map: (resource) => {
    const own = reader(resource);
    const rules = own.blocks('approval_rules');
    const asked = rules.items.map((rule) =>
      mapFact(rule.number('required_approvals', { value: 1, source: docs }), (count) => count > 0),
    );
    const count = mapFact(own.number('required_approval_count', { value: 0, source: docs }), (number) => number > 0);
    const reviewed = anyOf(count, ...asked);
    const open: Fact<boolean> | undefined = rules.complete
      ? undefined
      : unknownFact(rules.reason ?? { code: 'not-evaluated', settledBy: 'a plan (terraform show -json)' }, rules.at);
    return {
      kind: 'deployment-environment',
      provider: 'gitlab',
      ...subjectOf(resource),
      traits: {
        notHeld: notApplicable('the forge is compared with settings files only'),
        environmentName: own.string('environment', { reason: { code: 'no-value', settledBy: 'a name here' } }),
        thisRepository: unknownFact(otherRepository(undefined), resource.at),
        reviewed: reviewed.known && !reviewed.value && open ? open : reviewed,
        limitedToBranches: notApplicable('GitLab limits who may deploy, and by protected branches who may start it'),
        selfReviewPrevented: notApplicable('whether one may approve oneself is set for the whole project'),
      },
    };
  },
});
