import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_identity_pool';

export default mapping({
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
        guestsAdmitted: own.bool('allow_unauthenticated_identities', { value: false, source }),
      },
    };
  },
});
