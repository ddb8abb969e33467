import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source =
  'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_settings';

export default mapping({
  kind: 'organization-settings',
  dialect: 'terraform',
  types: ['github_organization_settings'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'organization-settings',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        secondFactorRequired: notApplicable('it is no setting of this resource: the forge has to be asked'),
        basePermission: own.string('default_repository_permission', { value: 'read', source }),
        membersCreatePublic: own.bool('members_can_create_public_repositories', { value: true, source }),
      },
    };
  },
});
