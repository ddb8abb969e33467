import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, mapFact, unknownFact, notApplicable, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, referencesIn } from '../read.ts';
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
        encryptedAtRest: own.bool('encrypted', { value: false, source: `${registry}/efs_file_system` }),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        inBackupPlan: some([...ownPolicy, ...selections(share)], known(false, share.at)),
      },
    };
  },
});

/** Backup selections name resources, or take all with a tag: the latter can't be told for sure. */
function selections(share: Resource): Fact<boolean>[] {
  return share.program.ofType('aws_backup_selection').flatMap((selection): Fact<boolean>[] => {
    const own = reader(selection);
    const value = own.value('resources');
    if (referencesIn(value).some(({ address }) => share.program.find(address).includes(share)))
      return [known(true, value!.at)];
    const named = own.strings('resources');
    if (named.items.some((item) => item.known && item.value === '*')) return [known(true, named.at)];
    if (!own.value('selection_tag') && !own.value('condition')) return [];
    return [
      unknownFact(
        {
          code: 'not-evaluated',
          subject: selection.name,
          settledBy: 'a backup selection that names this file system, or aws_efs_backup_policy',
        },
        share.at,
      ),
    ];
  });
}

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
