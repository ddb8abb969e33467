import { anyItem, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every, namesOwnKey } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const asOrigin = notApplicable('a snapshot is encrypted as its origin is');

/** `all` shares with every account: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html */
const ofDatabase = mapping({
  kind: 'snapshot',
  dialect: 'terraform',
  types: ['aws_db_snapshot', 'aws_db_cluster_snapshot', 'aws_db_snapshot_copy', 'aws_rds_cluster_snapshot_copy'],
  map: (snapshot) => ({
    kind: 'snapshot',
    provider: 'aws',
    ...subjectOf(snapshot),
    traits: {
      sharedWithEveryone: anyItem(reader(snapshot).strings('shared_accounts'), (account) => account === 'all'),
      encryptedAtRest: asOrigin,
      encryptedWithOwnKey: snapshot.type.endsWith('_copy') ? namesOwnKey(reader(snapshot), 'kms_key_id') : asOrigin,
    },
  }),
});

/** A copy may be encrypted where its origin is not; it can’t lose encryption. */
const diskCopy = mapping({
  kind: 'snapshot',
  dialect: 'terraform',
  types: ['aws_ebs_snapshot_copy', 'aws_ami_copy'],
  map: (snapshot) => {
    const own = reader(snapshot);
    return {
      kind: 'snapshot',
      provider: 'aws',
      ...subjectOf(snapshot),
      traits: {
        sharedWithEveryone: notApplicable('permissions are resources of their own'),
        encryptedAtRest: own.value('encrypted') ? own.bool('encrypted', { reason }) : unknownFact(reason, snapshot.at),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
      },
    };
  },
});

const reason = {
  code: 'not-in-repository' as const,
  subject: 'the snapshot it is copied from',
  settledBy: 'encrypted = true here: without a word a copy is encrypted as its origin is',
};

const image = mapping({
  kind: 'snapshot',
  dialect: 'terraform',
  types: ['aws_ami'],
  map: (resource) => {
    const disks = reader(resource).blocks('ebs_block_device').items;
    return {
      kind: 'snapshot',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        sharedWithEveryone: notApplicable('permissions are resources of their own'),
        encryptedAtRest:
          disks.length === 0
            ? asOrigin
            : every(
                disks.map((disk: Reader) =>
                  disk.value('snapshot_id') ? unknownFact(reason, disk.at) : encrypted(disk),
                ),
                known(true, resource.at),
              ),
        encryptedWithOwnKey: asOrigin,
      },
    };
  },
});

const encrypted = (disk: Reader): Fact<boolean> =>
  disk.bool('encrypted', {
    value: false,
    source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami',
  });

const imagePermission = mapping({
  kind: 'snapshot',
  dialect: 'terraform',
  types: ['aws_ami_launch_permission'],
  map: (permission) => ({
    kind: 'snapshot',
    provider: 'aws',
    ...subjectOf(permission),
    traits: traitsOfPart('snapshot', 'it is a permission on an image', {
      sharedWithEveryone: mapFact(reader(permission).optionalString('group'), (group) => group === 'all'),
    }),
  }),
});

export default [ofDatabase, diskCopy, image, imagePermission];
