import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, byDefault, known, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every, isNamed } from '../stated.ts';

const encrypted = (thing: Resource) =>
  byDefault(true, thing.at, 'https://cloud.google.com/compute/docs/disks/disk-encryption');
const host = notApplicable('local disks are encrypted as all others');

const disk = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['google_compute_disk', 'google_compute_region_disk'],
  map: (resource) => ({
    kind: 'disk',
    provider: 'google',
    ...subjectOf(resource),
    traits: {
      region: regionOf(resource),
      inBackupPlan: notApplicable('schedules of snapshots are attached apart from it'),
      encryptedAtRest: encrypted(resource),
      encryptedWithOwnKey: keyOf(
        reader(resource),
        'disk_encryption_key.kms_key_self_link',
        'disk_encryption_key.raw_key',
      ),
      encryptedOnHost: host,
    },
  }),
});

/** A key in the key service, or one that the customer hands over with each request. */
const keyOf = (own: Reader, inService: string, ...handedOver: readonly string[]) =>
  anyOf(isNamed(own, inService), ...handedOver.map((path) => isNamed(own, path)));

const machine = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['google_compute_instance'],
  map: (resource) => {
    const own = reader(resource);
    // A disk that is a resource of its own states its key itself.
    const disks = own.blocks('boot_disk').items.filter((item) => !item.value('source'));
    return {
      kind: 'disk',
      provider: 'google',
      ...subjectOf(resource),
      traits: {
        region: regionOf(resource),
        inBackupPlan: notApplicable('schedules of snapshots are attached apart from it'),
        encryptedAtRest: encrypted(resource),
        encryptedWithOwnKey:
          disks.length === 0
            ? notApplicable('its disks are resources of their own')
            : every(
                disks.map((item) => keyOf(item, 'kms_key_self_link', 'disk_encryption_key_raw')),
                known(false, resource.at),
              ),
        encryptedOnHost: host,
      },
    };
  },
});

export default [disk, machine];
