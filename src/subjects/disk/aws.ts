import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { backupSelections } from '../aws-backup.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every, namesOwnKey, some } from '../stated.ts';

const docs = 'https://docs.aws.amazon.com/ebs/latest/userguide';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const host = notApplicable('disks of the host are encrypted by its hardware');

/**
 * Where nothing is written, the account decides: it can encrypt every new volume of a region. A program that says so
 * settles it; else nobody can tell from code. https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
function byAccount(resource: Resource, own: Reader): Fact<boolean> {
  const [setting] = resource.program.ofType('aws_ebs_encryption_by_default');
  const on = setting && reader(setting).bool('enabled', enabled);
  if (on && on.known && on.value) return byDefault(true, own.at, `${docs}/encryption-by-default.html`);
  return unknownFact(
    {
      code: 'default-depends-on-account',
      subject: 'the account’s encryption of new volumes',
      settledBy: 'encrypted = true here, or aws_ebs_encryption_by_default in the same code',
    },
    own.at,
  );
}

const enabled = { value: true, source: `${registry}/ebs_encryption_by_default` };

/** What is written, else what the account does. A key of one's own is only taken for a volume that is encrypted. */
function volumeEncrypted(resource: Resource, own: Reader): Fact<boolean> {
  const written = own.value('encrypted');
  if (written) return own.bool('encrypted', enabled);
  return byAccount(resource, own);
}

const volume = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['aws_ebs_volume'],
  map: (disk) => {
    const own = reader(disk);
    const ofSnapshot = own.value('snapshot_id') && !own.value('encrypted');
    return {
      kind: 'disk',
      provider: 'aws',
      ...subjectOf(disk),
      traits: {
        region: regionOf(disk),
        inBackupPlan: volumeInPlan(disk),
        encryptedAtRest: ofSnapshot
          ? unknownFact(
              {
                code: 'not-in-repository',
                subject: 'snapshot_id',
                settledBy: 'encrypted = true here: a volume is encrypted as its snapshot is',
              },
              disk.at,
            )
          : volumeEncrypted(disk, own),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        encryptedOnHost: host,
      },
    };
  },
});

const accountRule = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['aws_ebs_encryption_by_default'],
  map: (setting) => ({
    kind: 'disk',
    provider: 'aws',
    ...subjectOf(setting),
    traits: {
      region: notApplicable('it is a setting and holds nothing'),
      inBackupPlan: notApplicable('volumes that have to last are resources of their own'),
      encryptedAtRest: reader(setting).bool('enabled', enabled),
      encryptedWithOwnKey: notApplicable('the account’s default key is a setting of its own'),
      encryptedOnHost: host,
    },
  }),
});

/** The disks that a machine or a launch template states, and the root disk that it has in any case. */
const machine = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['aws_instance', 'aws_launch_configuration', 'aws_launch_template', 'aws_spot_instance_request'],
  map: (resource) => {
    const own = reader(resource);
    const template = resource.type === 'aws_launch_template';
    const stated = template ? templateDisks(own) : [...own.blocks('root_block_device').items, ...extraDisks(own)];
    const facts = stated.map((disk) => volumeEncrypted(resource, disk));
    // The root disk is there without a word: it comes from the image. In a template the image's device name decides it.
    const rootStated = template ? stated.length > 0 : own.blocks('root_block_device').items.length > 0;
    // An instance from a template takes its disks from there.
    const fromTemplate = own.has('launch_template');
    const delegated = resource.type !== 'aws_launch_template' && fromTemplate.known && fromTemplate.value;
    if (!rootStated && !delegated) facts.push(byAccount(resource, own));
    return {
      kind: 'disk',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        region: regionOf(resource),
        inBackupPlan: notApplicable('volumes that have to last are resources of their own'),
        encryptedAtRest:
          facts.length === 0
            ? notApplicable('its launch template states the disks')
            : every(facts, known(true, resource.at)),
        encryptedWithOwnKey:
          stated.length === 0
            ? notApplicable('it states no disk')
            : every(
                stated.map((disk) => namesOwnKey(disk, 'kms_key_id')),
                known(false, resource.at),
              ),
        encryptedOnHost: host,
      },
    };
  },
});

const extraDisks = (own: Reader): readonly Reader[] =>
  own.blocks('ebs_block_device').items.filter((disk) => !disk.value('no_device'));

const templateDisks = (own: Reader): readonly Reader[] =>
  own.blocks('block_device_mappings').items.flatMap((device) => device.blocks('ebs').items);

/** The disks of the machines that answer for a model. */
const endpoint = mapping({
  kind: 'disk',
  dialect: 'terraform',
  types: ['aws_sagemaker_endpoint_configuration'],
  map: (configuration) => ({
    kind: 'disk',
    provider: 'aws',
    ...subjectOf(configuration),
    traits: {
      region: regionOf(configuration),
      inBackupPlan: notApplicable('volumes that have to last are resources of their own'),
      encryptedOnHost: host,
      encryptedAtRest: byDefault(
        true,
        configuration.at,
        'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
      ),
      encryptedWithOwnKey: namesOwnKey(reader(configuration), 'kms_key_arn'),
    },
  }),
});

export default [volume, accountRule, machine, endpoint];

/** By a selection of a backup plan; a policy of snapshots goes by tags, which can't be told for sure. */
function volumeInPlan(volume: Resource): Fact<boolean> {
  const found = backupSelections(volume, 'a backup selection that names this volume');
  const [policy] = volume.program.ofType('aws_dlm_lifecycle_policy');
  const byTag = {
    code: 'not-evaluated' as const,
    subject: policy?.name ?? '',
    settledBy: 'a backup selection that names this volume',
  };
  return some([...found, ...(policy ? [unknownFact(byTag, volume.at)] : [])], known(false, volume.at));
}
