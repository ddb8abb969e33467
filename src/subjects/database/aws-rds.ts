import { planCopies } from '../aws-backup.ts';
import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import {
  byDefault,
  anyItem,
  type FactList,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { isWritten, namesOwnKey } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { parameterIsOn, refusesPlain } from './force-tls.ts';

const noSessions = notApplicable('parameters of the engine decide it, which are kept in a group apart from it');
const noCache = notApplicable('it is no cache');
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const network = notApplicable('security groups decide which networks reach it');
const noPolicy = notApplicable('it has no policy of its own');
const oneServer = notApplicable('its copies are kept by the storage of the service');
const alwaysSignIn = notApplicable('its clients always sign in');
const noKeys = notApplicable('clients sign in with a password or an identity');
const tls = notApplicable('the engine’s parameters decide the TLS version');
const copies = notApplicable('copies of its backups are a matter of backup plans');

/** Where automatic backups are kept, any moment of those days can be restored. */
const withBackups = (days: Fact<number> | NotApplicable): Fact<boolean> | NotApplicable =>
  'applicable' in days
    ? days
    : days.known && days.value === 0
      ? notApplicable('without automatic backups there is no moment to go back to')
      : mapFact(days, () => true);

const from = (snapshot: string) => ({
  code: 'not-in-repository' as const,
  subject: snapshot,
  settledBy: 'what it is made from: a copy is encrypted as its origin is',
});

/** A replica or a restored copy takes encryption over from its origin, unless a key is named. */
function encrypted(own: Reader, attribute: Default<boolean>, origins: readonly string[]): Fact<boolean> {
  const written = own.bool('storage_encrypted', attribute);
  const origin = origins.find((name) => own.value(name));
  if (!origin || written.known === false || written.value || own.value('storage_encrypted')) return written;
  const key = own.value('kms_key_id');
  return key ? known(true, key.at, key.via) : unknownFact(from(origin), own.value(origin)!.at);
}

const instance = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_db_instance'],
  map: (database) => {
    const own = reader(database);
    const replica = own.value('replicate_source_db');
    const days = replica
      ? notApplicable('a replica is backed up where its origin is')
      : own.number('backup_retention_period', stated('db_instance', 0));
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(database),
      traits: {
        region: regionOf(database),
        encryptedBetweenNodes: oneServer,
        cacheSnapshotDays: noCache,
        signInRequired: alwaysSignIn,
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('options and parameters of the engine decide it'),
        activityLogged: exportsLogs(own),
        upgradesItself: own.bool('auto_minor_version_upgrade', stated('db_instance', true)),
        publiclyReachable: own.bool('publicly_accessible', stated('db_instance', false)),
        openNetwork: network,
        openToWholeCloud: network,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: instanceIdentities(own),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'password', 'password_wo'),
        encryptedAtRest: encrypted(own, stated('db_instance', false), [
          'replicate_source_db',
          'snapshot_identifier',
          'restore_to_point_in_time',
        ]),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        requiresTls: refusesPlain(own, database, 'parameter_group_name', ['aws_db_parameter_group']),
        minimumTlsVersion: tls,
        backupDays: days,
        backupsElsewhere: copies,
        planCopiesElsewhere: planCopies(database),
        pointInTimeRecovery: withBackups(days),
        spreadOverZones: replica
          ? notApplicable('a replica is not what the service falls over to')
          : own.bool('multi_az', stated('db_instance', false)),
        deletionProtected: own.bool('deletion_protection', stated('db_instance', false)),
      },
    };
  },
});

// Neptune calls the same setting otherwise.
const exportsOf = (own: Reader): FactList<string> =>
  own.strings(
    own.value('enable_cloudwatch_logs_exports') ? 'enable_cloudwatch_logs_exports' : 'enabled_cloudwatch_logs_exports',
  );

const exportsLogs = (own: Reader): Fact<boolean> => anyItem(exportsOf(own), () => true);

/** Engines that have an audit log among those that can be exported. */
function clusterAudits(database: Resource, own: Reader): Fact<boolean> | NotApplicable {
  const engine = own.optionalString('engine');
  if (!engine.known) return engine;
  if (database.type === 'aws_rds_cluster' && !/^(aurora|aurora-mysql|mysql)$/i.test(engine.value ?? ''))
    return notApplicable('parameters of the engine decide it');
  return anyItem(exportsOf(own), (name) => name === 'audit');
}

// Oracle, SQL Server and Db2 know directories of their own instead:
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
function instanceIdentities(own: Reader): Fact<boolean> | NotApplicable {
  const engine = own.optionalString('engine');
  if (engine.known && engine.value !== undefined && !/^(mysql|mariadb|postgres)$/i.test(engine.value))
    return notApplicable('the engine takes no identities of the cloud');
  return own.bool('iam_database_authentication_enabled', stated('db_instance', false));
}

function clusterIdentities(database: Resource, own: Reader): Fact<boolean> | NotApplicable {
  if (database.type === 'aws_docdb_cluster') return notApplicable('each of its users decides it');
  return own.bool('iam_database_authentication_enabled', stated(database.type.replace(/^aws_/, ''), false));
}

/** Aurora, Multi-AZ clusters, DocumentDB and Neptune: storage, backups and keys belong to the cluster. */
const cluster = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_rds_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
  map: (database) => {
    const own = reader(database);
    const page = database.type.replace(/^aws_/, '');
    const instances = linked(database, [`${database.type}_instance`], 'cluster_identifier', ['cluster_identifier']);
    const days = own.number('backup_retention_period', stated(page, 1));
    const key = database.type === 'aws_neptune_cluster' ? 'kms_key_arn' : 'kms_key_id';
    const rds = database.type === 'aws_rds_cluster';
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(database, instances.parts),
      traits: {
        region: regionOf(database),
        encryptedBetweenNodes: oneServer,
        cacheSnapshotDays: noCache,
        signInRequired: alwaysSignIn,
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: clusterAudits(database, own),
        activityLogged: exportsLogs(own),
        upgradesItself: notApplicable('its instances decide it'),
        publiclyReachable: notApplicable('its instances have the addresses'),
        openNetwork: network,
        openToWholeCloud: network,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: clusterIdentities(database, own),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'master_password', 'master_password_wo'),
        encryptedAtRest: clusterEncrypted(own, page),
        encryptedWithOwnKey: namesOwnKey(own, key),
        requiresTls: rds
          ? refusesPlain(own, database, 'db_cluster_parameter_group_name', ['aws_rds_cluster_parameter_group'])
          : notApplicable('its default parameter group requires TLS, and others can’t be told apart here'),
        minimumTlsVersion: tls,
        backupDays: days,
        backupsElsewhere: copies,
        planCopiesElsewhere: planCopies(database),
        pointInTimeRecovery: withBackups(days),
        spreadOverZones: clusterSpread(own, instances.parts),
        deletionProtected: own.bool('deletion_protection', stated(page, false)),
      },
    };
  },
});

function clusterEncrypted(own: Reader, page: string): Fact<boolean> {
  const mode = own.optionalString('engine_mode');
  // Serverless clusters of the first generation are always encrypted.
  if (mode.known && mode.value === 'serverless') return own.bool('storage_encrypted', stated(page, true));
  return encrypted(own, stated(page, false), [
    'snapshot_identifier',
    'replication_source_identifier',
    'global_cluster_identifier',
    'restore_to_point_in_time',
  ]);
}

/** The storage always lies in three zones; that the service goes on needs a second instance to fall over to. */
function clusterSpread(own: Reader, instances: readonly Resource[]): Fact<boolean> | NotApplicable {
  // A Multi-AZ DB cluster brings its two readers with it; the first generation of serverless moves by itself.
  if (own.value('db_cluster_instance_class')) return known(true, own.value('db_cluster_instance_class')!.at);
  const mode = own.optionalString('engine_mode');
  if (mode.known && mode.value === 'serverless')
    return notApplicable('a serverless cluster moves to another zone by itself');
  if (instances.length > 1) return known(true, instances[0]!.at);
  const [only] = instances;
  if (only && !only.name.endsWith('[*]')) return known(false, only.at);
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: 'the cluster’s instances',
      settledBy: 'two or more instances of the cluster in this code',
    },
    own.at,
  );
}

const clusterInstance = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_rds_cluster_instance', 'aws_neptune_cluster_instance'],
  map: (database) => ({
    kind: 'database',
    provider: 'aws',
    ...subjectOf(database),
    traits: traitsOfPart('database', 'its cluster decides it', {
      upgradesItself: reader(database).bool(
        'auto_minor_version_upgrade',
        stated(database.type.replace(/^aws_/, ''), true),
      ),
      publiclyReachable: reader(database).bool(
        'publicly_accessible',
        stated(database.type.replace(/^aws_/, ''), false),
      ),
    }),
  }),
});

/** The log of who does what is switched on by a parameter before it can be exported. */
const documentParameters = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_docdb_cluster_parameter_group', 'aws_neptune_cluster_parameter_group'],
  map: (group) => {
    const isNeptune = group.type === 'aws_neptune_cluster_parameter_group';
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(group),
      traits: traitsOfPart('database', 'the clusters that use these parameters decide it', {
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited:
          parameterIsOn(reader(group), isNeptune ? 'neptune_enable_audit_log' : 'audit_logs') ??
          byDefault(false, group.at, isNeptune ? neptuneAudit : documentAudit),
      }),
    };
  },
});

const documentAudit = 'https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html';
const neptuneAudit = 'https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html';

export default [instance, cluster, clusterInstance, documentParameters];
