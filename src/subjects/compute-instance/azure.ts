import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, known, mapFact, not, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed, isWritten, some } from '../stated.ts';

const metadata = notApplicable('the metadata service asks for a header that a forwarded request can’t set');
const roles = notApplicable('a machine has no identity unless one is named');
const noShared = notApplicable('keys are given to each machine');
const noConsole = notApplicable('the console asks for an identity of the directory and a login of the machine');
const noForwarding = {
  value: false,
  source: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface',
};

const hasAddress = (
  configurations: readonly Reader[],
  has: (one: Reader) => Fact<boolean>,
  at: Fact<boolean>['at'],
): Fact<boolean> => {
  const [first, ...rest] = configurations.map((one): Fact<boolean> => {
    const named = has(one);
    return named.known ? known(named.value, one.at) : named;
  });
  return first ? anyOf(first, ...rest) : known(false, at);
};

/** A machine has the addresses of its network interfaces. */
const byPlatform = notApplicable('the platform measures every minute by itself');

const interfaces = mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['azurerm_network_interface'],
  map: (one) => ({
    kind: 'compute-instance',
    provider: 'azure',
    ...subjectOf(one),
    traits: {
      measuredClosely: byPlatform,
      secretInCode: notApplicable('its machine has the password'),
      metadataNeedsToken: metadata,
      hasPublicAddress: hasAddress(
        reader(one).blocks('ip_configuration').items,
        (ip) => isNamed(ip, 'public_ip_address_id'),
        one.at,
      ),
      passwordLogin: notApplicable('its machine says how one signs in'),
      sharedKeysSignIn: noShared,
      centralLogin: notApplicable('an extension of the machine switches it on'),
      startVerified: notApplicable('not every size and image of machine offers it'),
      serialConsole: noConsole,
      forwardsPackets: anyOf(
        reader(one).bool('ip_forwarding_enabled', noForwarding),
        reader(one).bool('enable_ip_forwarding', noForwarding),
      ),
      takesUpdates: notApplicable('its machine says so'),
      runsAsDefault: roles,
      mayUseEveryApi: roles,
    },
  }),
});

const sets = mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'],
  map: (set) => ({
    kind: 'compute-instance',
    provider: 'azure',
    ...subjectOf(set),
    traits: {
      measuredClosely: byPlatform,
      secretInCode: isWritten(reader(set), 'admin_password'),
      metadataNeedsToken: metadata,
      hasPublicAddress: hasAddress(
        reader(set)
          .blocks('network_interface')
          .items.flatMap((one) => one.blocks('ip_configuration').items),
        (ip) => ip.has('public_ip_address'),
        set.at,
      ),
      passwordLogin: passwordLogin(set),
      sharedKeysSignIn: noShared,
      centralLogin: notApplicable('an extension of the machine switches it on'),
      startVerified: notApplicable('not every size and image of machine offers it'),
      serialConsole: noConsole,
      forwardsPackets: some(
        reader(set)
          .blocks('network_interface')
          .items.map((one) => one.bool('enable_ip_forwarding', noForwarding)),
        known(false, set.at),
      ),
      takesUpdates: setTakesUpdates(set),
      runsAsDefault: roles,
      mayUseEveryApi: roles,
    },
  }),
});

const machines = mapping({
  kind: 'compute-instance',
  dialect: 'terraform',
  types: ['azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'],
  map: (machine) => ({
    kind: 'compute-instance',
    provider: 'azure',
    ...subjectOf(machine),
    traits: {
      measuredClosely: byPlatform,
      secretInCode: isWritten(reader(machine), 'admin_password'),
      metadataNeedsToken: metadata,
      hasPublicAddress: notApplicable('its network interfaces have addresses'),
      passwordLogin: passwordLogin(machine),
      sharedKeysSignIn: noShared,
      centralLogin: notApplicable('an extension of the machine switches it on'),
      startVerified: notApplicable('not every size and image of machine offers it'),
      serialConsole: noConsole,
      forwardsPackets: notApplicable('its network interfaces say so'),
      takesUpdates: takesUpdates(machine),
      runsAsDefault: roles,
      mayUseEveryApi: roles,
    },
  }),
});

function passwordLogin(machine: Resource): Fact<boolean> | NotApplicable {
  if (machine.type.includes('windows')) return notApplicable('Windows is administrated with a password or an identity');
  return not(
    reader(machine).bool('disable_password_authentication', {
      value: true,
      source: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    }),
  );
}

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';
const byImage = notApplicable('its image decides it, unless the platform is asked to install updates');

/** Later versions call it automatic_updates_enabled: what is written under either name decides. */
const windowsUpdates = (own: Reader, page: string): Fact<boolean> =>
  own.bool(own.value('enable_automatic_updates') ? 'enable_automatic_updates' : 'automatic_updates_enabled', {
    value: true,
    source: `${registry}/${page}`,
  });

function takesUpdates(machine: Resource): Fact<boolean> | NotApplicable {
  const own = reader(machine);
  const mode = own.optionalString('patch_mode');
  if (!machine.type.includes('windows')) {
    if (!mode.known) return mode;
    return mode.value === 'AutomaticByPlatform' ? { ...mode, value: true } : byImage;
  }
  return allOf(
    windowsUpdates(own, 'windows_virtual_machine'),
    mapFact(mode, (name) => name !== 'Manual'),
  );
}

/**
 * Machines of a set are updated one by one, or replaced by the next version of their image: then Windows must not update by
 * itself. https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade
 */
function setTakesUpdates(set: Resource): Fact<boolean> | NotApplicable {
  const own = reader(set);
  const page = set.type.replace(/^azurerm_/, '');
  const replaced = mapFact(
    own.optionalBool('automatic_os_upgrade_policy.enable_automatic_os_upgrade'),
    (on): boolean => on === true,
  );
  if (set.type.includes('windows')) return anyOf(windowsUpdates(own, page), replaced);
  return replaced.known && !replaced.value ? byImage : replaced;
}

export default [interfaces, sets, machines];
