import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import {
  allOf,
  anyOf,
  byDefault,
  known,
  mapFact,
  not,
  notApplicable,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { every, fromParts, isNamed, isWritten, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { assessmentsOf, auditKeptDays, audited, auditsOf, weaknessesLookedFor } from './azure-audits.ts';
import { noSessions, parametersOf, sessions } from './azure-parameters.ts';

const noCache = notApplicable('it is no cache');
const noPlans = notApplicable('its own settings say where its backups are kept');
const learn = 'https://learn.microsoft.com/azure';
const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const noPolicy = notApplicable('it has no policy that could name everyone');
const noKeys = notApplicable('clients sign in with a password or an identity');
const noDeletionSwitch = notApplicable('resource locks guard it, which stand around it');
const ofDatabase = notApplicable('its databases decide it');
const ofServer = notApplicable('its server decides it');

// --- firewalls -------------------------------------------------------------------------------------------------

interface Firewall {
  openNetwork: Fact<boolean>;
  openToWholeCloud: Fact<boolean>;
}

/** A rule from 0.0.0.0 to 0.0.0.0 stands for every address inside of Azure, other customers' included. */
function firewallRule(rule: Reader): Firewall {
  const start = rule.optionalString('start_ip_address');
  const end = rule.optionalString('end_ip_address');
  const fromZero = mapFact(start, (ip) => ip === '0.0.0.0');
  return {
    openNetwork: allOf(
      mapFact(end, (ip) => ip === '255.255.255.255'),
      fromZero,
    ),
    openToWholeCloud: allOf(
      mapFact(end, (ip) => ip === '0.0.0.0'),
      fromZero,
    ),
  };
}

const firewallTypes: { readonly [server: string]: { rule: string; attribute: string } } = {
  azurerm_mssql_server: { rule: 'azurerm_mssql_firewall_rule', attribute: 'server_id' },
  azurerm_sql_server: { rule: 'azurerm_sql_firewall_rule', attribute: 'server_name' },
  azurerm_postgresql_server: { rule: 'azurerm_postgresql_firewall_rule', attribute: 'server_name' },
  azurerm_mysql_server: { rule: 'azurerm_mysql_firewall_rule', attribute: 'server_name' },
  azurerm_mariadb_server: { rule: 'azurerm_mariadb_firewall_rule', attribute: 'server_name' },
  azurerm_postgresql_flexible_server: {
    rule: 'azurerm_postgresql_flexible_server_firewall_rule',
    attribute: 'server_id',
  },
  azurerm_mysql_flexible_server: { rule: 'azurerm_mysql_flexible_server_firewall_rule', attribute: 'server_name' },
  azurerm_redis_cache: { rule: 'azurerm_redis_firewall_rule', attribute: 'redis_cache_name' },
};

const firewallRulesOf = (server: Resource): readonly Resource[] => {
  const type = firewallTypes[server.type];
  return type ? linked(server, [type.rule], type.attribute, ['id', 'name']).parts : [];
};

/** What no rule opens is closed: servers start with an empty firewall. Without a public address there is none. */
function firewallOf(server: Resource, rules: readonly Resource[], reachable: Fact<boolean>): Firewall {
  const each = rules.map((rule) => firewallRule(reader(rule)));
  const closed = known(false, server.at);
  const open = (name: keyof Firewall) =>
    allOf(
      some(
        each.map((rule) => rule[name]),
        closed,
      ),
      reachable,
    );
  return { openNetwork: open('openNetwork'), openToWholeCloud: open('openToWholeCloud') };
}

/** A rule whose server is not in this program stands for itself. */
const looseRules = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: Object.values(firewallTypes).map(({ rule }) => rule),
  map: (rule) => {
    const servers = Object.entries(firewallTypes).filter(([, { rule: type }]) => type === rule.type);
    if (servers.some(([type, { attribute }]) => hasOwner(rule, [type], attribute, ['id', 'name']))) return undefined;
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(rule),
      traits: traitsOfPart('database', 'it is a firewall rule of a server that is kept elsewhere', {
        ...firewallRule(reader(rule)),
      }),
    };
  },
});

// --- SQL -------------------------------------------------------------------------------------------------------

const sqlServer = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_mssql_server', 'azurerm_sql_server'],
  map: (server) => {
    const own = reader(server);
    const rules = firewallRulesOf(server);
    const audits = auditsOf(server);
    const policies = linked(server, ['azurerm_mssql_server_security_alert_policy'], 'server_name', ['name']).parts;
    const current = server.type === 'azurerm_mssql_server';
    const reachable = own.bool('public_network_access_enabled', stated('mssql_server', true));
    const { openNetwork, openToWholeCloud } = firewallOf(server, rules, reachable);
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(server, [...rules, ...audits, ...policies.flatMap(assessmentsOf)]),
      traits: {
        region: regionOf(server),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: auditKeptDays(server, audits),
        weaknessesLookedFor: weaknessesLookedFor(server, policies),
        accessAudited: audited(server, audits),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: reachable,
        openNetwork,
        openToWholeCloud,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: serverIdentities(server, own),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'administrator_login_password', 'administrator_login_password_wo'),
        encryptedAtRest: ofDatabase,
        encryptedWithOwnKey: ofDatabase,
        requiresTls: byDefault(true, server.at, `${learn}/azure-sql/database/security-overview`),
        minimumTlsVersion: current
          ? mapFact(own.string('minimum_tls_version', sqlTls), (version) =>
              version.toLowerCase() === 'disabled' ? '1.0' : version,
            )
          : notApplicable('the older resource can’t state it'),
        backupDays: ofDatabase,
        planCopiesElsewhere: noPlans,
        backupsElsewhere: ofDatabase,
        pointInTimeRecovery: ofDatabase,
        spreadOverZones: ofDatabase,
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

/** The older resource names its administrator in a resource of its own. */
const serverIdentities = (server: Resource, own: Reader): Fact<boolean> =>
  server.type === 'azurerm_mssql_server'
    ? isNamed(own, 'azuread_administrator.login_username')
    : fromParts(
        server,
        ['azurerm_sql_active_directory_administrator'],
        'server_name',
        ['name'],
        (part) => known(true, part.at),
        known(false, server.at),
      );

const singleServerIdentities = (server: Resource): Fact<boolean> | NotApplicable =>
  server.type === 'azurerm_mariadb_server'
    ? notApplicable('the engine takes no identities of the directory')
    : fromParts(
        server,
        [`${server.type.replace(/_server$/, '')}_active_directory_administrator`],
        'server_name',
        ['name'],
        (part) => known(true, part.at),
        known(false, server.at),
      );

const flexibleIdentities = (server: Resource, own: Reader): Fact<boolean> =>
  server.type === 'azurerm_postgresql_flexible_server'
    ? own.bool('authentication.active_directory_auth_enabled', stated('postgresql_flexible_server', false))
    : fromParts(
        server,
        ['azurerm_mysql_flexible_server_active_directory_administrator'],
        'server_id',
        ['id'],
        (part) => known(true, part.at),
        known(false, server.at),
      );

// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/3.0-upgrade-guide
const sqlTls: Default<string> = {
  versions: [
    { value: '1.0', below: '3.0', source: `${registry}/mssql_server` },
    { value: '1.2', from: '3.0', source: `${registry}/mssql_server` },
  ],
};

const sqlDatabase = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_mssql_database'],
  map: (database) => {
    const own = reader(database);
    const secondary = own.optionalString('create_mode');
    const replica = secondary.known && /secondary/i.test(secondary.value ?? '');
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(database),
      traits: {
        region: notApplicable('its server decides it'),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: ofServer,
        openNetwork: ofServer,
        openToWholeCloud: ofServer,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: ofServer,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: ofServer,
        encryptedAtRest: own.bool('transparent_data_encryption_enabled', stated('mssql_database', true)),
        encryptedWithOwnKey: isNamed(own, 'transparent_data_encryption_key_vault_key_id'),
        requiresTls: ofServer,
        minimumTlsVersion: ofServer,
        backupDays: own.number('short_term_retention_policy.retention_days', {
          value: 7,
          source: `${learn}/azure-sql/database/automated-backups-overview`,
        }),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: replica
          ? notApplicable('it is itself a copy')
          : mapFact(own.string('storage_account_type', stated('mssql_database', 'Geo')), (type) => /^geo/i.test(type)),
        pointInTimeRecovery: byDefault(true, database.at, `${learn}/azure-sql/database/automated-backups-overview`),
        spreadOverZones: own.bool('zone_redundant', stated('mssql_database', false)),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

// --- PostgreSQL, MySQL, MariaDB --------------------------------------------------------------------------------

/** The first generation of servers. */
const singleServer = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_postgresql_server', 'azurerm_mysql_server', 'azurerm_mariadb_server'],
  map: (server) => {
    const own = reader(server);
    const page = server.type.replace(/^azurerm_/, '');
    const rules = firewallRulesOf(server);
    const reachable = own.bool('public_network_access_enabled', stated(page, true));
    const { openNetwork, openToWholeCloud } = firewallOf(server, rules, reachable);
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(server, [...rules, ...parametersOf(server)]),
      traits: {
        region: regionOf(server),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: reachable,
        openNetwork,
        openToWholeCloud,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: singleServerIdentities(server),
        ...sessions(server),
        secretInCode: isWritten(own, 'administrator_login_password'),
        encryptedAtRest: byDefault(true, server.at, `${learn}/postgresql/single-server/concepts-security`),
        encryptedWithOwnKey: fromParts(
          server,
          [`${server.type}_key`],
          'server_id',
          ['id'],
          (part) => isNamed(part, 'key_vault_key_id'),
          known(false, server.at),
        ),
        requiresTls: anyOf(
          own.bool('ssl_enforcement_enabled', stated(page, false)),
          mapFact(own.string('ssl_enforcement', stated(page, 'Disabled')), (text) => text.toLowerCase() === 'enabled'),
        ),
        minimumTlsVersion: mapFact(own.string('ssl_minimal_tls_version_enforced', singleTls(page)), tlsOf),
        backupDays: own.number('backup_retention_days', stated(page, 7)),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: own.bool('geo_redundant_backup_enabled', stated(page, false)),
        pointInTimeRecovery: byDefault(true, server.at, `${learn}/postgresql/single-server/concepts-backup`),
        spreadOverZones: notApplicable('servers of the first generation can’t be spread over zones'),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/3.0-upgrade-guide
const singleTls = (page: string): Default<string> => ({
  versions: [
    { value: 'TLSEnforcementDisabled', below: '3.0', source: `${registry}/${page}` },
    { value: 'TLS1_2', from: '3.0', source: `${registry}/${page}` },
  ],
});

/** `TLS1_2` → `1.2`; a switched off enforcement takes the oldest. */
const tlsOf = (name: string): string => /(\d)[_.]?(\d)/.exec(name)?.slice(1).join('.') ?? '1.0';

const flexibleServer = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_postgresql_flexible_server', 'azurerm_mysql_flexible_server'],
  map: (server) => {
    const own = reader(server);
    const page = server.type.replace(/^azurerm_/, '');
    const rules = firewallRulesOf(server);
    const reachable = flexibleReachable(own, page);
    const { openNetwork, openToWholeCloud } = firewallOf(server, rules, reachable);
    const settings = linked(
      server,
      [server.type.replace(/server$/, 'server_configuration')],
      server.type === 'azurerm_postgresql_flexible_server' ? 'server_id' : 'server_name',
      ['id', 'name'],
    ).parts;
    const replica = own.optionalString('create_mode');
    const copy = replica.known && replica.value === 'Replica';
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(server, [...rules, ...settings]),
      traits: {
        region: regionOf(server),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: reachable,
        openNetwork,
        openToWholeCloud,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: flexibleIdentities(server, own),
        ...sessions(server),
        secretInCode: isWritten(own, 'administrator_password', 'administrator_password_wo'),
        encryptedAtRest: byDefault(true, server.at, `${learn}/postgresql/flexible-server/concepts-data-encryption`),
        encryptedWithOwnKey: isNamed(own, 'customer_managed_key.key_vault_key_id'),
        requiresTls: secureTransport(server, settings.map(reader)),
        minimumTlsVersion: notApplicable('a server parameter decides it'),
        backupDays: copy
          ? notApplicable('a replica is backed up where its origin is')
          : own.number('backup_retention_days', stated(page, 7)),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: copy
          ? notApplicable('a replica is backed up where its origin is')
          : own.bool('geo_redundant_backup_enabled', stated(page, false)),
        pointInTimeRecovery: copy
          ? notApplicable('a replica is backed up where its origin is')
          : byDefault(true, server.at, `${learn}/postgresql/flexible-server/concepts-backup-restore`),
        spreadOverZones: copy
          ? notApplicable('a replica is not what the service falls over to')
          : mapFact(own.string('high_availability.mode', stated(page, 'none')), (mode) => mode === 'ZoneRedundant'),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

/** Inside of a delegated subnet it has no public address. */
function flexibleReachable(own: Reader, page: string): Fact<boolean> {
  const subnet = isNamed(own, 'delegated_subnet_id');
  const access = allOf(
    own.bool('public_network_access_enabled', stated(page, true)),
    mapFact(own.string('public_network_access', stated(page, 'Enabled')), (text) => text === 'Enabled'),
  );
  return allOf(access, not(subnet));
}

/** On unless a server parameter switches it off. */
function secureTransport(server: Resource, settings: readonly Reader[]): Fact<boolean> {
  const stating = settings.filter((setting) => {
    const name = setting.optionalString('name');
    return !name.known || name.value === 'require_secure_transport';
  });
  return every(
    stating.map((setting) => mapFact(setting.optionalString('value'), (value) => value?.toLowerCase() !== 'off')),
    byDefault(true, server.at, `${learn}/postgresql/flexible-server/concepts-networking-ssl-tls`),
  );
}

// --- Cosmos DB, Redis ------------------------------------------------------------------------------------------

const cosmos = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_cosmosdb_account'],
  map: (account) => {
    const own = reader(account);
    const page = 'cosmosdb_account';
    const reachable = own.bool('public_network_access_enabled', stated(page, true));
    const regions = own.blocks('geo_location');
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(account),
      traits: {
        region: regionOf(account),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: reachable,
        openNetwork: allOf(
          reachable,
          not(own.bool('is_virtual_network_filter_enabled', stated(page, false))),
          not(own.has('ip_range_filter')),
        ),
        openToWholeCloud: notApplicable('its firewall tells networks apart, not customers'),
        publicByPolicy: noPolicy,
        sharedKeysAccepted: localAuthentication(own, page),
        acceptsIdentities: notApplicable('roles of the directory can always be given'),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: notApplicable('the service makes its keys'),
        encryptedAtRest: byDefault(true, account.at, `${learn}/cosmos-db/database-encryption-at-rest`),
        encryptedWithOwnKey: isNamed(own, 'key_vault_key_id'),
        requiresTls: byDefault(true, account.at, `${learn}/cosmos-db/database-security`),
        minimumTlsVersion: mapFact(own.string('minimal_tls_version', stated(page, 'Tls12')), tlsOf),
        backupDays: notApplicable('its periodic backups count hours: continuous backups are the recovery to a moment'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('its regions hold the data itself'),
        pointInTimeRecovery: mapFact(
          own.string('backup.type', stated(page, 'Periodic')),
          (type) => type === 'Continuous',
        ),
        spreadOverZones:
          regions.items.length > 1
            ? known(true, regions.at)
            : some(
                regions.items.map((region) => region.bool('zone_redundant', stated(page, false))),
                known(false, account.at),
              ),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

/** Renamed and turned round in version 4. */
function localAuthentication(own: Reader, page: string): Fact<boolean> {
  const former = own.optionalBool('local_authentication_disabled');
  if (!former.known || former.value !== undefined) return mapFact(former, (off) => off !== true);
  return own.bool('local_authentication_enabled', stated(page, true));
}

const redis = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_redis_cache'],
  map: (cache) => {
    const own = reader(cache);
    const page = 'redis_cache';
    const rules = firewallRulesOf(cache);
    const reachable = allOf(
      own.bool('public_network_access_enabled', stated(page, true)),
      not(isNamed(own, 'subnet_id')),
    );
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(cache, rules),
      traits: {
        region: regionOf(cache),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: reachable,
        openNetwork:
          rules.length > 0
            ? firewallOf(cache, rules, reachable).openNetwork
            : notApplicable('without a rule of its firewall the address alone decides'),
        openToWholeCloud: notApplicable('its firewall tells networks apart, not customers'),
        publicByPolicy: noPolicy,
        sharedKeysAccepted: own.bool('access_keys_authentication_enabled', stated(page, true)),
        acceptsIdentities: own.bool('redis_configuration.active_directory_authentication_enabled', stated(page, false)),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: notApplicable('the service makes its keys'),
        encryptedAtRest: byDefault(true, cache.at, `${learn}/azure-cache-for-redis/cache-how-to-encryption`),
        encryptedWithOwnKey: notApplicable('only its enterprise tiers can take a key'),
        requiresTls: not(
          anyOf(
            own.bool('non_ssl_port_enabled', stated(page, false)),
            own.bool('enable_non_ssl_port', stated(page, false)),
          ),
        ),
        minimumTlsVersion: own.string('minimum_tls_version', stated(page, '1.0')),
        backupDays: notApplicable('it is a cache: what has to last is kept elsewhere'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('it is a cache: what has to last is kept elsewhere'),
        pointInTimeRecovery: notApplicable('a cache has no moments to go back to'),
        spreadOverZones: own.has('zones'),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

export default [looseRules, sqlServer, sqlDatabase, singleServer, flexibleServer, cosmos, redis];
