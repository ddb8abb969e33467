import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { known, unknownFact } from '../../model/fact.ts';
import { otherRepository } from '../branch-rules/terraform-statements.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { branchLimit, reviewers } from './protection.ts';

const source =
  'https://docs.github.com/en/rest/deployments/environments?apiVersion=2022-11-28#create-or-update-an-environment';

export default mapping<'deployment-environment', SettingsModel>({
  kind: 'deployment-environment',
  dialect: 'github-settings',
  types: ['environment'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'deployment-environment',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        environmentName: own.string('name', { reason: { code: 'no-value', settledBy: 'a name here' } }),
        thisRepository:
          resource.model.app === 'settings'
            ? known(true, resource.at)
            : unknownFact(otherRepository(resource.model.repository), resource.at),
        reviewed: reviewers(own),
        limitedToBranches: branchLimit(own, source),
        selfReviewPrevented: own.bool('prevent_self_review', { value: false, source }),
      },
    };
  },
});
