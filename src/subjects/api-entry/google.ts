import { anyItem, not } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const services = [
  'cloud_run_service',
  'cloud_run_v2_service',
  'cloudfunctions_function',
  'cloudfunctions2_function',
] as const;

export default mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: services.flatMap((service) => [`google_${service}_iam_member`, `google_${service}_iam_binding`]),
  map: (binding) => {
    const stated = reader(binding);
    const members = stated.value('members') ? stated.strings('members') : stated.strings('member');
    return {
      kind: 'api-entry',
      provider: 'google',
      ...subjectOf(binding),
      traits: {
        asksWhoCalls: not(anyItem(members, (member) => member === 'allUsers' || member === 'allAuthenticatedUsers')),
      },
    };
  },
});
