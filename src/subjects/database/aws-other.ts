import { planCopies } from '../aws-backup.ts';
import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import {
  type NotApplicable,
  allOf,
  anyOf,
  byDefault,
  known,
  mapFact,
  not,
  notApplicable,
  type Fact,
} from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { fromParts, isNamed, isWritten, namesOwnKey, outside, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { parameterIsOn } from './force-tls.ts';

const noSessions = notApplicable('the service keeps such lines in its own log, which is set apart from it');
const noCache = notApplicable('it is no cache');
const noPlans = notApplicable('its own settings say where its backups are kept');
const docs = 'https://docs.aws.amazon.com';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const network = notApplicable('security groups decide which networks reach it');
const noPolicy = notApplicable('it has no policy of its own');
const noKeys = notApplicable('clients sign in with a password or an identity');
const byService = notApplicable('how its clients sign in is no switch of the service');
const serviceTls = notApplicable('the service decides the TLS version');
const noDeletionSwitch = notApplicable('the service has no switch against deletion');
const copies = notApplicable('copies of its backups are a matter of backup plans');
const isCache = notApplicable('it is a cache: what has to last is kept elsewhere');
const alwaysSignIn = notApplicable('its clients always sign in');
const snapshotsOnly = notApplicable('the service restores snapshots, not moments');

const dynamo = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_dynamodb_table'],
  map: (table) => {
    const own = reader(table);
    const api = notApplicable('it is reached through the cloud’s API, which checks every caller');
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(table),
      traits: {
        region: regionOf(table),
        encryptedBetweenNodes: byService,
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('every request is signed by an identity'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('the audit log of the account records its requests'),
        activityLogged: notApplicable('the audit log of the account records its requests'),
        upgradesItself: notApplicable('it has no versions'),
        publiclyReachable: api,
        openNetwork: api,
        openToWholeCloud: api,
        publicByPolicy: fromParts(
          table,
          ['aws_dynamodb_resource_policy'],
          'resource_arn',
          ['arn'],
          policyIsOpen,
          known(false, table.at),
        ),
        sharedKeysAccepted: notApplicable('every request is signed by an identity'),
        acceptsIdentities: notApplicable('every request is signed by an identity'),
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: notApplicable('it has no password'),
        encryptedAtRest: byDefault(
          true,
          table.at,
          `${docs}/amazondynamodb/latest/developerguide/EncryptionAtRest.html`,
        ),
        encryptedWithOwnKey: namesOwnKey(own, 'server_side_encryption.kms_key_arn'),
        requiresTls: api,
        minimumTlsVersion: serviceTls,
        backupDays: notApplicable('its continuous backups are the recovery to a moment'),
        backupsElsewhere: copies,
        planCopiesElsewhere: planCopies(table),
        pointInTimeRecovery: own.bool('point_in_time_recovery.enabled', stated('dynamodb_table', false)),
        spreadOverZones: byDefault(true, table.at, `${docs}/amazondynamodb/latest/developerguide/Introduction.html`),
        deletionProtected: own.bool('deletion_protection_enabled', stated('dynamodb_table', false)),
      },
    };
  },
});

function policyIsOpen(own: Reader): Fact<boolean> {
  const policy = policyOf(own.value('policy') ?? own.value('access_policies'));
  return policy ? letsEveryoneIn(policy) : known(false, own.at);
}

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
const since6 = (before: boolean, after: boolean): Default<boolean> => ({
  versions: [
    { value: before, below: '6.0', source: `${registry}/redshift_cluster` },
    { value: after, from: '6.0', source: `${registry}/redshift_cluster` },
  ],
});

const redshift = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_redshift_cluster'],
  map: (cluster) => {
    const own = reader(cluster);
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(cluster),
      traits: {
        region: regionOf(cluster),
        encryptedBetweenNodes: byService,
        cacheSnapshotDays: noCache,
        signInRequired: alwaysSignIn,
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: notApplicable('its log is one of who did what'),
        activityLogged: warehouseLogs(cluster, own),
        upgradesItself: notApplicable('the service upgrades it in its maintenance window'),
        publiclyReachable: own.bool('publicly_accessible', since6(true, false)),
        openNetwork: network,
        openToWholeCloud: network,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'master_password', 'master_password_wo'),
        encryptedAtRest: own.bool('encrypted', since6(false, true)),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        requiresTls: notApplicable('its parameter group decides it'),
        minimumTlsVersion: serviceTls,
        backupDays: own.number('automated_snapshot_retention_period', stated('redshift_cluster', 1)),
        planCopiesElsewhere: noPlans,
        backupsElsewhere: notApplicable('copies to another region are a matter of snapshot copies'),
        pointInTimeRecovery: snapshotsOnly,
        spreadOverZones: own.bool('multi_az', stated('redshift_cluster', false)),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

/** In a block of its own up to version 5 of the provider, then in a resource of its own. */
function warehouseLogs(cluster: Resource, own: Reader): Fact<boolean> {
  const inside = own.bool('logging.enable', stated('redshift_cluster', false));
  const apart = fromParts(
    cluster,
    ['aws_redshift_logging'],
    'cluster_identifier',
    ['cluster_identifier', 'id'],
    (part) => known(true, part.at),
    known(false, cluster.at),
  );
  return anyOf(inside, apart);
}

const redshiftParameters = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_redshift_parameter_group'],
  map: (group) => ({
    kind: 'database',
    provider: 'aws',
    ...subjectOf(group),
    traits: traitsOfPart('database', 'the clusters that use these parameters decide it', {
      requiresTls:
        parameterIsOn(reader(group), 'require_ssl') ??
        byDefault(false, group.at, `${docs}/redshift/latest/mgmt/connecting-ssl-support.html`),
    }),
  }),
});

const search = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  map: (domain) => {
    const own = reader(domain);
    const page = domain.type.replace(/^aws_/, '');
    const policyType = domain.type.replace(/domain$/, 'domain_policy');
    const policies = linked(domain, [policyType], 'domain_name', ['domain_name']).parts;
    const inside = own.has('vpc_options');
    const policy = anyOf(policyIsOpen(own), ...policies.map((part) => policyIsOpen(reader(part))));
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(domain, policies),
      traits: {
        region: regionOf(domain),
        encryptedBetweenNodes: betweenNodes(own, page),
        cacheSnapshotDays: noCache,
        signInRequired: notApplicable('its policy says who may send requests'),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: publishes(own, (type) => type === 'AUDIT_LOGS'),
        activityLogged: publishes(own, () => true),
        upgradesItself: notApplicable('the service takes its own updates; versions are a decision'),
        publiclyReachable: not(inside),
        openNetwork: notApplicable('its policy or its network decide who reaches it'),
        openToWholeCloud: notApplicable('its policy or its network decide who reaches it'),
        // Inside of a network the security groups stand in front of the policy; a sign-in of its own stands behind it.
        publicByPolicy: allOf(
          policy,
          not(inside),
          not(own.bool('advanced_security_options.enabled', stated(page, false))),
        ),
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'advanced_security_options.master_user_options.master_user_password'),
        encryptedAtRest: own.bool('encrypt_at_rest.enabled', stated(page, false)),
        encryptedWithOwnKey: namesOwnKey(own, 'encrypt_at_rest.kms_key_id'),
        requiresTls: own.bool('domain_endpoint_options.enforce_https', httpsDefault(own, page)),
        minimumTlsVersion: mapFact(
          own.string('domain_endpoint_options.tls_security_policy', stated(page, 'Policy-Min-TLS-1-0-2019-07')),
          (name) => /TLS-(\d)-(\d)/i.exec(name)?.slice(1).join('.') ?? name,
        ),
        backupDays: byDefault(
          14,
          domain.at,
          `${docs}/opensearch-service/latest/developerguide/managedomains-snapshots.html`,
        ),
        backupsElsewhere: copies,
        planCopiesElsewhere: planCopies(domain),
        pointInTimeRecovery: snapshotsOnly,
        spreadOverZones: own.bool('cluster_config.zone_awareness_enabled', stated(page, false)),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

/** A single node has nobody to speak with. Encryption between nodes that is on can't be switched off again. */
function betweenNodes(own: Reader, page: string): Fact<boolean> | NotApplicable {
  const on = own.bool('node_to_node_encryption.enabled', stated(page, false));
  if (!on.known || on.value) return on;
  const nodes = own.number('cluster_config.instance_count', stated(page, 1));
  if (!nodes.known) return nodes;
  return nodes.value > 1 ? on : notApplicable('a single node has no others to speak with');
}

/** Whether a log of such a type is published, and not switched off. */
const publishes = (own: Reader, isMeant: (type: string) => boolean): Fact<boolean> => {
  const blocks = own.blocks('log_publishing_options');
  const found = blocks.items.map((block) =>
    allOf(
      mapFact(block.optionalString('log_type'), (type) => isMeant(type ?? '')),
      block.bool('enabled', stated('opensearch_domain', true)),
    ),
  );
  return some(found, blocks.complete ? known(false, own.at) : own.has('log_publishing_options'));
};

// The block's own default is true; without the block plain HTTP is taken.
const httpsDefault = (own: Reader, page: string): Default<boolean> =>
  stated(page, own.value('domain_endpoint_options') !== undefined);

const cache = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_elasticache_replication_group'],
  map: (group) => {
    const own = reader(group);
    const page = 'elasticache_replication_group';
    // Valkey encrypts by default, Redis does not.
    const byEngine: Default<boolean> = stated(page, /"?valkey/.test(engineOf(own)));
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(group),
      traits: {
        region: regionOf(group),
        encryptedBetweenNodes: notApplicable('encryption on the way includes its nodes'),
        cacheSnapshotDays: own.number('snapshot_retention_limit', stated(page, 0)),
        signInRequired: cacheSignIn(own),
        recordsKeptDays: notApplicable('where its records go says so'),
        weaknessesLookedFor: notApplicable('the service has no such scan'),
        accessAudited: isCache,
        activityLogged: isCache,
        upgradesItself: own.bool('auto_minor_version_upgrade', stated(page, true)),
        publiclyReachable: byDefault(
          false,
          group.at,
          `${docs}/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html`,
        ),
        openNetwork: network,
        openToWholeCloud: network,
        publicByPolicy: noPolicy,
        sharedKeysAccepted: noKeys,
        acceptsIdentities: byService,
        connectionsLogged: noSessions,
        disconnectionsLogged: noSessions,
        secretInCode: isWritten(own, 'auth_token'),
        encryptedAtRest: own.bool('at_rest_encryption_enabled', byEngine),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        requiresTls: cacheTls(own, byEngine),
        minimumTlsVersion: serviceTls,
        backupDays: isCache,
        backupsElsewhere: copies,
        planCopiesElsewhere: planCopies(group),
        pointInTimeRecovery: snapshotsOnly,
        spreadOverZones: own.bool('multi_az_enabled', stated(page, false)),
        deletionProtected: noDeletionSwitch,
      },
    };
  },
});

const engineOf = (own: Reader): string => {
  const engine = own.optionalString('engine');
  return engine.known ? (engine.value ?? '') : '';
};

/** A token, or users with rights of their own; the service takes neither without encryption on the way. */
const cacheSignIn = (own: Reader): Fact<boolean> => {
  const token = own.value('auth_token');
  // A token that comes from outside of the code is one all the same.
  const given = token?.type === 'unknown' && outside.includes(token.reason.code);
  return anyOf(given ? known(true, token.at, token.via) : isNamed(own, 'auth_token'), own.has('user_group_ids'));
};

/** `preferred` is for migrations: it takes both. */
function cacheTls(own: Reader, fallback: Default<boolean>): Fact<boolean> {
  const mode = mapFact(
    own.string('transit_encryption_mode', stated('elasticache_replication_group', 'required')),
    (m) => m === 'required',
  );
  return allOf(own.bool('transit_encryption_enabled', fallback), mode);
}

/** A cache without replicas. */
const cacheCluster = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_elasticache_cluster'],
  map: (cluster) => {
    const own = reader(cluster);
    const member = own.value('replication_group_id');
    const engine = engineOf(own);
    if (member) return undefined;
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(cluster),
      traits: traitsOfPart('database', 'a cache cluster has no such setting', {
        backupDays: isCache,
        cacheSnapshotDays:
          engine === 'memcached'
            ? notApplicable('Memcached has no snapshots')
            : own.number('snapshot_retention_limit', stated('elasticache_cluster', 0)),
        upgradesItself: own.bool('auto_minor_version_upgrade', stated('elasticache_cluster', true)),
        requiresTls:
          engine === 'memcached'
            ? own.bool('transit_encryption_enabled', stated('elasticache_cluster', false))
            : notApplicable('a single Redis node has no encryption: replication groups do'),
      }),
    };
  },
});

/** Copies data between databases, and holds it while it does. */
const migration = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_dms_replication_instance'],
  map: (instance: Resource) => {
    const own = reader(instance);
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(instance),
      traits: traitsOfPart('database', 'it moves data and keeps none', {
        // The service's default is true, the provider documents false, and sends nothing.
        publiclyReachable: own.bool('publicly_accessible', {
          reason: { code: 'default-depends-on-version', settledBy: 'publicly_accessible = false here' },
        }),
        encryptedWithOwnKey: isNamed(own, 'kms_key_arn'),
        upgradesItself: own.bool('auto_minor_version_upgrade', {
          reason: { code: 'default-depends-on-version', settledBy: 'auto_minor_version_upgrade = true here' },
        }),
      }),
    };
  },
});

// These are reached over the cloud's own API, or say how they are reached in a block of their own.
const withoutMode = /^(s3|dynamodb|kinesis|kafka|opensearch|elasticsearch|redshift-serverless|neptune|babelfish)$/;

/** Where such a copy is read from or written to. */
const migrationEnd = mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['aws_dms_endpoint'],
  map: (endpoint: Resource) => {
    const own = reader(endpoint);
    const engine = own.optionalString('engine_name');
    const end = own.optionalString('endpoint_type');
    // Anything else is refused by the service.
    if (end.known && end.value !== 'source' && end.value !== 'target') return undefined;
    return {
      kind: 'database',
      provider: 'aws',
      ...subjectOf(endpoint),
      traits: traitsOfPart('database', 'it says how a database is reached that is kept elsewhere', {
        secretInCode: isWritten(own, 'password', 'password_wo'),
        requiresTls:
          engine.known && withoutMode.test(engine.value ?? '')
            ? notApplicable('it is not reached as a database server is')
            : mapFact(own.string('ssl_mode', stated('dms_endpoint', 'none')), (mode) => mode !== 'none'),
      }),
    };
  },
});

export default [dynamo, redshift, redshiftParameters, search, cache, cacheCluster, migration, migrationEnd];
