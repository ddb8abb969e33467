import { anyItem, notApplicable } from '../../model/fact.ts';
import { actionMatches } from '../aws-policy.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

/** https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles */
export default mapping({
  kind: 'identity-policy',
  dialect: 'terraform',
  types: ['azurerm_role_definition'],
  map: (role) => {
    const actions = reader(role).strings('permissions.actions');
    return {
      kind: 'identity-policy',
      provider: 'azure',
      ...subjectOf(role),
      traits: {
        grantsEveryAction: notApplicable('a role over everything is judged as a whole'),
        handsOutCredentials: notApplicable('its permissions are judged as a whole'),
        readsEverything: notApplicable('where it holds is decided where it is granted'),
        grantsEverything: anyItem(actions, (action) => action === '*'),
        passesEveryRole: notApplicable('identities are given to resources by assignments, each judged by itself'),
        raisesOwnRights: anyItem(
          actions,
          (action) => action !== '*' && actionMatches(action, 'Microsoft.Authorization/roleAssignments/write'),
        ),
        toSinglePerson: notApplicable('assignments say to whom it goes'),
      },
    };
  },
});
