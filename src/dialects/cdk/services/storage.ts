import { joined, nothing, referenceTo, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { choice, constant, duration, isTrue, newOf, type Construct, type Stated } from '../construct.ts';
import { documentOf, onlyTls, statementsOf } from '../policy.ts';
import { keyOf, ownKey } from './keys.ts';
import { ownGroup } from './groups.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.Bucket.html */
function bucket(construct: Construct): Stated[] {
  const logsBucket = construct.get('serverAccessLogsBucket');
  const prefix = construct.get('serverAccessLogsPrefix');
  const stated = [
    construct.itself('AWS::S3::Bucket', {
      BucketName: construct.get('bucketName'),
      AccessControl: accessControl(construct.get('accessControl')) ?? logDelivery(construct),
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
  if (makesKey(construct)) stated.push(ownKey(construct, true));
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

/** What takes the logs of others lets the service of logs write: by its list, or with a flag by its policy. */
function logDelivery(construct: Construct): Item | undefined {
  const [told] = construct.told('takesAccessLogs');
  return (
    told &&
    construct.byFlag(
      'aws-s3:serverAccessLogsUseBucketPolicy',
      'accessControl',
      undefined,
      text('LogDeliveryWrite', told.at),
    )
  );
}

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

/** A key of its own is made where none is given. */
const makesKey = (construct: Construct): boolean =>
  !construct.get('encryptionKey') && /^(?:KMS|DSSE)$/.test(constant(construct.get('encryption')) ?? '');

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
  if (algorithm.type === 'unknown') return algorithm;
  const made = makesKey(construct) ? keyOf(construct, algorithm.at) : undefined;
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
  const given = construct.with(own ?? nothing(item.at));
  const name = constant(item);
  if (!own && !/^BLOCK_(?:ALL|ACLS|ACLS_ONLY)$/.test(name ?? '')) return unknown(whyUnknown(item), item.at);
  return construct.object(
    Object.fromEntries(
      blocks.map((block) => [
        block.slice(0, 1).toUpperCase() + block.slice(1),
        own
          ? (given.get(block) ??
            construct.byFlag('aws-s3:publicAccessBlockedByDefault', block, construct.bool(true, item.at), undefined))
          : construct.bool(name === 'BLOCK_ALL' || block.endsWith('Acls'), item.at),
      ]),
    ) as Record<string, Item>,
    item.at,
  );
}

function lifecycle(construct: Construct): Item | undefined {
  const rules = construct.get('lifecycleRules');
  const added = construct.told('addLifecycleRule').flatMap(({ args }) => args.slice(0, 1));
  if (rules && rules.type !== 'list') return unknown(whyUnknown(rules), rules.at);
  const [first] = added;
  const at = rules?.at ?? first?.at;
  if (!at) return undefined;
  const made = [...(rules?.items ?? []), ...added].map((rule) => lifecycleRule(construct.with(rule), rule.at));
  return construct.object({ Rules: construct.list(made, at, rules?.reason) }, at);
}

function lifecycleRule(own: Construct, at: Item['at']): Item {
  const older = own.get('noncurrentVersionExpiration');
  const parts = own.get('abortIncompleteMultipartUploadAfter');
  const enabled = own.get('enabled');
  return own.object(
    {
      Status: text(enabled?.type === 'bool' && !enabled.value ? 'Disabled' : 'Enabled', at),
      ExpirationInDays: duration(own.get('expiration'), 'days'),
      Prefix: own.get('prefix'),
      NoncurrentVersionExpiration: older && own.object({ NoncurrentDays: duration(older, 'days') }),
      AbortIncompleteMultipartUpload: parts && own.object({ DaysAfterInitiation: duration(parts, 'days') }),
    },
    at,
  );
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

export const retention = (item: Item | undefined): Item | undefined => choice(item, retentions);

/** Two years where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.LogGroup.html */
const logGroup = (construct: Construct): Stated[] => [
  construct.itself('AWS::Logs::LogGroup', {
    LogGroupName: construct.get('logGroupName'),
    RetentionInDays: retention(construct.get('retention')) ?? construct.number(731),
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
  if (backups.type === 'bool' && !backups.value) return undefined;
  const status = isTrue(backups) ? text('ENABLED', backups.at) : unknown(whyUnknown(backups), backups.at);
  return construct.object({ Status: status }, backups.at);
}

export const storage: Services = {
  's3.Bucket': bucket,
  'logs.LogGroup': logGroup,
  'ecr.Repository': repository,
  'efs.FileSystem': fileSystem,
};
