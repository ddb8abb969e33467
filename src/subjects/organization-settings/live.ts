import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const unseen = {
  reason: {
    code: 'not-visible' as const,
    subject: 'what members may do',
    settledBy: 'a token with organization administration: read',
  },
};

/** What the forge says that the members of the organization may do. */
export default mapping({
  kind: 'organization-settings',
  dialect: 'github-settings',
  types: ['organization'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'organization-settings',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        secondFactorRequired: own.bool('two_factor_requirement_enabled', unseen),
        basePermission: own.string('default_repository_permission', unseen),
        membersCreatePublic: own.bool('members_can_create_public_repositories', unseen),
      },
    };
  },
});
