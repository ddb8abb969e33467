import { regionOf } from '../region-of.ts';
import { known } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey, some } from '../stated.ts';

export default mapping({
  kind: 'backup-vault',
  dialect: 'terraform',
  types: ['aws_backup_vault'],
  map: (vault) => {
    const locks = linked(vault, ['aws_backup_vault_lock_configuration'], 'backup_vault_name', ['name']).parts;
    return {
      kind: 'backup-vault',
      provider: 'aws',
      ...subjectOf(vault, locks),
      traits: {
        region: regionOf(vault),
        encryptedWithOwnKey: namesOwnKey(reader(vault), 'kms_key_arn'),
        deletionProtected: some(
          locks.map((lock) => known(true, lock.at)),
          known(false, vault.at),
        ),
      },
    };
  },
});
