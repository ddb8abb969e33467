import type { ObjectValue, Value } from '../../model/value.ts';
import type { FilePlace } from '../../model/place.ts';
import { text as named, type Item } from '../programs/items.ts';
import { Body } from '../cloudformation/body.ts';
import { list, object, reason, unknown } from '../cloudformation/values.ts';

/**
 * Azure's own classes take the properties of its resource manager; these are told in the words of Terraform's azurerm provider,
 * where the mappings have words for them: https://www.pulumi.com/registry/packages/azure-native/
 */
interface Term {
  type: string | ((body: Body) => string);
  /** Names that differ: from, to. */
  copy?: readonly (readonly [string, string])[];
  /** "Enabled" or "Disabled" here, true or false there. */
  switches?: readonly (readonly [string, string])[];
  /** True here is false there. */
  negated?: readonly (readonly [string, string])[];
  edit?: (body: Body) => void;
}

const bool = (value: boolean, body: Body): Value => ({ type: 'bool', value, at: body.at, via: [] });

const isOn = (value: Value): Value =>
  value.type === 'string'
    ? { type: 'bool', value: /^(?:enabled|on|true)$/i.test(value.value), at: value.at, via: value.via }
    : value;

const not = (value: Value): Value => (value.type === 'bool' ? { ...value, value: !value.value } : value);

const lower = (value: Value): Value =>
  value.type === 'string' ? { ...value, value: value.value.toLowerCase() } : value;

/** Nobody knows what holds where nothing is written here: the version of the interface decides, or another resource. */
const open = (body: Body, ...paths: readonly string[]): void => {
  for (const path of paths)
    body.otherwise(
      path,
      unknown(
        reason('default-depends-on-version', path, 'the property, written out: its default hangs on the version'),
        body.at,
      ),
    );
};

/** What stands in `properties` stands in the resource itself. */
function inner(body: Body): void {
  const properties = body.get('properties');
  if (properties?.type === 'object') for (const [key, value] of properties.entries) body.otherwise(key, value);
  else if (properties?.type === 'unknown') body.set('public_network_access_enabled', properties);
}

/** A network that admits only what it is told to. */
const publicAccess = ['public_network_access', 'public_network_access_enabled'] as const;

const server = (body: Body): void => {
  // Rules name the server; there they refer to it by its id.
  body.copy('server_name', 'server_id');
};

const expires = (body: Body): void => {
  inner(body);
  const date = body.get('attributes.exp');
  if (date) body.set('expiration_date', date);
  body.copy('vault_name', 'key_vault_id');
};

const flexible = (body: Body): void => {
  body
    .copy('backup.backup_retention_days', 'backup_retention_days')
    .copy('backup.geo_redundant_backup', 'geo_redundant_backup_enabled', isOn)
    .copy('network.public_network_access', 'public_network_access_enabled', isOn)
    .copy('network.delegated_subnet_resource_id', 'delegated_subnet_id')
    .copy('auth_config.active_directory_auth', 'authentication.active_directory_auth_enabled', isOn)
    .copy('administrator_login_password', 'administrator_password')
    .copy('data_encryption.primary_key_uri', 'customer_managed_key.key_vault_key_id');
  const mode = body.get('high_availability.mode');
  if (mode?.type === 'string' && mode.value === 'Disabled')
    (body.value.entries as Map<string, Value>).delete('high_availability');
};

const machine = (body: Body): void => {
  const profile = body.get('virtual_machine_profile') ? 'virtual_machine_profile.' : '';
  body
    .copy(`${profile}os_profile.admin_password`, 'admin_password')
    .copy(`${profile}os_profile.linux_configuration.disable_password_authentication`, 'disable_password_authentication')
    .copy(`${profile}os_profile.windows_configuration.enable_automatic_updates`, 'automatic_updates_enabled')
    .copy(`${profile}security_profile.encryption_at_host`, 'encryption_at_host_enabled')
    .copy(`${profile}storage_profile.os_disk.managed_disk.disk_encryption_set.id`, 'os_disk.disk_encryption_set_id');
  // A password signs in unless that is switched off: https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update
  body.otherwise('disable_password_authentication', bool(false, body));
};

const isWindows = (body: Body): boolean =>
  ['os_profile', 'virtual_machine_profile.os_profile'].some((path) => body.get(`${path}.windows_configuration`));

const webApp = (body: Body): string => {
  const kind = body.get('kind');
  const words = kind?.type === 'string' ? kind.value.toLowerCase() : '';
  const system = words.includes('linux') ? 'linux' : 'windows';
  return `azurerm_${system}_${words.includes('functionapp') ? 'function' : 'web'}_app`;
};

const terms: { readonly [name: string]: Term } = {
  'storage.StorageAccount': {
    type: 'azurerm_storage_account',
    copy: [
      ['enable_https_traffic_only', 'https_traffic_only_enabled'],
      ['minimum_tls_version', 'min_tls_version'],
      ['allow_blob_public_access', 'allow_nested_items_to_be_public'],
      ['allow_shared_key_access', 'shared_access_key_enabled'],
      ['kind', 'account_kind'],
      ['network_rule_set', 'network_rules'],
      ['immutable_storage_with_versioning', 'immutability_policy'],
    ],
    switches: [publicAccess],
    edit: (body) => {
      const sku = body.get('sku.name');
      if (sku?.type === 'string') {
        const [tier = '', replication = ''] = sku.value.split('_');
        body
          .set('account_tier', { ...sku, value: tier })
          .set('account_replication_type', { ...sku, value: replication });
      } else if (sku) body.set('account_replication_type', sku);
      const source = body.get('encryption.key_source');
      if (source?.type === 'string' && /keyvault/i.test(source.value)) body.set('customer_managed_key', source);
      // Versions and deleted blobs are settings of the blob service, a resource of its own.
      open(
        body,
        'min_tls_version',
        'allow_nested_items_to_be_public',
        'blob_properties.versioning_enabled',
        'blob_properties.delete_retention_policy.days',
      );
    },
  },
  'storage.BlobContainer': {
    type: 'azurerm_storage_container',
    copy: [['account_name', 'storage_account_name']],
    edit: (body) =>
      void body.copy('public_access', 'container_access_type', (value) =>
        value.type === 'string' && value.value === 'None' ? { ...value, value: 'private' } : lower(value),
      ),
  },
  'keyvault.Vault': {
    type: 'azurerm_key_vault',
    edit: (body) => {
      inner(body);
      body
        .copy('enable_purge_protection', 'purge_protection_enabled')
        .copy('enable_rbac_authorization', 'rbac_authorization_enabled')
        .copy('public_network_access', 'public_network_access_enabled', isOn);
    },
  },
  'keyvault.Key': { type: 'azurerm_key_vault_key', edit: expires },
  'keyvault.Secret': { type: 'azurerm_key_vault_secret', edit: expires },
  'containerservice.ManagedCluster': {
    type: 'azurerm_kubernetes_cluster',
    copy: [
      ['enable_rbac', 'role_based_access_control_enabled'],
      ['api_server_access_profile.enable_private_cluster', 'private_cluster_enabled'],
      ['disable_local_accounts', 'local_account_disabled'],
      ['auto_upgrade_profile.upgrade_channel', 'automatic_upgrade_channel'],
      ['addon_profiles.omsagent.enabled', 'addon_profile.oms_agent.enabled'],
      ['addon_profiles.oms_agent.enabled', 'addon_profile.oms_agent.enabled'],
      ['security_profile.azure_key_vault_kms', 'key_management_service'],
    ],
    edit: (body) => {
      const pools = body.get('agent_pool_profiles');
      const [first] = pools?.type === 'list' ? pools.items : [];
      if (first?.type === 'object')
        body
          .set('default_node_pool', first)
          .copy('default_node_pool.enable_node_public_ip', 'default_node_pool.node_public_ip_enabled');
      body.otherwise('role_based_access_control_enabled', bool(true, body));
    },
  },
  'containerregistry.Registry': {
    type: 'azurerm_container_registry',
    copy: [['admin_user_enabled', 'admin_enabled']],
    switches: [publicAccess, ['policies.quarantine_policy.status', 'quarantine_policy_enabled']],
    edit: (body) => {
      const sku = body.get('sku.name');
      if (sku) body.set('sku', sku);
    },
  },
  'network.NetworkSecurityGroup': { type: 'azurerm_network_security_group' },
  'network.SecurityRule': { type: 'azurerm_network_security_rule' },
  'network.VirtualNetwork': { type: 'azurerm_virtual_network' },
  'network.Subnet': {
    type: 'azurerm_subnet',
    copy: [['network_security_group.id', 'security_group']],
  },
  'sql.Server': {
    type: 'azurerm_mssql_server',
    copy: [
      ['minimal_tls_version', 'minimum_tls_version'],
      ['administrators.login', 'azuread_administrator.login_username'],
    ],
    switches: [publicAccess],
    edit: (body) => open(body, 'minimum_tls_version'),
  },
  'sql.Database': { type: 'azurerm_mssql_database', edit: server },
  'sql.FirewallRule': { type: 'azurerm_mssql_firewall_rule', edit: server },
  'dbforpostgresql.Server': { type: 'azurerm_postgresql_flexible_server', edit: flexible },
  'dbforpostgresql.FirewallRule': { type: 'azurerm_postgresql_flexible_server_firewall_rule', edit: server },
  'dbforpostgresql.Configuration': {
    type: 'azurerm_postgresql_flexible_server_configuration',
    copy: [['configuration_name', 'name']],
    edit: server,
  },
  'dbformysql.Server': { type: 'azurerm_mysql_flexible_server', edit: flexible },
  'dbformysql.FirewallRule': { type: 'azurerm_mysql_flexible_server_firewall_rule', edit: server },
  'documentdb.DatabaseAccount': {
    type: 'azurerm_cosmosdb_account',
    copy: [
      ['locations', 'geo_location'],
      ['key_vault_key_uri', 'key_vault_key_id'],
      ['backup_policy.type', 'backup.type'],
    ],
    switches: [publicAccess],
    negated: [
      ['disable_local_auth', 'local_authentication_enabled'],
      ['disable_key_based_metadata_write_access', 'access_key_metadata_writes_enabled'],
    ],
    edit: (body) => {
      body.copy('disable_local_auth', 'local_authentication_disabled');
      const rules = body.get('ip_rules');
      if (rules?.type === 'list')
        body.set(
          'ip_range_filter',
          list(
            rules.items.flatMap((item) =>
              item.type === 'object' ? (item.entries.get('ip_address_or_range') ?? []) : [item],
            ),
            rules.at,
            rules.reason,
          ),
        );
    },
  },
  'redis.Redis': {
    type: 'azurerm_redis_cache',
    copy: [['enable_non_ssl_port', 'non_ssl_port_enabled']],
    switches: [publicAccess],
  },
  'compute.Disk': {
    type: 'azurerm_managed_disk',
    copy: [['encryption.disk_encryption_set_id', 'disk_encryption_set_id']],
  },
  'compute.VirtualMachine': {
    type: (body) => `azurerm_${isWindows(body) ? 'windows' : 'linux'}_virtual_machine`,
    edit: machine,
  },
  'compute.VirtualMachineScaleSet': {
    type: (body) => `azurerm_${isWindows(body) ? 'windows' : 'linux'}_virtual_machine_scale_set`,
    edit: machine,
  },
  'web.WebApp': {
    type: webApp,
    copy: [
      ['site_config.min_tls_version', 'site_config.minimum_tls_version'],
      ['client_cert_enabled', 'client_certificate_enabled'],
      ['site_config.http20_enabled', 'site_config.http2_enabled'],
    ],
    switches: [publicAccess],
    edit: (body) => open(body, 'site_config.ftps_state'),
  },
  'servicebus.Namespace': {
    type: 'azurerm_servicebus_namespace',
    switches: [publicAccess],
    negated: [['disable_local_auth', 'local_auth_enabled']],
  },
  'eventhub.Namespace': {
    type: 'azurerm_eventhub_namespace',
    switches: [publicAccess],
    negated: [['disable_local_auth', 'local_authentication_enabled']],
  },
  'operationalinsights.Workspace': { type: 'azurerm_log_analytics_workspace' },
  'authorization.RoleAssignment': { type: 'azurerm_role_assignment' },
  'network.FlowLog': { type: 'azurerm_network_watcher_flow_log' },
  'insights.DiagnosticSetting': {
    type: 'azurerm_monitor_diagnostic_setting',
    copy: [['resource_uri', 'target_resource_id']],
    edit: (body) => {
      const logs = body.get('logs');
      if (logs?.type !== 'list') return;
      const kept = logs.items.filter((item) => {
        const on = item.type === 'object' ? item.entries.get('enabled') : undefined;
        return !(on?.type === 'bool' && !on.value);
      });
      body.set('enabled_log', list(kept, logs.at, logs.reason));
    },
  },
};

/** Classes that hold others or name things, and make nothing that a rule looks at. */
const quiet =
  /^(?:resources\.ResourceGroup|storage\.(?:BlobServiceProperties|Blob|StorageAccountStaticWebsite|Queue|Table|FileShare)|web\.(?:AppServicePlan|WebApp\w+)|network\.(?:PublicIPAddress|NetworkInterface|RouteTable|PrivateEndpoint|PrivateZone|VirtualNetworkLink)|managedidentity\.UserAssignedIdentity|insights\.Component|sql\.(?:ElasticPool|VirtualNetworkRule)|db\w+\.Database|documentdb\.Sql\w+|containerservice\.AgentPool)$/;

export interface Told {
  type: string;
  body: ObjectValue;
}

/** `storage.v20230101.StorageAccount` is the same class as `storage.StorageAccount`, of an earlier interface. */
const nameOf = (path: readonly string[]): string => path.filter((part) => !/^v\d{8}/.test(part)).join('.');

/**
 * `storage.DefaultAction.Allow` is "Allow". A value that begins with a digit is called after its group, and has no dots:
 * `network.SslProtocol.SslProtocol_1_2`.
 */
export function azureConstant(path: readonly string[], at: FilePlace): Item | undefined {
  const [, group, name, more] = path.filter((part) => !/^v\d{8}/.test(part));
  if (group === undefined || name === undefined || more !== undefined) return undefined;
  return named(name.startsWith(`${group}_`) ? name.slice(group.length + 1).replaceAll('_', '.') : name, at);
}

/** A class in the words of Terraform; undefined where there are none for it. `stated` has names in snake case. */
export function azureTerm(path: readonly string[], stated: ObjectValue): Told | undefined {
  const name = nameOf(path);
  const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
  if (!term) return undefined;
  const body = new Body(object(stated.entries, stated.at, stated.reason));
  const type = typeof term.type === 'string' ? term.type : term.type(body);
  for (const [from, to] of term.copy ?? []) body.copy(from, to);
  for (const [from, to] of term.switches ?? []) body.copy(from, to, isOn);
  for (const [from, to] of term.negated ?? []) body.copy(from, to, not);
  term.edit?.(body);
  return { type, body: body.value };
}

export const isQuietInAzure = (path: readonly string[]): boolean => quiet.test(nameOf(path));
