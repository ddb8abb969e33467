import { not } from '../../model/fact.ts';
import { grantTypes, openGrant } from '../google-grants.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

const services = [
  'cloud_run_service',
  'cloud_run_v2_service',
  'cloudfunctions_function',
  'cloudfunctions2_function',
] as const;

export default mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: services.flatMap((service) => grantTypes(`google_${service}`)),
  map: (binding) => {
    return {
      kind: 'api-entry',
      provider: 'google',
      ...subjectOf(binding),
      traits: {
        asksWhoCalls: not(openGrant(binding)),
      },
    };
  },
});
