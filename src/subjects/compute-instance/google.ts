import { allOf, anyItem, anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const everyApi = (scope: string): boolean => scope === 'cloud-platform' || scope.endsWith('/auth/cloud-platform');
// The default account is PROJECT_NUMBER-compute@…: https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
const isDefault = (email: string): boolean => email.endsWith('-compute@developer.gserviceaccount.com');

export default mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['google_compute_instance', 'google_compute_instance_template', 'google_compute_instance_from_template'],
  map: (machine) => {
    const stated = reader(machine);
    const interfaces = stated.blocks('network_interface').items;
    const addresses = interfaces.flatMap((one) => [one.has('access_config'), one.has('ipv6_access_config')]);
    const fromTemplate = machine.type === 'google_compute_instance_from_template';
    // GKE names its nodes' machines so; nobody sets their account here.
    const ofCluster = mapFact(stated.optionalString('name'), (name) => name?.startsWith('gke-') ?? false);
    const [account] = stated.blocks('service_account').items;
    const runs = account
      ? anyOf(accountIsDefault(account))
      : fromTemplate
        ? notApplicable('its template says so')
        : known(false, machine.at);
    const skip = ofCluster.known && ofCluster.value;
    const cluster = notApplicable('a node of a cluster is set up by its node pool');
    return {
      kind: 'compute-instance',
      provider: 'google',
      ...subjectOf(machine),
      traits: {
        metadataNeedsToken: notApplicable('the metadata server asks for a header that a forwarded request can’t set'),
        hasPublicAddress: addresses[0]
          ? anyOf(addresses[0], ...addresses.slice(1))
          : fromTemplate
            ? notApplicable('its template says so')
            : known(false, machine.at),
        passwordLogin: notApplicable('images let in by key only; nothing here sets a password'),
        runsAsDefault: skip ? cluster : runs,
        mayUseEveryApi: skip
          ? cluster
          : account
            ? allOf(accountIsDefault(account), anyItem(account.strings('scopes'), everyApi))
            : fromTemplate
              ? notApplicable('its template says so')
              : known(false, machine.at),
      },
    };
  },
});

function accountIsDefault(account: Reader): Fact<boolean> {
  const value = account.value('email');
  // An address of a service account that this program makes is never the default one.
  if (value?.type === 'unknown' && value.references?.some(({ address }) => /google_service_account\./.test(address)))
    return known(false, value.at, value.via);
  return mapFact(account.optionalString('email'), (email) => email === undefined || isDefault(email));
}
