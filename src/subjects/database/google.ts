import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import {
  anyOf,
  byDefault,
  known,
  mapFact,
  not,
  notApplicable,
  unknownFact,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import { grantTypes, grantsOf, namesEveryone, openGrant } from '../google-grants.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { isNamed, isWritten, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const noCache = notApplicable('it is no cache');
const noPlans = notApplicable('its own settings say where its backups are kept');
const docs = 'https://cloud.google.com';
const registry = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const noPolicy = notApplicable('access to it is a matter of the project');
const noKeys = notApplicable('clients sign in with a password or an identity');
const api = notApplicable('it is reached through the cloud’s API, which checks every caller');
const service = notApplicable('the service decides it');
const noSecret = notApplicable('it has no password');
const byService = notApplicable('the service decides how clients sign in');
const noFirewall = notApplicable('its network decides who reaches it');
const noSessions = notApplicable('clients keep no session that begins and ends');
const encrypted = (thing: Resource) => byDefault(true, thing.at, `${docs}/docs/security/encryption/default-encryption`);

const sql = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_sql_database_instance'],
  map: (instance) => {
    const own = reader(instance);
    const page = 'sql_database_instance';
    const users = linked(instance, ['google_sql_user'], 'instance', ['name']).parts;
    const replica = own.value('master_instance_name');
    const ofPrimary = notApplicable('a replica is backed up where its primary is');
    const address = own.bool('settings.ip_configuration.ipv4_enabled', stated(page, true));
    const networks = own.blocks('settings.ip_configuration.authorized_networks').items;
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(instance, users),
      traits: {
        region: regionOf(instance),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        // The extension is loaded by one flag, and told what to record by another.
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: audited(own),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: address,
        openNetwork: some(
          networks.map((network) =>
            mapFact(network.optionalString('value'), (range) => range === '0.0.0.0/0' || range === '::/0'),
          ),
          known(false, instance.at),
        ),
        openToWholeCloud: notApplicable('its firewall knows no such rule'),
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: sqlIdentities(own),
        connectionsLogged: flagOfPostgres(own, 'log_connections'),
        disconnectionsLogged: flagOfPostgres(own, 'log_disconnections'),
        secretInCode: anyOf(
          isWritten(own, 'root_password', 'root_password_wo'),
          ...users.map((user) => isWritten(reader(user), 'password', 'password_wo')),
        ),
        encryptedAtRest: encrypted(instance),
        encryptedWithOwnKey: isNamed(own, 'encryption_key_name'),
        requiresTls: sqlTls(own, page),
        minimumTlsVersion: service,
        backupDays: replica ? ofPrimary : sqlBackups(own, page),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: replica ? ofPrimary : sqlBackupsElsewhere(own),
        pointInTimeRecovery: replica ? ofPrimary : sqlRecovery(own, page),
        spreadOverZones: replica
          ? notApplicable('a replica is not what the service falls over to')
          : mapFact(own.string('settings.availability_type', stated(page, 'ZONAL')), (type) => type === 'REGIONAL'),
        // The first is held by Terraform, the second by the service.
        deletionProtected: anyOf(
          own.bool('settings.deletion_protection_enabled', stated(page, false)),
          own.bool('deletion_protection', stated(page, true)),
        ),
      },
    };
  },
});

function sqlTls(own: Reader, page: string): Fact<boolean> {
  const mode = own.optionalString('settings.ip_configuration.ssl_mode');
  if (!mode.known) return mapFact(mode, () => false);
  if (mode.value !== undefined)
    return mapFact(mode, (text) => text === 'ENCRYPTED_ONLY' || text === 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED');
  return own.bool('settings.ip_configuration.require_ssl', stated(page, false));
}

// SQL Server knows a directory of its own instead: https://cloud.google.com/sql/docs/postgres/iam-authentication
function sqlIdentities(own: Reader): Fact<boolean> | NotApplicable {
  const version = own.optionalString('database_version');
  if (version.known && version.value?.startsWith('SQLSERVER'))
    return notApplicable('the engine takes no identities of the cloud');
  return flagIsOn(own, /^cloudsql[._]iam_authentication$/);
}

// Both are off unless switched on: https://www.postgresql.org/docs/current/runtime-config-logging.html
function flagOfPostgres(own: Reader, flag: string): Fact<boolean> | NotApplicable {
  const version = own.optionalString('database_version');
  if (!version.known) return version;
  if (!version.value?.startsWith('POSTGRES')) return notApplicable('only PostgreSQL has a switch for it');
  return flagIsOn(own, new RegExp(`^${flag.replace('.', '[._]')}$`));
}

// https://cloud.google.com/sql/docs/postgres/pg-audit
const audited = (own: Reader): Fact<boolean> | NotApplicable => flagOfPostgres(own, 'cloudsql.enable_pgaudit');

function flagIsOn(own: Reader, flag: RegExp): Fact<boolean> {
  const flags = own.blocks('settings.database_flags');
  const found = flags.items.map((item) => {
    const name = item.optionalString('name');
    if (!name.known) return name;
    return flag.test(name.value ?? '')
      ? mapFact(item.optionalString('value'), (value) => value === 'on')
      : known(false, own.at);
  });
  const none = flags.complete || !flags.reason ? known(false, own.at) : unknownFact(flags.reason, flags.at);
  return some([...found, none], none);
}

/** One backup a day, of which so many are kept. */
function sqlBackups(own: Reader, page: string): Fact<number> {
  const on = own.bool('settings.backup_configuration.enabled', stated(page, false));
  const kept = own.number('settings.backup_configuration.backup_retention_settings.retained_backups', {
    value: 7,
    source: `${docs}/sql/docs/mysql/backup-recovery/backups`,
  });
  return on.known && on.value ? kept : mapFact(on, () => 0);
}

function sqlRecovery(own: Reader, page: string): Fact<boolean> | NotApplicable {
  const backups = own.bool('settings.backup_configuration.enabled', stated(page, false));
  const switches = ['point_in_time_recovery_enabled', 'binary_log_enabled'].map(
    (name) => `settings.backup_configuration.${name}`,
  );
  // Where a switch for it is stated, what the code says of it is judged, too.
  if (backups.known && !backups.value && !switches.some((path) => own.value(path)))
    return notApplicable('without automatic backups there is no moment to go back to');
  return some(
    switches.map((path) => own.bool(path, stated(page, false))),
    backups,
  );
}

// Without a location they lie in the multi-region nearest to the instance.
function sqlBackupsElsewhere(own: Reader): Fact<boolean> {
  const place = own.value('settings.backup_configuration.location');
  const source = `${docs}/sql/docs/mysql/backup-recovery/backups`;
  return place
    ? mapFact(own.optionalString('settings.backup_configuration.location'), (name) => !/-/.test(name ?? ''))
    : byDefault(true, own.at, source);
}

const bigquery = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_bigquery_dataset'],
  map: (dataset) => {
    const own = reader(dataset);
    const page = 'bigquery_dataset';
    const { grants, open } = grantsOf(dataset, 'dataset_id', ['dataset_id']);
    const apart = linked(dataset, ['google_bigquery_dataset_access'], 'dataset_id', ['dataset_id']).parts;
    const access = [...own.blocks('access').items, ...apart.map(reader)].map(namesEveryone);
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(dataset, [...grants, ...apart]),
      traits: {
        region: regionOf(dataset),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: api,
        openNetwork: api,
        openToWholeCloud: api,
        publicByPolicy: anyOf(open, ...access),
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: noSecret,
        encryptedAtRest: encrypted(dataset),
        // A block has to name the key.
        encryptedWithOwnKey: own.has('default_encryption_configuration'),
        requiresTls: api,
        minimumTlsVersion: service,
        backupDays: notApplicable('time travel over the last days is its recovery to a moment'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('its location decides it'),
        pointInTimeRecovery: byDefault(true, dataset.at, `${docs}/bigquery/docs/time-travel`),
        spreadOverZones: byDefault(true, dataset.at, `${docs}/bigquery/docs/reliability-intro`),
        deletionProtected: not(own.bool('delete_contents_on_destroy', stated(page, false))),
      },
    };
  },
});

/** A table has grants of its own, and keys of its own. */
const bigqueryTable = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_bigquery_table'],
  map: (table) => {
    const own = reader(table);
    const { grants, open } = grantsOf(table, 'table_id', ['table_id', 'id']);
    const ownKey = own.has('encryption_configuration');
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(table, grants),
      traits: traitsOfPart('database', 'its dataset decides it', {
        publicByPolicy: open,
        encryptedWithOwnKey: anyOf(ownKey, ...datasetKeys(table)),
      }),
    };
  },
});

const datasetKeys = (table: Resource): Fact<boolean>[] =>
  (reader(table).value('dataset_id')?.references ?? [])
    .flatMap(({ address }) => table.program.find(address))
    .filter(({ type }) => type === 'google_bigquery_dataset')
    .map((dataset) => reader(dataset).has('default_encryption_configuration'));

const datasetGrants = ['google_bigquery_dataset_access', ...grantTypes('google_bigquery_dataset')];
const tableGrants = grantTypes('google_bigquery_table');

/** A grant on something that is kept elsewhere stands for itself. */
const looseGrants = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: [...datasetGrants, ...tableGrants],
  map: (grant) => {
    const [attribute, type] = tableGrants.includes(grant.type)
      ? ['table_id', 'google_bigquery_table']
      : ['dataset_id', 'google_bigquery_dataset'];
    if (hasOwner(grant, [type!], attribute!, ['name', 'id', attribute!])) return undefined;
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(grant),
      traits: traitsOfPart('database', 'it is a grant on something that is kept elsewhere', {
        publicByPolicy: openGrant(grant),
      }),
    };
  },
});

const spanner = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_spanner_database'],
  map: (database) => {
    const own = reader(database);
    const page = 'spanner_database';
    const { grants, open } = grantsOf(database, 'database', ['name']);
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(database, grants),
      traits: {
        region: notApplicable('its instance’s configuration decides it'),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: api,
        openNetwork: api,
        openToWholeCloud: api,
        publicByPolicy: open,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: noSecret,
        encryptedAtRest: encrypted(database),
        encryptedWithOwnKey: isNamed(own, 'encryption_config.kms_key_name'),
        requiresTls: api,
        minimumTlsVersion: service,
        backupDays: notApplicable('backups are made on schedules of their own'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('its instance’s configuration decides it'),
        pointInTimeRecovery: byDefault(true, database.at, `${docs}/spanner/docs/pitr`),
        spreadOverZones: byDefault(true, database.at, `${docs}/spanner/docs/instance-configurations`),
        deletionProtected: anyOf(
          own.bool('enable_drop_protection', stated(page, false)),
          own.bool('deletion_protection', stated(page, true)),
        ),
      },
    };
  },
});

const bigtable = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_bigtable_instance'],
  map: (instance) => {
    const own = reader(instance);
    const clusters = own.blocks('cluster');
    const { grants, open } = grantsOf(instance, 'instance', ['name']);
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(instance, grants),
      traits: {
        region: notApplicable('each of its clusters lies in a zone of its own'),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: api,
        openNetwork: api,
        openToWholeCloud: api,
        publicByPolicy: open,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: noSecret,
        encryptedAtRest: encrypted(instance),
        encryptedWithOwnKey: some(
          clusters.items.map((cluster) => isNamed(cluster, 'kms_key_name')),
          known(false, instance.at),
        ),
        requiresTls: api,
        minimumTlsVersion: service,
        backupDays: notApplicable('its tables are backed up, each by itself'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('its tables are backed up, each by itself'),
        pointInTimeRecovery: notApplicable('its tables are backed up, each by itself'),
        spreadOverZones: known(clusters.items.length > 1, clusters.at),
        deletionProtected: own.bool('deletion_protection', stated('bigtable_instance', true)),
      },
    };
  },
});

const redis = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_redis_instance'],
  map: (instance) => {
    const own = reader(instance);
    const page = 'redis_instance';
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(instance),
      traits: {
        region: regionOf(instance),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: notApplicable('the service says nothing of how long it keeps them'),
        signInRequired: own.bool('auth_enabled', stated(page, false)),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: byDefault(false, instance.at, `${docs}/memorystore/docs/redis/networking`),
        openNetwork: noFirewall,
        openToWholeCloud: noFirewall,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: notApplicable('the service makes its password'),
        encryptedAtRest: encrypted(instance),
        encryptedWithOwnKey: isNamed(own, 'customer_managed_key'),
        requiresTls: mapFact(
          own.string('transit_encryption_mode', stated(page, 'DISABLED')),
          (mode) => mode === 'SERVER_AUTHENTICATION',
        ),
        minimumTlsVersion: service,
        backupDays: notApplicable('it is a cache: what has to last is kept elsewhere'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('it is a cache: what has to last is kept elsewhere'),
        pointInTimeRecovery: notApplicable('a cache has no moments to go back to'),
        spreadOverZones: mapFact(own.string('tier', stated(page, 'BASIC')), (tier) => tier === 'STANDARD_HA'),
        deletionProtected: notApplicable('it is a cache: what has to last is kept elsewhere'),
      },
    };
  },
});

const firestore = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['google_firestore_database'],
  map: (database) => {
    const own = reader(database);
    const page = 'firestore_database';
    return {
      kind: 'database',
      provider: 'google',
      ...subjectOf(database),
      traits: {
        region: regionOf(database),
        encryptedBetweenNodes: notApplicable('how its nodes speak with each other is a matter of the service'),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its clients always sign in'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('what it records is set apart from it'),
        activityLogged: notApplicable('what it logs is set apart from it'),
        upgradesItself: notApplicable('the service takes minor versions by itself'),
        publiclyReachable: api,
        openNetwork: api,
        openToWholeCloud: api,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: noSecret,
        encryptedAtRest: encrypted(database),
        encryptedWithOwnKey: isNamed(own, 'cmek_config.kms_key_name'),
        requiresTls: api,
        minimumTlsVersion: service,
        backupDays: notApplicable('backups are made on schedules of their own'),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('its location decides it'),
        pointInTimeRecovery: mapFact(
          own.string('point_in_time_recovery_enablement', stated(page, 'POINT_IN_TIME_RECOVERY_DISABLED')),
          (text) => text === 'POINT_IN_TIME_RECOVERY_ENABLED',
        ),
        spreadOverZones: byDefault(true, database.at, `${docs}/firestore/docs/locations`),
        deletionProtected: mapFact(
          own.string('delete_protection_state', stated(page, 'DELETE_PROTECTION_DISABLED')),
          (text) => text === 'DELETE_PROTECTION_ENABLED',
        ),
      },
    };
  },
});

export default [sql, bigquery, bigqueryTable, looseGrants, spanner, bigtable, redis, firestore];
