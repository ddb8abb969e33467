import { joined, nothing, reason, referenceTo, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { Construct, callOf, choice, constant, duration, newOf, type Stated } from '../construct.ts';
import { documentOf, onlyTls, policyOf } from '../policy.ts';
import { ownGroup } from './network.ts';
import type { Services } from './service.ts';

/** The statements that a construct was told to have in its own policy. */
export const statementsOf = (construct: Construct, ...methods: readonly string[]): Item[] =>
  construct.told(...methods).flatMap(({ args }) => args.slice(0, 1));

const isTrue = (item: Item | undefined): boolean => item?.type === 'bool' && item.value;

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.Bucket.html */
function bucket(construct: Construct): Stated[] {
  const logsBucket = construct.get('serverAccessLogsBucket');
  const prefix = construct.get('serverAccessLogsPrefix');
  const stated = [
    construct.itself('AWS::S3::Bucket', {
      BucketName: construct.get('bucketName'),
      AccessControl: accessControl(construct.get('accessControl')),
      BucketEncryption: bucketEncryption(construct),
      VersioningConfiguration: versioning(construct),
      PublicAccessBlockConfiguration: publicAccess(construct),
      LoggingConfiguration:
        logsBucket || prefix
          ? construct.object({ DestinationBucketName: logsBucket, LogFilePrefix: prefix }, (logsBucket ?? prefix)!.at)
          : undefined,
      ObjectLockEnabled: construct.get('objectLockEnabled'),
      LifecycleConfiguration: lifecycle(construct),
      ReplicationConfiguration:
        construct.get('replicationRules') && construct.object({ Rules: construct.get('replicationRules') }),
    }),
  ];
  const own = referenceTo(construct.instance, 'arn', construct.at);
  const all = joined([own, text('/*', construct.at)], construct.at);
  const statements = statementsOf(construct, 'addToResourcePolicy');
  const tls = construct.get('enforceSSL');
  const open = construct.get('publicReadAccess');
  if (isTrue(tls)) statements.push(onlyTls(construct, 's3:*', [own, all]));
  const granted = construct.told('grantPublicAccess')[0];
  if (isTrue(open) || granted) statements.push(publicRead(construct, all, granted?.at ?? open!.at));
  const why = [tls, open].find((item) => item?.type === 'unknown');
  if (statements.length > 0 || why)
    stated.push(
      construct.further('AWS::S3::BucketPolicy', 'Policy', {
        Bucket: construct.instance,
        PolicyDocument: documentOf(statements, construct.at, why && whyUnknown(why)),
      }),
    );
  return stated;
}

const publicRead = (construct: Construct, all: Item, at: Item['at']): Item =>
  construct.object(
    {
      Effect: text('Allow', at),
      Principal: construct.object({ AWS: text('*', at) }, at),
      Action: text('s3:GetObject', at),
      Resource: all,
    },
    at,
  );

const accessControl = (item: Item | undefined): Item | undefined =>
  choice(item, {
    PRIVATE: 'Private',
    PUBLIC_READ: 'PublicRead',
    PUBLIC_READ_WRITE: 'PublicReadWrite',
    AUTHENTICATED_READ: 'AuthenticatedRead',
    LOG_DELIVERY_WRITE: 'LogDeliveryWrite',
    BUCKET_OWNER_READ: 'BucketOwnerRead',
    BUCKET_OWNER_FULL_CONTROL: 'BucketOwnerFullControl',
    AWS_EXEC_READ: 'AwsExecRead',
  });

function bucketEncryption(construct: Construct): Item | undefined {
  const key = construct.get('encryptionKey');
  const kind = construct.get('encryption');
  const algorithm =
    choice(kind, {
      UNENCRYPTED: undefined,
      S3_MANAGED: 'AES256',
      KMS: 'aws:kms',
      KMS_MANAGED: 'aws:kms',
      DSSE: 'aws:kms:dsse',
      DSSE_MANAGED: 'aws:kms:dsse',
    }) ?? (key ? text('aws:kms', key.at) : undefined);
  if (!algorithm || algorithm.type === 'undefined') return undefined;
  // A key of its own is made where none is given.
  const made = /^(?:KMS|DSSE)$/.test(constant(kind) ?? '')
    ? referenceTo(construct.instance, 'encryption_key', algorithm.at)
    : undefined;
  const byDefault = construct.object({ SSEAlgorithm: algorithm, KMSMasterKeyID: key ?? made }, algorithm.at);
  const rule = construct.object(
    { ServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: construct.get('bucketKeyEnabled') },
    algorithm.at,
  );
  return construct.object({ ServerSideEncryptionConfiguration: construct.list([rule], algorithm.at) }, algorithm.at);
}

function versioning(construct: Construct): Item | undefined {
  const versioned = construct.get('versioned');
  if (!versioned) return undefined;
  const status =
    versioned.type === 'bool'
      ? versioned.value
        ? { ...text('Enabled', versioned.at), via: versioned.via }
        : undefined
      : unknown(whyUnknown(versioned), versioned.at);
  return status && construct.object({ Status: status }, versioned.at);
}

const blocks = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'] as const;

function publicAccess(construct: Construct): Item | undefined {
  const item = construct.get('blockPublicAccess');
  if (!item) return undefined;
  // What has its four properties is one, made by `new` or not.
  const own = item.type === 'object' ? item : newOf(item)?.args[0];
  const given = new Construct(construct.instance, own ?? nothing(item.at));
  const name = constant(item);
  if (!own && !/^BLOCK_(?:ALL|ACLS|ACLS_ONLY)$/.test(name ?? '')) return unknown(whyUnknown(item), item.at);
  return construct.object(
    Object.fromEntries(
      blocks.map((block) => [
        block.slice(0, 1).toUpperCase() + block.slice(1),
        own ? given.get(block) : construct.bool(name === 'BLOCK_ALL' || block.endsWith('Acls'), item.at),
      ]),
    ) as Record<string, Item>,
    item.at,
  );
}

function lifecycle(construct: Construct): Item | undefined {
  const rules = construct.get('lifecycleRules');
  if (!rules) return undefined;
  if (rules.type !== 'list') return unknown(whyUnknown(rules), rules.at);
  const made = rules.items.map((rule) => {
    const own = new Construct(construct.instance, rule);
    const days = duration(own.get('expiration'), 'days');
    return construct.object(
      {
        Status:
          own.get('enabled')?.type === 'bool' && !isTrue(own.get('enabled'))
            ? text('Disabled', rule.at)
            : text('Enabled', rule.at),
        ExpirationInDays: days,
        Prefix: own.get('prefix'),
        NoncurrentVersionExpiration:
          own.get('noncurrentVersionExpiration') &&
          construct.object({ NoncurrentDays: duration(own.get('noncurrentVersionExpiration'), 'days') }),
        AbortIncompleteMultipartUpload:
          own.get('abortIncompleteMultipartUploadAfter') &&
          construct.object({ DaysAfterInitiation: duration(own.get('abortIncompleteMultipartUploadAfter'), 'days') }),
      },
      rule.at,
    );
  });
  return construct.object({ Rules: construct.list(made, rules.at, rules.reason) }, rules.at);
}

/** Keys have the policy that hands their use over to IAM, and the statements that they are told. */
function key(construct: Construct): Stated[] {
  const policy = construct.get('policy');
  const root = construct.object({
    Effect: construct.text('Allow'),
    Principal: construct.object({
      AWS: unknown(reason('data-source', 'the account', 'its number'), construct.at, {
        prefix: 'arn:aws:iam::',
        suffix: ':root',
      }),
    }),
    Action: construct.text('kms:*'),
    Resource: construct.text('*'),
  });
  return [
    construct.itself('AWS::KMS::Key', {
      EnableKeyRotation: construct.get('enableKeyRotation'),
      Enabled: construct.get('enabled'),
      KeySpec: choice(construct.get('keySpec'), { SYMMETRIC_DEFAULT: 'SYMMETRIC_DEFAULT' }) ?? undefined,
      PendingWindowInDays: duration(construct.get('pendingWindow'), 'days'),
      KeyPolicy: policy
        ? policyOf(policy)
        : documentOf([root, ...statementsOf(construct, 'addToResourcePolicy')], construct.at),
    }),
  ];
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_sqs.Queue.html */
function queue(construct: Construct): Stated[] {
  const masterKey = construct.get('encryptionMasterKey');
  const encryption = construct.get('encryption');
  const kind = constant(encryption);
  const open = encryption && kind === undefined ? unknown(whyUnknown(encryption), encryption.at) : undefined;
  const stated = [
    construct.itself('AWS::SQS::Queue', {
      QueueName: construct.get('queueName'),
      KmsMasterKeyId:
        masterKey ??
        open ??
        (kind === 'KMS_MANAGED'
          ? text('alias/aws/sqs', encryption!.at)
          : kind === 'KMS'
            ? referenceTo(construct.instance, 'encryption_key', encryption!.at)
            : undefined),
      SqsManagedSseEnabled:
        open ??
        (kind === 'SQS_MANAGED' || kind === 'UNENCRYPTED'
          ? construct.bool(kind === 'SQS_MANAGED', encryption!.at)
          : undefined),
      RedrivePolicy: construct.get('deadLetterQueue'),
    }),
  ];
  const statements = statementsOf(construct, 'addToResourcePolicy');
  if (isTrue(construct.get('enforceSSL')))
    statements.push(onlyTls(construct, 'sqs:*', [referenceTo(construct.instance, 'arn', construct.at)]));
  if (statements.length > 0)
    stated.push(
      construct.further('AWS::SQS::QueuePolicy', 'Policy', {
        Queues: construct.list([construct.instance]),
        PolicyDocument: documentOf(statements, construct.at),
      }),
    );
  return stated;
}

function topic(construct: Construct): Stated[] {
  const stated = [
    construct.itself('AWS::SNS::Topic', {
      TopicName: construct.get('topicName'),
      KmsMasterKeyId: construct.get('masterKey'),
    }),
  ];
  const statements = statementsOf(construct, 'addToResourcePolicy');
  if (isTrue(construct.get('enforceSSL')))
    statements.push(onlyTls(construct, 'sns:Publish', [referenceTo(construct.instance, 'arn', construct.at)]));
  if (statements.length > 0)
    stated.push(
      construct.further('AWS::SNS::TopicPolicy', 'Policy', {
        Topics: construct.list([construct.instance]),
        PolicyDocument: documentOf(statements, construct.at),
      }),
    );
  return stated;
}

const retentions: { readonly [name: string]: number | undefined } = {
  ONE_DAY: 1,
  THREE_DAYS: 3,
  FIVE_DAYS: 5,
  ONE_WEEK: 7,
  TWO_WEEKS: 14,
  ONE_MONTH: 30,
  TWO_MONTHS: 60,
  THREE_MONTHS: 90,
  FOUR_MONTHS: 120,
  FIVE_MONTHS: 150,
  SIX_MONTHS: 180,
  ONE_YEAR: 365,
  THIRTEEN_MONTHS: 400,
  EIGHTEEN_MONTHS: 545,
  TWO_YEARS: 731,
  THREE_YEARS: 1096,
  FIVE_YEARS: 1827,
  SIX_YEARS: 2192,
  SEVEN_YEARS: 2557,
  EIGHT_YEARS: 2922,
  NINE_YEARS: 3288,
  TEN_YEARS: 3653,
  INFINITE: undefined,
};

/** Two years where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.LogGroup.html */
const logGroup = (construct: Construct): Stated[] => [
  construct.itself('AWS::Logs::LogGroup', {
    LogGroupName: construct.get('logGroupName'),
    RetentionInDays: choice(construct.get('retention'), retentions) ?? construct.number(731),
    KmsKeyId: construct.get('encryptionKey'),
  }),
];

const repository = (construct: Construct): Stated[] => {
  const encryption = construct.get('encryption');
  const masterKey = construct.get('encryptionKey');
  const type =
    choice(encryption, { AES_256: 'AES256', KMS: 'KMS', KMS_DSSE: 'KMS_DSSE' }) ??
    (masterKey && text('KMS', masterKey.at));
  const statements = statementsOf(construct, 'addToResourcePolicy');
  return [
    construct.itself('AWS::ECR::Repository', {
      RepositoryName: construct.get('repositoryName'),
      ImageTagMutability: choice(construct.get('imageTagMutability'), {
        MUTABLE: 'MUTABLE',
        IMMUTABLE: 'IMMUTABLE',
        MUTABLE_WITH_EXCLUSION: 'MUTABLE_WITH_EXCLUSION',
        IMMUTABLE_WITH_EXCLUSION: 'IMMUTABLE_WITH_EXCLUSION',
      }),
      ImageScanningConfiguration:
        construct.get('imageScanOnPush') && construct.object({ ScanOnPush: construct.get('imageScanOnPush') }),
      EncryptionConfiguration: type && construct.object({ EncryptionType: type, KmsKey: masterKey }, type.at),
      RepositoryPolicyText: statements.length > 0 ? documentOf(statements, construct.at) : undefined,
    }),
  ];
};

/** Version 2 encrypts where nothing is written, version 1 only by a feature flag: https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html */
const fileSystem = (construct: Construct): Stated[] => {
  const first = construct.instance.library?.package.startsWith('@aws-cdk/');
  const flag = unknown(
    { code: 'default-depends-on-version', subject: 'encrypted', settledBy: 'encrypted, written out' },
    construct.at,
  );
  return [
    construct.itself('AWS::EFS::FileSystem', {
      Encrypted: construct.or('encrypted', first ? flag : construct.bool(true)),
      KmsKeyId: construct.get('kmsKey'),
      BackupPolicy: backupPolicy(construct),
    }),
    ...ownGroup(construct, true, 'EfsSecurityGroup'),
  ];
};

function backupPolicy(construct: Construct): Item | undefined {
  const backups = construct.get('enableAutomaticBackups');
  if (!backups) return undefined;
  const status =
    backups.type === 'bool'
      ? text(backups.value ? 'ENABLED' : 'DISABLED', backups.at)
      : unknown(whyUnknown(backups), backups.at);
  return construct.object({ Status: status }, backups.at);
}

/** A value is made where none is given. */
const secret = (construct: Construct): Stated[] => {
  const stated = [
    construct.itself('AWS::SecretsManager::Secret', {
      Name: construct.get('secretName'),
      KmsKeyId: construct.get('encryptionKey'),
      SecretString: construct.get('secretStringValue') ?? construct.get('secretStringBeta1'),
    }),
  ];
  const statements = statementsOf(construct, 'addToResourcePolicy');
  if (statements.length > 0)
    stated.push(
      construct.further('AWS::SecretsManager::ResourcePolicy', 'Policy', {
        SecretId: construct.instance,
        ResourcePolicy: documentOf(statements, construct.at),
      }),
    );
  return stated;
};

const rotation = (construct: Construct): Stated[] => [
  construct.itself('AWS::SecretsManager::RotationSchedule', {
    SecretId: construct.get('secret'),
    RotationLambdaARN: construct.get('rotationLambda'),
    HostedRotationLambda:
      construct.get('hostedRotation') && construct.object({ RotationType: construct.text('hosted') }),
    RotationRules: construct.object({
      AutomaticallyAfterDays: duration(construct.get('automaticallyAfter'), 'days') ?? construct.number(30),
    }),
  }),
];

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_dynamodb.Table.html */
function table(construct: Construct): Stated[] {
  const masterKey = construct.get('encryptionKey');
  const encryption = construct.get('encryption');
  const kind = constant(encryption);
  const enabled =
    masterKey || kind === 'AWS_MANAGED' || kind === 'CUSTOMER_MANAGED'
      ? construct.bool(true, (encryption ?? masterKey)!.at)
      : encryption && kind !== 'DEFAULT'
        ? unknown(whyUnknown(encryption), encryption.at)
        : undefined;
  const ownKey =
    kind === 'CUSTOMER_MANAGED' ? referenceTo(construct.instance, 'encryption_key', encryption!.at) : undefined;
  return [
    construct.itself('AWS::DynamoDB::Table', {
      TableName: construct.get('tableName'),
      SSESpecification:
        enabled && construct.object({ SSEEnabled: enabled, KMSMasterKeyId: masterKey ?? ownKey }, enabled.at),
      PointInTimeRecoverySpecification: recovery(construct),
      DeletionProtectionEnabled: construct.get('deletionProtection'),
      StreamSpecification: construct.get('stream') && construct.object({ StreamViewType: construct.get('stream') }),
    }),
  ];
}

function recovery(construct: Construct): Item | undefined {
  const newer = construct.get('pointInTimeRecoverySpecification');
  const enabled =
    construct.get('pointInTimeRecovery') ??
    (newer && new Construct(construct.instance, newer).get('pointInTimeRecoveryEnabled'));
  return enabled && construct.object({ PointInTimeRecoveryEnabled: enabled }, enabled.at);
}

function globalTable(construct: Construct): Stated[] {
  const encryption = callOf(construct.get('encryption'));
  const kind = encryption?.name.split('.').at(-1);
  const sse =
    kind === undefined
      ? undefined
      : construct.object({ SSEEnabled: construct.bool(kind !== 'dynamoOwnedKey', encryption!.at) }, encryption!.at);
  const replica = construct.object({
    DeletionProtectionEnabled: construct.get('deletionProtection'),
    PointInTimeRecoverySpecification: recovery(construct),
    SSESpecification:
      kind === 'customerManagedKey'
        ? construct.object({ KMSMasterKeyId: encryption!.args[0] }, encryption!.at)
        : undefined,
  });
  return [
    construct.itself('AWS::DynamoDB::GlobalTable', {
      TableName: construct.get('tableName'),
      SSESpecification: sse,
      Replicas: construct.list([replica]),
    }),
  ];
}

export const storage: Services = {
  's3.Bucket': bucket,
  'kms.Key': key,
  'sqs.Queue': queue,
  'sns.Topic': topic,
  'logs.LogGroup': logGroup,
  'ecr.Repository': repository,
  'efs.FileSystem': fileSystem,
  'secretsmanager.Secret': secret,
  'secretsmanager.RotationSchedule': rotation,
  'dynamodb.Table': table,
  'dynamodb.TableV2': globalTable,
};
