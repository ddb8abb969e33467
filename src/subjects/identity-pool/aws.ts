import { mapFact, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_identity_pool';

const elsewhere = notApplicable('its users sign in elsewhere');

const pools = mapping({
  kind: 'identity-pool',
  dialect: 'terraform',
  types: ['aws_cognito_identity_pool'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'identity-pool',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        secondFactorPossible: elsewhere,
        secondFactorRequired: elsewhere,
        guestsAdmitted: own.bool('allow_unauthenticated_identities', { value: false, source }),
      },
    };
  },
});

const userPage = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool';

/** Where the users of an application are kept. */
const users = mapping({
  kind: 'identity-pool',
  dialect: 'terraform',
  types: ['aws_cognito_user_pool'],
  map: (pool) => {
    const mode = reader(pool).string('mfa_configuration', { value: 'OFF', source: userPage });
    return {
      kind: 'identity-pool',
      provider: 'aws',
      ...subjectOf(pool),
      traits: {
        secondFactorPossible: mapFact(mode, (set) => set !== 'OFF'),
        secondFactorRequired: mapFact(mode, (set) => set === 'ON'),
        guestsAdmitted: notApplicable('it only knows users who signed up'),
      },
    };
  },
});

export default [pools, users];
