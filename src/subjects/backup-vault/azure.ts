import { regionOf } from '../region-of.ts';
import { anyOf, mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

const recovery = mapping({
  kind: 'backup-vault',
  dialect: 'terraform',
  types: ['azurerm_recovery_services_vault', 'azurerm_data_protection_backup_vault'],
  map: (vault) => {
    const own = reader(vault);
    return {
      kind: 'backup-vault',
      provider: 'azure',
      ...subjectOf(vault),
      traits: {
        region: regionOf(vault),
        encryptedWithOwnKey: isNamed(own, 'encryption.key_id'),
        deletionProtected: vault.type === 'azurerm_recovery_services_vault' ? recoveryKept(own) : backupKept(own),
      },
    };
  },
});

/** Deleted backups are kept for a time, or the vault refuses to lose them. */
const recoveryKept = (own: Reader) =>
  anyOf(
    own.bool('soft_delete_enabled', { value: true, source: `${registry}/recovery_services_vault` }),
    locked(own, 'recovery_services_vault'),
  );
const backupKept = (own: Reader) =>
  anyOf(
    mapFact(
      own.string('soft_delete', { value: 'On', source: `${registry}/data_protection_backup_vault` }),
      (mode) => mode !== 'Off',
    ),
    locked(own, 'data_protection_backup_vault'),
  );
const locked = (own: Reader, page: string) =>
  mapFact(
    own.string('immutability', { value: 'Disabled', source: `${registry}/${page}` }),
    (mode) => mode === 'Locked',
  );

export default recovery;
