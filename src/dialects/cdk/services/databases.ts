import { reason, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, constant, duration, isTrue, newOf, type Construct, type Stated } from '../construct.ts';
import { rotationRules } from './keys.ts';
import { openGroup, ownGroup } from './groups.ts';
import { made } from './made.ts';
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
  // Aurora's for MySQL are longer than their names.
  if (version.path.includes('AuroraMysqlEngineVersion')) return unknown(whyUnknown(version), version.at);
  if (version.path.at(-1) === 'of') return version.args?.[0];
  const [, parts] = /^VER_([\d_]+)$/.exec(version.path.at(-1) ?? '') ?? [];
  return parts === undefined ? unknown(whyUnknown(version), version.at) : text(parts.replaceAll('_', '.'), version.at);
}

/** The secret that keeps the password that is made, and its rotation. */
export function passwordSecret(construct: Construct): Stated[] {
  const credentials = construct.get('credentials');
  const call = callOf(credentials);
  if (credentials && !/\.from(?:GeneratedSecret|Username)$/.test(call?.name ?? '')) return [];
  const options = construct.with(call?.args[1]);
  const secret = construct.further('AWS::SecretsManager::Secret', 'Secret', {
    KmsKeyId: options.get('encryptionKey'),
    GenerateSecretString: construct.object({}),
  });
  const [rotated] = construct.told('addRotationSingleUser');
  if (!rotated) return [secret];
  return [
    secret,
    construct.further(
      'AWS::SecretsManager::RotationSchedule',
      'Secret/Attachment/RotationSchedule',
      {
        SecretId: made(construct, 'Secret', rotated.at, 'id'),
        RotationLambdaARN: unknown(
          reason('known-after-apply', `${construct.instance.name}/RotationSingleUser`, 'the stack, when it is made'),
          rotated.at,
        ),
        RotationRules: rotationRules(construct, construct.with(rotated.args[0])),
      },
      rotated.at,
    ),
    construct.further(
      'AWS::EC2::SecurityGroup',
      'RotationSingleUser/SecurityGroup',
      openGroup(construct, `${construct.instance.name}/RotationSingleUser/SecurityGroup`),
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
  // What is restored or follows another one has the password of that.
  const isCopy = /FromSnapshot|ReadReplica/.test(construct.instance.library?.path.at(-1) ?? '');
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
      MasterUserPassword: isCopy ? undefined : password(construct),
      DBParameterGroupName: ownParameters(construct) ?? construct.get('parameterGroup'),
      DBSnapshotIdentifier: construct.get('snapshotIdentifier'),
    }),
    ...parameterGroup(construct),
    ...(isCopy ? [] : passwordSecret(construct)),
    ...ownGroup(construct, true, 'SecurityGroup', `Security group for ${idOf(construct)} database`),
    ...proxies(construct),
  ];
}

/** The group that is made of parameters that are written at the database. */
function ownParameters(construct: Construct): Item | undefined {
  const parameters = construct.get('parameters');
  if (!parameters || construct.get('parameterGroup')) return undefined;
  return made(construct, 'ParameterGroup', parameters.at, 'name');
}

const parameterGroup = (construct: Construct): Stated[] =>
  ownParameters(construct)
    ? [
        construct.further('AWS::RDS::DBParameterGroup', 'ParameterGroup', {
          Family: family(construct.get('engine')),
          Parameters: construct.get('parameters'),
        }),
      ]
    : [];

/** The family is the engine with the first number of its version, for MySQL and MariaDB the first two. */
function family(item: Item | undefined): Item | undefined {
  const name = engine(item);
  const version = engineVersion(item);
  if (name?.type !== 'string' || version?.type !== 'string') return name && unknown(whyUnknown(name), name.at);
  const parts = version.value.split('.');
  return text(name.value + parts.slice(0, /^(?:mysql|mariadb)$/.test(name.value) ? 2 : 1).join('.'), name.at);
}

/** Made for instances and clusters as it is asked for: it stands for one in the template, so it is the one of an instance. */
const parameters = (construct: Construct): Stated[] => [
  construct.itself('AWS::RDS::DBParameterGroup', {
    DBParameterGroupName: construct.get('name'),
    Family: family(construct.get('engine')),
    Parameters: construct.get('parameters'),
  }),
];

const idOf = ({ instance }: Construct): string => instance.name.slice(instance.name.lastIndexOf('/') + 1);

const proxies = (construct: Construct): Stated[] =>
  construct.told('addProxy').map(({ args: [id], at }): Stated => {
    const suffix = `${id?.type === 'string' ? id.value : 'Proxy'}/ProxySecurityGroup`;
    return construct.further(
      'AWS::EC2::SecurityGroup',
      suffix,
      openGroup(construct, 'SecurityGroup for Database Proxy'),
      at,
    );
  });

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
  const name = construct.instance.library?.path.at(-1) ?? '';
  const serverless = name.startsWith('Serverless');
  const isCopy = name.includes('FromSnapshot');
  const placed = constant(construct.with(construct.get('vpcSubnets')).get('subnetType'));
  return [
    construct.itself('AWS::RDS::DBCluster', {
      DBClusterIdentifier: construct.get('clusterIdentifier'),
      Engine: engine(construct.get('engine')),
      EngineMode: serverless ? construct.text('serverless') : undefined,
      EngineVersion: engineVersion(construct.get('engine')),
      StorageEncrypted: encrypted(construct) ?? (serverless ? construct.bool(true) : undefined),
      KmsKeyId: construct.get('storageEncryptionKey'),
      BackupRetentionPeriod: duration(backup.get('retention') ?? construct.get('backupRetention'), 'days'),
      DeletionProtection: protection(construct),
      EnableIAMDatabaseAuthentication: construct.get('iamAuthentication'),
      EnableCloudwatchLogsExports: construct.get('cloudwatchLogsExports'),
      CopyTagsToSnapshot: construct.or('copyTagsToSnapshot', construct.bool(true)),
      MasterUserPassword: isCopy ? undefined : password(construct),
      DBClusterParameterGroupName: construct.get('parameterGroup'),
      SnapshotIdentifier: construct.get('snapshotIdentifier'),
    }),
    ...members.map((item, i): Stated => {
      const call = callOf(item) ?? newOf(item);
      const id = call?.args[0];
      const options = construct.with(call?.args[1]);
      return construct.further('AWS::RDS::DBInstance', id?.type === 'string' ? id.value : `Instance${i + 1}`, {
        DBClusterIdentifier: construct.instance,
        Engine: engine(construct.get('engine')),
        PubliclyAccessible:
          options.get('publiclyAccessible') ?? (placed === 'PUBLIC' ? construct.bool(true) : undefined),
        AutoMinorVersionUpgrade: options.get('autoMinorVersionUpgrade'),
        EnablePerformanceInsights: options.get('enablePerformanceInsights'),
      });
    }),
    ...(isCopy ? snapshotSecret(construct) : passwordSecret(construct)),
    ...ownGroup(construct, true, 'SecurityGroup', 'RDS security group'),
    ...proxies(construct),
  ];
}

/** A cluster of a snapshot was given a secret that nothing uses, until a feature flag said no. */
function snapshotSecret(construct: Construct): Stated[] {
  const made = construct.byFlag(
    'aws-rds:preventRenderingDeprecatedCredentials',
    'credentials',
    undefined,
    construct.bool(true),
  );
  return made?.type === 'bool' ? passwordSecret(construct) : [];
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_docdb.DatabaseCluster.html: encrypted where nothing is written. */
function documents(construct: Construct): Stated[] {
  const audit = construct.get('exportAuditLogsToCloudWatch');
  const profiler = construct.get('exportProfilerLogsToCloudWatch');
  const exported = [
    ...(isTrue(audit) ? [text('audit', audit!.at)] : []),
    ...(isTrue(profiler) ? [text('profiler', profiler!.at)] : []),
  ];
  const open = [audit, profiler].find((item) => item && item.type !== 'bool');
  const user = construct.with(construct.get('masterUser'));
  return [
    construct.itself('AWS::DocDB::DBCluster', {
      DBClusterIdentifier: construct.get('dbClusterName'),
      StorageEncrypted: construct.or('storageEncrypted', construct.bool(true)),
      KmsKeyId: construct.get('kmsKey'),
      BackupRetentionPeriod: duration(construct.with(construct.get('backup')).get('retention'), 'days'),
      DeletionProtection: protection(construct),
      EnableCloudwatchLogsExports:
        exported.length > 0 || open
          ? construct.list(exported, construct.at, open ? whyUnknown(open) : undefined)
          : undefined,
      MasterUserPassword: user.get('password') ?? password(construct),
    }),
    ...(user.get('password')
      ? []
      : [construct.further('AWS::SecretsManager::Secret', 'Secret', { KmsKeyId: user.get('kmsKey') })]),
    ...ownGroup(construct, true, 'SecurityGroup', 'DocumentDB security group'),
  ];
}

const proxy = (construct: Construct): Stated[] =>
  construct.get('securityGroups')
    ? []
    : [
        construct.further(
          'AWS::EC2::SecurityGroup',
          'ProxySecurityGroup',
          openGroup(construct, 'SecurityGroup for Database Proxy'),
        ),
      ];

/** A function of AWS changes the secret, from a group of its own. */
const secretRotation = (construct: Construct): Stated[] => [
  construct.further('AWS::SecretsManager::RotationSchedule', 'RotationSchedule', {
    SecretId: construct.get('secret'),
    RotationLambdaARN: made(construct, 'Resource'),
    RotationRules: rotationRules(construct, construct),
  }),
  ...(construct.get('securityGroup')
    ? []
    : [
        construct.further(
          'AWS::EC2::SecurityGroup',
          'SecurityGroup',
          openGroup(construct, `${construct.instance.name}/SecurityGroup`),
        ),
      ]),
];

export const databases: Services = {
  'rds.DatabaseProxy': proxy,
  'secretsmanager.SecretRotation': secretRotation,
  'rds.DatabaseInstance': instance,
  'rds.DatabaseInstanceFromSnapshot': instance,
  'rds.DatabaseInstanceReadReplica': instance,
  'rds.DatabaseCluster': cluster,
  'rds.DatabaseClusterFromSnapshot': cluster,
  'rds.ServerlessCluster': cluster,
  'rds.ServerlessClusterFromSnapshot': cluster,
  'rds.ParameterGroup': parameters,
  'docdb.DatabaseCluster': documents,
};
