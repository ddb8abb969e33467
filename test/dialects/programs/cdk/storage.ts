import * as cdk from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';

class Storage extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const key = new kms.Key(this, 'Key', { enableKeyRotation: true, pendingWindow: cdk.Duration.days(30) });
    key.addAlias('acme');
    new kms.Key(this, 'PlainKey');
    new kms.Key(this, 'SignKey', { keySpec: kms.KeySpec.RSA_2048, keyUsage: kms.KeyUsage.SIGN_VERIFY });
    new kms.Key(this, 'PeriodKey', { rotationPeriod: cdk.Duration.days(180) });
    key.grantEncryptDecrypt(new iam.ServicePrincipal('logs.amazonaws.com'));

    const logsBucket = new s3.Bucket(this, 'AccessLogs', {
      lifecycleRules: [{ expiration: cdk.Duration.days(365) }],
    });
    new s3.Bucket(this, 'PlainBucket');
    const data = new s3.Bucket(this, 'Data', {
      bucketName: 'acme-data',
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      serverAccessLogsBucket: logsBucket,
      serverAccessLogsPrefix: 'data/',
      eventBridgeEnabled: true,
      lifecycleRules: [
        {
          id: 'old',
          prefix: 'tmp/',
          expiration: cdk.Duration.days(90),
          noncurrentVersionExpiration: cdk.Duration.days(30),
          abortIncompleteMultipartUploadAfter: cdk.Duration.days(7),
        },
      ],
    });
    data.addLifecycleRule({ expiration: cdk.Duration.days(400), enabled: false });
    data.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'Reports',
        principals: [new iam.AccountPrincipal('111122223333')],
        actions: ['s3:GetObject'],
        resources: [data.arnForObjects('reports/*')],
      }),
    );
    new s3.Bucket(this, 'OwnKey', { encryption: s3.BucketEncryption.KMS });
    new s3.Bucket(this, 'Managed', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      accessControl: s3.BucketAccessControl.PRIVATE,
    });
    new s3.Bucket(this, 'HalfOpen', {
      blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: false, restrictPublicBuckets: false }),
    });
    new s3.Bucket(this, 'Acls', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS_ONLY });
    new s3.Bucket(this, 'Site', {
      publicReadAccess: true,
      websiteIndexDocument: 'index.html',
      blockPublicAccess: {
        blockPublicAcls: false,
        blockPublicPolicy: false,
        ignorePublicAcls: false,
        restrictPublicBuckets: false,
      },
    });
    new s3.Bucket(this, 'Records', {
      objectLockEnabled: true,
      objectLockDefaultRetention: s3.ObjectLockRetention.compliance(cdk.Duration.days(365)),
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    new s3.Bucket(this, 'Throwaway', { removalPolicy: cdk.RemovalPolicy.DESTROY, autoDeleteObjects: true });
    new s3.CfnBucket(this, 'Raw', { versioningConfiguration: { status: 'Enabled' }, accessControl: 'PublicRead' });

    const dead = new sqs.Queue(this, 'Dead', { retentionPeriod: cdk.Duration.days(14) });
    new sqs.Queue(this, 'Jobs', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      deadLetterQueue: { queue: dead, maxReceiveCount: 3 },
    });
    new sqs.Queue(this, 'KeyGiven', { encryptionMasterKey: key });
    new sqs.Queue(this, 'OwnQueueKey', { encryption: sqs.QueueEncryption.KMS });
    new sqs.Queue(this, 'ManagedQueue', { encryption: sqs.QueueEncryption.KMS_MANAGED });
    new sqs.Queue(this, 'SqsManaged', { encryption: sqs.QueueEncryption.SQS_MANAGED });
    new sqs.Queue(this, 'Unencrypted', { encryption: sqs.QueueEncryption.UNENCRYPTED });
    const fifo = new sqs.Queue(this, 'Fifo', { fifo: true });
    fifo.addToResourcePolicy(
      new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] }),
    );

    new sns.Topic(this, 'PlainTopic');
    const news = new sns.Topic(this, 'News', { masterKey: key, enforceSSL: true, displayName: 'News' });
    news.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.StarPrincipal()],
        actions: ['sns:Publish'],
        resources: [news.topicArn],
      }),
    );
    news.addSubscription(new subscriptions.EmailSubscription('ops@example.com'));

    new logs.LogGroup(this, 'PlainLogs');
    new logs.LogGroup(this, 'ShortLogs', { retention: logs.RetentionDays.ONE_WEEK, encryptionKey: key });
    new logs.LogGroup(this, 'ForeverLogs', { retention: logs.RetentionDays.INFINITE });

    new ecr.Repository(this, 'PlainImages');
    const images = new ecr.Repository(this, 'Images', {
      repositoryName: 'acme',
      imageScanOnPush: true,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      encryptionKey: key,
    });
    images.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('111122223333')],
        actions: ['ecr:BatchGetImage'],
      }),
    );
    new ecr.Repository(this, 'KmsImages', { encryption: ecr.RepositoryEncryption.KMS, imageScanOnPush: false });

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1, natGateways: 0 });
    new efs.FileSystem(this, 'PlainFiles', { vpc });
    new efs.FileSystem(this, 'Files', { vpc, kmsKey: key, enableAutomaticBackups: true, allowAnonymousAccess: false });
    new efs.FileSystem(this, 'BareFiles', { vpc, encrypted: false });

    new secretsmanager.Secret(this, 'PlainSecret');
    const secret = new secretsmanager.Secret(this, 'Secret', {
      secretName: 'acme',
      encryptionKey: key,
      generateSecretString: { passwordLength: 40 },
    });
    secret.addRotationSchedule('Rotation', {
      hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser(),
      automaticallyAfter: cdk.Duration.days(60),
    });
    secret.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('111122223333')],
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['*'],
      }),
    );
    new ssm.StringParameter(this, 'Parameter', { parameterName: '/acme/url', stringValue: 'https://example.com' });
    new ssm.StringListParameter(this, 'Parameters', { stringListValue: ['a', 'b'] });

    const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
    new dynamodb.Table(this, 'PlainTable', { partitionKey });
    new dynamodb.Table(this, 'Table', {
      partitionKey,
      tableName: 'orders',
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
    });
    new dynamodb.Table(this, 'AwsTable', {
      partitionKey,
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecovery: true,
    });
    new dynamodb.Table(this, 'OwnKeyTable', { partitionKey, encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED });
    new dynamodb.Table(this, 'DefaultTable', { partitionKey, encryption: dynamodb.TableEncryption.DEFAULT });
    new dynamodb.TableV2(this, 'PlainTableV2', { partitionKey });
    new dynamodb.TableV2(this, 'TableV2', {
      partitionKey,
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
    });
    new dynamodb.TableV2(this, 'AwsTableV2', { partitionKey, encryption: dynamodb.TableEncryptionV2.awsManagedKey() });

    new kinesis.Stream(this, 'PlainStream');
    new kinesis.Stream(this, 'KeyStream', { encryptionKey: key });
    new kinesis.Stream(this, 'BareStream', {
      encryption: kinesis.StreamEncryption.UNENCRYPTED,
      retentionPeriod: cdk.Duration.days(3),
    });
    new kinesis.Stream(this, 'OwnKeyStream', { encryption: kinesis.StreamEncryption.KMS });
    new firehose.DeliveryStream(this, 'PlainDelivery', { destination: new firehose.S3Bucket(logsBucket) });
    new firehose.DeliveryStream(this, 'Delivery', {
      destination: new firehose.S3Bucket(logsBucket),
      encryption: firehose.StreamEncryption.customerManagedKey(key),
    });

    new backup.BackupVault(this, 'PlainVault');
    const vault = new backup.BackupVault(this, 'Vault', {
      backupVaultName: 'acme',
      encryptionKey: key,
      lockConfiguration: { minRetention: cdk.Duration.days(30) },
    });
    const plan = backup.BackupPlan.dailyWeeklyMonthly5YearRetention(this, 'Plan', vault);
    plan.addSelection('Tagged', { resources: [backup.BackupResource.fromTag('backup', 'daily')] });
    const own = new backup.BackupPlan(this, 'OwnPlan', { backupVault: vault });
    own.addRule(backup.BackupPlanRule.daily());
    own.addSelection('Tables', { resources: [backup.BackupResource.fromArn('arn:aws:dynamodb:*:*:table/*')] });
  }
}

new Storage(new cdk.App(), 'Storage', { env: { account: '111111111111', region: 'eu-west-1' } });
