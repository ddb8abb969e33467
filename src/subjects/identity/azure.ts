import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { holds } from './holds.ts';

/** A client secret of an application signs in like a password, for up to two years and longer. */
const noOwnUsers = notApplicable('people are kept in a directory');
const noRoot = notApplicable('there is no user who may do everything by birth');

export default mapping({
  kind: 'identity',
  dialect: 'terraform',
  types: ['azuread_application', 'azuread_application_registration', 'azuread_service_principal'],
  map: (application) => {
    const [type, attribute] =
      application.type === 'azuread_service_principal'
        ? (['azuread_service_principal_password', 'service_principal_id'] as const)
        : (['azuread_application_password', 'application_id'] as const);
    const secrets = holds(application, type, attribute, []);
    return {
      kind: 'identity',
      provider: 'azure',
      ...subjectOf(application, secrets.parts),
      traits: {
        keptInAccount: noOwnUsers,
        isRootKey: noRoot,
        hasLastingKey: secrets.fact,
        hasOwnPassword: notApplicable('an application has secrets and certificates'),
      },
    };
  },
});
