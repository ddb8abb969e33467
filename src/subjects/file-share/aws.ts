import { regionOf } from '../region-of.ts';
import { byDefault, known, mapFact, notApplicable } from '../../model/fact.ts';
import { backupSelections } from '../aws-backup.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey, some } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';

const elastic = mapping({
  kind: 'file-share',
  dialect: 'terraform',
  types: ['aws_efs_file_system'],
  map: (share) => {
    const own = reader(share);
    const policies = linked(share, ['aws_efs_backup_policy'], 'file_system_id', ['id']).parts;
    const ownPolicy = policies.map((policy) =>
      mapFact(
        reader(policy).string('backup_policy.status', { value: 'DISABLED', source: `${registry}/efs_backup_policy` }),
        (status) => status === 'ENABLED',
      ),
    );
    return {
      kind: 'file-share',
      provider: 'aws',
      ...subjectOf(share, policies),
      traits: {
        region: regionOf(share),
        encryptedAtRest: own.bool('encrypted', { value: false, source: `${registry}/efs_file_system` }),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        inBackupPlan: some(
          [
            ...ownPolicy,
            ...backupSelections(share, 'a backup selection that names this file system, or aws_efs_backup_policy'),
          ],
          known(false, share.at),
        ),
      },
    };
  },
});

const managed = mapping({
  kind: 'file-share',
  dialect: 'terraform',
  types: [
    'aws_fsx_lustre_file_system',
    'aws_fsx_windows_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
  ],
  map: (share) => {
    const own = reader(share);
    const days = own.optionalNumber('automatic_backup_retention_days');
    return {
      kind: 'file-share',
      provider: 'aws',
      ...subjectOf(share),
      traits: {
        region: regionOf(share),
        encryptedAtRest: byDefault(
          true,
          share.at,
          'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html',
        ),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        inBackupPlan:
          days.known && days.value === undefined
            ? notApplicable('the kind of file system decides how long it keeps backups by itself')
            : mapFact(days, (kept) => (kept ?? 0) > 0),
      },
    };
  },
});

export default [elastic, managed];
