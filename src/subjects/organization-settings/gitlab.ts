import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const source = 'https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs/resources/group';

/** A group of GitLab: what it asks of its members holds for the groups in it too. */
export default mapping({
  kind: 'organization-settings',
  dialect: 'terraform',
  types: ['gitlab_group'],
  map: (group) => {
    const own = reader(group);
    return {
      kind: 'organization-settings',
      provider: 'gitlab',
      ...subjectOf(group),
      traits: traitsOfPart('organization-settings', 'each project of the group states it', {
        secondFactorRequired: own.value('parent_id')
          ? notApplicable('the group above it decides it')
          : own.bool('require_two_factor_authentication', { value: false, source }),
      }),
    };
  },
});
