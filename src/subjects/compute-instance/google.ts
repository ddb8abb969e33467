import {
  allOf,
  anyItem,
  anyOf,
  known,
  mapFact,
  not,
  notApplicable,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources';

const everyApi = (scope: string): boolean => scope === 'cloud-platform' || scope.endsWith('/auth/cloud-platform');
// The default account is PROJECT_NUMBER-compute@…: https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
const isDefault = (email: string): boolean => email.endsWith('-compute@developer.gserviceaccount.com');

const machines = mapping({
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
        measuredClosely: notApplicable('the platform measures every minute by itself'),
        secretInCode: notApplicable('nothing here sets a password'),
        metadataNeedsToken: notApplicable('the metadata server asks for a header that a forwarded request can’t set'),
        hasPublicAddress: addresses[0]
          ? anyOf(addresses[0], ...addresses.slice(1))
          : fromTemplate
            ? notApplicable('its template says so')
            : known(false, machine.at),
        passwordLogin: notApplicable('images let in by key only; nothing here sets a password'),
        sharedKeysSignIn: skip ? cluster : sharedKeysSignIn(machine, fromTemplate),
        centralLogin: stated.value('metadata.enable-oslogin')
          ? isOn(stated, 'metadata.enable-oslogin')
          : notApplicable('the project decides it'),
        startVerified: skip ? cluster : startVerified(stated, fromTemplate),
        serialConsole: skip
          ? cluster
          : fromTemplate && !stated.value('metadata')
            ? notApplicable('its template says so')
            : isOn(stated, 'metadata.serial-port-enable'),
        forwardsPackets: skip
          ? cluster
          : fromTemplate && !stated.value('can_ip_forward')
            ? notApplicable('its template says so')
            : stated.bool('can_ip_forward', { value: false, source: `${registry}/compute_instance` }),
        takesUpdates: notApplicable('its image and what is run on it decide it'),
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

// Values are texts, of which TRUE, Y, Yes and 1 are true: https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys
const isOn = (own: Reader, path: string): Fact<boolean> =>
  mapFact(own.optionalString(path), (text) => /^(true|y|yes|1)$/i.test(text ?? ''));

/** OS Login puts identities in the place of keys in the metadata, on the machine or for the whole project. */
function sharedKeysSignIn(machine: Resource, fromTemplate: boolean): Fact<boolean> | NotApplicable {
  const own = reader(machine);
  if (fromTemplate && !own.value('metadata')) return notApplicable('its template says so');
  const login = own.value('metadata.enable-oslogin') ? isOn(own, 'metadata.enable-oslogin') : projectLogin(machine);
  return not(anyOf(isOn(own, 'metadata.block-project-ssh-keys'), login));
}

function projectLogin(machine: Resource): Fact<boolean> {
  const whole = machine.program
    .ofType('google_compute_project_metadata')
    .map((metadata) => isOn(reader(metadata), 'metadata.enable-oslogin'));
  const items = machine.program
    .ofType('google_compute_project_metadata_item')
    .filter((item) => {
      const key = reader(item).optionalString('key');
      return key.known && key.value === 'enable-oslogin';
    })
    .map((item) => isOn(reader(item), 'value'));
  return some([...whole, ...items], known(false, machine.at));
}

function accountIsDefault(account: Reader): Fact<boolean> {
  const value = account.value('email');
  // An address of a service account that this program makes is never the default one.
  if (value?.type === 'unknown' && value.references?.some(({ address }) => /google_service_account\./.test(address)))
    return known(false, value.at, value.via);
  return mapFact(account.optionalString('email'), (email) => email === undefined || isDefault(email));
}

// On for every image that can, as those of the platform do: https://cloud.google.com/compute/shielded-vm/docs/shielded-vm
function startVerified(own: Reader, fromTemplate: boolean): Fact<boolean> | NotApplicable {
  if (fromTemplate && !own.value('shielded_instance_config')) return notApplicable('its template says so');
  const source = `${registry}/compute_instance`;
  return allOf(
    own.bool('shielded_instance_config.enable_vtpm', { value: true, source }),
    own.bool('shielded_instance_config.enable_integrity_monitoring', { value: true, source }),
  );
}

/** What holds for every machine of a project. */
const projects = mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['google_compute_project_metadata', 'google_compute_project_metadata_item'],
  map: (metadata) => {
    const own = reader(metadata);
    const item = metadata.type.endsWith('_item');
    const key = own.optionalString('key');
    if (item && !(key.known && key.value === 'enable-oslogin')) return undefined;
    return {
      kind: 'compute-instance',
      provider: 'google',
      ...subjectOf(metadata),
      traits: traitsOfPart('compute-instance', 'it is for all machines of the project', {
        centralLogin: isOn(own, item ? 'value' : 'metadata.enable-oslogin'),
      }),
    };
  },
});

export default [machines, projects];
