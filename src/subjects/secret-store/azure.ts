import { allOf, known, not, notApplicable } from '../../model/fact.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default } from '../read.ts';
import { isNamed, isOneOf, isWritten, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault';
const stated = <T>(value: T): Default<T> => ({ value, source: registry });

const vault = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['azurerm_key_vault'],
  map: (resource) => {
    const own = reader(resource);
    const secrets = linked(resource, ['azurerm_key_vault_secret'], 'key_vault_id', ['id']).parts;
    const diagnostics = linked(resource, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id', ['id']).parts;
    return {
      kind: 'secret-store',
      provider: 'azure',
      ...subjectOf(resource, [...secrets, ...diagnostics]),
      traits: {
        accessLogged: known(diagnostics.length > 0, diagnostics[0]?.at ?? resource.at),
        expires: notApplicable('its secrets say so one by one'),
        rotatedEveryDays: notApplicable('its secrets and keys decide it'),
        encryptedWithOwnKey: notApplicable('the vault is what keeps the keys'),
        secretInCode: some(
          secrets.map((secret) => isWritten(reader(secret), 'value', 'value_wo')),
          known(false, resource.at),
        ),
        openNetwork: allOf(
          own.bool('public_network_access_enabled', stated(true)),
          not(isOneOf(own.string('network_acls.default_action', stated('Allow')), ['deny'])),
        ),
        publicByPolicy: notApplicable('its access policies name people and workloads'),
        // Soft delete can't be switched off any more; without purge protection, whoever deletes can purge as well.
        deletionProtected: own.bool('purge_protection_enabled', stated(false)),
        rotated: notApplicable('its secrets and keys decide it'),
      },
    };
  },
});

/** A secret says by itself when it ends. Its text is judged with the vault, where that is in this program. */
const secrets = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['azurerm_key_vault_secret'],
  map: (secret) => {
    const own = reader(secret);
    const owned = hasOwner(secret, ['azurerm_key_vault'], 'key_vault_id', ['id']);
    return {
      kind: 'secret-store',
      provider: 'azure',
      ...subjectOf(secret),
      traits: traitsOfPart('secret-store', 'the vault that keeps it decides it', {
        expires: isNamed(own, 'expiration_date'),
        ...(!owned && { secretInCode: isWritten(own, 'value', 'value_wo') }),
      }),
    };
  },
});

export default [vault, secrets];
