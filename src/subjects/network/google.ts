import { mapFact, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

// Subnetworks that only proxies use have no flow logs: https://cloud.google.com/vpc/docs/flow-logs#key_properties
const withoutLogs =
  /^(?:INTERNAL_HTTPS_LOAD_BALANCER|REGIONAL_MANAGED_PROXY|GLOBAL_MANAGED_PROXY|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT)$/;

export default mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['google_compute_subnetwork'],
  map: (subnet) => {
    const stated = reader(subnet);
    const purpose = mapFact(stated.optionalString('purpose'), (text) => withoutLogs.test(text ?? ''));
    return {
      kind: 'network',
      provider: 'google',
      ...subjectOf(subnet),
      traits: {
        defaultGroupEmpty: notApplicable('it has no group that things get by themselves'),
        givesPublicAddresses: notApplicable('each machine asks for its address'),
        guarded: notApplicable('the rules of its network hold for all of it, and nothing comes in without one'),
        recordsKeptDays: notApplicable('where its records go says so'),
        flowLogged:
          purpose.known && purpose.value
            ? notApplicable('a subnetwork for proxies records no flows')
            : stated.has('log_config'),
      },
    };
  },
});
