import { anyItem, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

// Permissions that hand out or widen rights: https://cloud.google.com/iam/docs/best-practices-service-accounts#privilege-escalation
const rightsPermissions = new Set([
  'resourcemanager.projects.setIamPolicy',
  'resourcemanager.folders.setIamPolicy',
  'resourcemanager.organizations.setIamPolicy',
  'iam.roles.update',
  'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.setIamPolicy',
  'iam.serviceAccounts.signBlob',
  'iam.serviceAccounts.signJwt',
  'iam.serviceAccountKeys.create',
]);

export default mapping({
  kind: 'identity-policy',
  dialect: 'terraform',
  types: ['google_project_iam_custom_role', 'google_organization_iam_custom_role'],
  map: (role) => ({
    kind: 'identity-policy',
    provider: 'google',
    ...subjectOf(role),
    traits: {
      grantsEveryAction: notApplicable('a role over everything is judged as a whole'),
      handsOutCredentials: notApplicable('its permissions are judged as a whole'),
      readsEverything: notApplicable('where it holds is decided where it is granted'),
      grantsEverything: notApplicable('a custom role lists its permissions one by one'),
      passesEveryRole: notApplicable('which service accounts it may act as is decided where the role is bound'),
      raisesOwnRights: anyItem(reader(role).strings('permissions'), (permission) => rightsPermissions.has(permission)),
      toSinglePerson: notApplicable('bindings say to whom it goes'),
    },
  }),
});
