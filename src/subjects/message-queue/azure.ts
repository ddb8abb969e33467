import { byDefault, known, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default } from '../read.ts';
import { fromParts, isNamed } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

export default mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['azurerm_servicebus_namespace', 'azurerm_eventhub_namespace'],
  map: (namespace) => {
    const own = reader(namespace);
    const page = namespace.type.replace(/^azurerm_/, '');
    const stated = <T>(value: T): Default<T> => ({ value, source: `${registry}/${page}` });
    return {
      kind: 'message-queue',
      provider: 'azure',
      ...subjectOf(namespace),
      traits: {
        activityLogged: notApplicable('what it logs is set apart from it'),
        grantsEveryAction: notApplicable('it is granted by roles'),
        encryptedAtRest: byDefault(
          true,
          namespace.at,
          'https://learn.microsoft.com/azure/security/fundamentals/encryption-atrest',
        ),
        encryptedWithOwnKey:
          namespace.type === 'azurerm_servicebus_namespace'
            ? isNamed(own, 'customer_managed_key.key_vault_key_id')
            : fromParts(
                namespace,
                ['azurerm_eventhub_namespace_customer_managed_key'],
                'eventhub_namespace_id',
                ['id'],
                (part) => known(true, part.at),
                known(false, namespace.at),
              ),
        publicByPolicy: notApplicable('it has no policy that could name everyone'),
        publiclyReachable: notApplicable('it is reached through an address of the cloud that checks every caller'),
        sharedKeysAccepted:
          namespace.type === 'azurerm_servicebus_namespace'
            ? own.bool('local_auth_enabled', stated(true))
            : own.bool('local_authentication_enabled', stated(true)),
        secretInCode: notApplicable('the service makes its keys'),
        requiresTls: byDefault(
          true,
          namespace.at,
          'https://learn.microsoft.com/azure/service-bus-messaging/transport-layer-security-enforce-minimum-version',
        ),
        minimumTlsVersion: own.string('minimum_tls_version', stated('1.2')),
      },
    };
  },
});
