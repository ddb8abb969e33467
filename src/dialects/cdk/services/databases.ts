import { reason, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { Construct, callOf, constant, duration, newOf, type Stated } from '../construct.ts';
import { rotationRules } from './keys.ts';
import { ownGroup } from './network.ts';
import type { Services } from './service.ts';

const engines: { readonly [name: string]: string } = {
  postgres: 'postgres',
  mysql: 'mysql',
  mariaDb: 'mariadb',
  oracleEe: 'oracle-ee',
  oracleSe2: 'oracle-se2',
  sqlServerEx: 'sqlserver-ex',
  sqlServerSe: 'sqlserver-se',
  sqlServerEe: 'sqlserver-ee',
  sqlServerWeb: 'sqlserver-web',
  auroraPostgres: 'aurora-postgresql',
  auroraMysql: 'aurora-mysql',
  aurora: 'aurora',
  POSTGRES: 'postgres',
  MYSQL: 'mysql',
  MARIADB: 'mariadb',
  AURORA_POSTGRESQL: 'aurora-postgresql',
  AURORA_MYSQL: 'aurora-mysql',
};

/** `rds.DatabaseInstanceEngine.postgres({ … })` is `postgres`. */
function engine(item: Item | undefined): Item | undefined {
  const name = constant(item);
  if (!item || name === undefined) return item;
  const known = engines[name];
  return known === undefined ? unknown(whyUnknown(item), item.at) : text(known, item.at);
}

/** `rds.PostgresEngineVersion.VER_16_3` is `16.3`; `.of("16.3", "16")` says it itself. */
function engineVersion(item: Item | undefined): Item | undefined {
  const [options] = callOf(item)?.args ?? [];
  const version = options?.type === 'object' ? options.entries.get('version') : undefined;
  if (version?.type !== 'symbol') return version;
  if (version.path.at(-1) === 'of') return version.args?.[0];
  const [, parts] = /^VER_([\d_]+)$/.exec(version.path.at(-1) ?? '') ?? [];
  return parts === undefined ? unknown(whyUnknown(version), version.at) : text(parts.replaceAll('_', '.'), version.at);
}

/** The secret that keeps the password that is made, and its rotation. */
function passwordSecret(construct: Construct): Stated[] {
  const credentials = construct.get('credentials');
  const call = callOf(credentials);
  if (credentials && !/\.from(?:GeneratedSecret|Username)$/.test(call?.name ?? '')) return [];
  const options = construct.with(call?.args[1]);
  const path = `${construct.instance.name}/Secret`;
  const secret = construct.further('AWS::SecretsManager::Secret', 'Secret', {
    KmsKeyId: options.get('encryptionKey'),
    GenerateSecretString: construct.object({}),
  });
  const [rotated] = construct.told('addRotationSingleUser');
  if (!rotated) return [secret];
  const named = unknown(reason('known-after-apply', path, 'the stack, when it is made'), rotated.at, {
    references: [{ address: path, path: ['id'] }],
  });
  return [
    secret,
    construct.further(
      'AWS::SecretsManager::RotationSchedule',
      'RotationSingleUser',
      {
        SecretId: named,
        HostedRotationLambda: construct.object({ RotationType: construct.text('single user') }),
        RotationRules: rotationRules(construct, construct.with(rotated.args[0])),
      },
      rotated.at,
    ),
  ];
}

/** A key of its own encrypts, whatever else is written. */
function encrypted(construct: Construct): Item | undefined {
  const key = construct.get('storageEncryptionKey');
  return key ? construct.bool(true, key.at) : construct.get('storageEncrypted');
}

/** On where the database is kept when its stack goes: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_rds.DatabaseInstanceProps.html */
function protection(construct: Construct): Item | undefined {
  const removal = construct.get('removalPolicy');
  return (
    construct.get('deletionProtection') ??
    (constant(removal) === 'RETAIN' ? construct.bool(true, removal!.at) : undefined)
  );
}

/** A password is made and kept in Secrets Manager where none is written. */
function password(construct: Construct): Item | undefined {
  const credentials = construct.get('credentials');
  const call = callOf(credentials);
  if (call?.name.endsWith('fromPassword')) return call.args[1];
  return unknown(reason('data-source', 'the password', 'the secret that keeps it'), credentials?.at ?? construct.at, {
    secret: true,
  });
}

function instance(construct: Construct): Stated[] {
  const subnets = construct.get('vpcSubnets');
  const kind = constant(construct.with(subnets).get('subnetType'));
  return [
    construct.itself('AWS::RDS::DBInstance', {
      DBInstanceIdentifier: construct.get('instanceIdentifier'),
      Engine: engine(construct.get('engine')),
      EngineVersion: engineVersion(construct.get('engine')),
      StorageEncrypted: encrypted(construct),
      KmsKeyId: construct.get('storageEncryptionKey'),
      PubliclyAccessible: construct.get('publiclyAccessible') ?? isPublic(construct, subnets, kind),
      BackupRetentionPeriod: duration(construct.get('backupRetention'), 'days'),
      DeletionProtection: protection(construct),
      MultiAZ: construct.get('multiAz'),
      EnableIAMDatabaseAuthentication: construct.get('iamAuthentication'),
      EnableCloudwatchLogsExports: construct.get('cloudwatchLogsExports'),
      AutoMinorVersionUpgrade: construct.get('autoMinorVersionUpgrade'),
      CopyTagsToSnapshot: construct.or('copyTagsToSnapshot', construct.bool(true)),
      EnablePerformanceInsights: construct.get('enablePerformanceInsights'),
      PerformanceInsightsKMSKeyId: construct.get('performanceInsightEncryptionKey'),
      MonitoringInterval: duration(construct.get('monitoringInterval'), 'seconds'),
      SourceDBInstanceIdentifier: construct.get('sourceDatabaseInstance'),
      MasterUserPassword: password(construct),
    }),
    ...passwordSecret(construct),
    ...ownGroup(construct, true),
  ];
}

/** What stands in public subnets can be reached where nothing else is written. */
function isPublic(construct: Construct, subnets: Item | undefined, kind: string | undefined): Item | undefined {
  // Private ones if the network has some, else public ones: nobody writes which.
  if (!subnets) return undefined;
  return kind === undefined ? unknown(whyUnknown(subnets), subnets.at) : construct.bool(kind === 'PUBLIC', subnets.at);
}

function cluster(construct: Construct): Stated[] {
  const backup = construct.with(construct.get('backup'));
  const writers = [construct.get('writer')].flatMap((item) => (item ? [item] : []));
  const readers = construct.get('readers');
  const members = [...writers, ...(readers?.type === 'list' ? readers.items : [])];
  return [
    construct.itself('AWS::RDS::DBCluster', {
      DBClusterIdentifier: construct.get('clusterIdentifier'),
      Engine: engine(construct.get('engine')),
      EngineVersion: engineVersion(construct.get('engine')),
      StorageEncrypted: encrypted(construct),
      KmsKeyId: construct.get('storageEncryptionKey'),
      BackupRetentionPeriod: duration(backup.get('retention'), 'days'),
      DeletionProtection: protection(construct),
      EnableIAMDatabaseAuthentication: construct.get('iamAuthentication'),
      EnableCloudwatchLogsExports: construct.get('cloudwatchLogsExports'),
      CopyTagsToSnapshot: construct.or('copyTagsToSnapshot', construct.bool(true)),
      MasterUserPassword: password(construct),
    }),
    ...members.map((item, i): Stated => {
      const call = callOf(item) ?? newOf(item);
      const id = call?.args[0];
      const options = construct.with(call?.args[1]);
      return construct.further('AWS::RDS::DBInstance', id?.type === 'string' ? id.value : `Instance${i + 1}`, {
        DBClusterIdentifier: construct.instance,
        Engine: engine(construct.get('engine')),
        PubliclyAccessible: options.or('publiclyAccessible', construct.bool(false)),
        AutoMinorVersionUpgrade: options.get('autoMinorVersionUpgrade'),
        EnablePerformanceInsights: options.get('enablePerformanceInsights'),
      });
    }),
    ...passwordSecret(construct),
    ...ownGroup(construct, true),
  ];
}

export const databases: Services = {
  'rds.DatabaseInstance': instance,
  'rds.DatabaseInstanceFromSnapshot': instance,
  'rds.DatabaseInstanceReadReplica': instance,
  'rds.DatabaseCluster': cluster,
  'rds.DatabaseClusterFromSnapshot': cluster,
  'rds.ServerlessCluster': cluster,
};
