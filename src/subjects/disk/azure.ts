import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, byDefault, known, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const learn = 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview';
const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

const managed = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['azurerm_managed_disk'],
  map: (disk) => ({
    kind: 'disk',
    provider: 'azure',
    ...subjectOf(disk),
    traits: {
      region: regionOf(disk),
      inBackupPlan: notApplicable('disks are backed up with their machine'),
      encryptedAtRest: byDefault(true, disk.at, learn),
      encryptedWithOwnKey: anyOf(
        isNamed(reader(disk), 'disk_encryption_set_id'),
        isNamed(reader(disk), 'secure_vm_disk_encryption_set_id'),
      ),
      encryptedOnHost: notApplicable('the machine it is attached to decides it'),
    },
  }),
});

const machine = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: [
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
  ],
  map: (machine) => {
    const own = reader(machine);
    return {
      kind: 'disk',
      provider: 'azure',
      ...subjectOf(machine, backupsOf(machine).parts),
      traits: {
        region: regionOf(machine),
        inBackupPlan: machine.type.endsWith('_set')
          ? notApplicable('machines of a set are replaced and hold nothing that has to last')
          : isBackedUp(machine),
        encryptedAtRest: byDefault(true, machine.at, learn),
        encryptedWithOwnKey: isNamed(own, 'os_disk.disk_encryption_set_id'),
        encryptedOnHost: own.bool('encryption_at_host_enabled', {
          value: false,
          source: `${registry}/${machine.type.replace(/^azurerm_/, '')}`,
        }),
      },
    };
  },
});

const backupsOf = (machine: Resource) => linked(machine, ['azurerm_backup_protected_vm'], 'source_vm_id', ['id']);

function isBackedUp(machine: Resource): Fact<boolean> {
  const { parts, maybe, reason } = backupsOf(machine);
  if (parts[0]) return known(true, parts[0].at);
  return maybe.length > 0 && reason ? unknownFact(reason, machine.at) : known(false, machine.at);
}

/** The first generation names its disks otherwise, and has no switch for what its host keeps. */
const formerMachine = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['azurerm_virtual_machine'],
  map: (machine) => ({
    kind: 'disk',
    provider: 'azure',
    ...subjectOf(machine, backupsOf(machine).parts),
    traits: {
      region: regionOf(machine),
      inBackupPlan: isBackedUp(machine),
      encryptedAtRest: byDefault(true, machine.at, learn),
      encryptedWithOwnKey: notApplicable('its disks are attached to it and name the key themselves'),
      encryptedOnHost: notApplicable('the older resource can’t state it'),
    },
  }),
});

/** The disks of the machines that a cluster runs on. */
const nodes = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['azurerm_kubernetes_cluster', 'azurerm_kubernetes_cluster_node_pool'],
  map: (owner) => {
    const own = reader(owner);
    const page = owner.type.replace(/^azurerm_/, '');
    const pool = owner.type === 'azurerm_kubernetes_cluster' ? 'default_node_pool.' : '';
    const off = { value: false, source: `${registry}/${page}` };
    return {
      kind: 'disk',
      provider: 'azure',
      ...subjectOf(owner),
      traits: {
        region: notApplicable('its cluster decides it'),
        inBackupPlan: notApplicable('disks are backed up with their machine'),
        encryptedAtRest: byDefault(true, owner.at, learn),
        encryptedWithOwnKey: pool
          ? isNamed(own, 'disk_encryption_set_id')
          : notApplicable('its cluster names the key of its disks'),
        // Renamed in version 4.
        encryptedOnHost: anyOf(
          own.bool(`${pool}host_encryption_enabled`, off),
          own.bool(`${pool}enable_host_encryption`, off),
        ),
      },
    };
  },
});

export default [managed, machine, formerMachine, nodes];
