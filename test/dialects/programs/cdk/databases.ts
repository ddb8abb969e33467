import * as cdk from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as opensearch from 'aws-cdk-lib/aws-opensearchservice';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';

class Databases extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '111111111111', region: 'eu-west-1' } });
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_3 });

    new rds.DatabaseInstance(this, 'Plain', { engine, vpc });
    const own = new rds.DatabaseInstance(this, 'Orders', {
      engine,
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      credentials: rds.Credentials.fromGeneratedSecret('orders', { encryptionKey: key }),
      storageEncryptionKey: key,
      backupRetention: cdk.Duration.days(30),
      deletionProtection: true,
      multiAz: true,
      iamAuthentication: true,
      cloudwatchLogsExports: ['postgresql', 'upgrade'],
      cloudwatchLogsRetention: cdk.aws_logs.RetentionDays.ONE_YEAR,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
      monitoringInterval: cdk.Duration.seconds(60),
      autoMinorVersionUpgrade: true,
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    own.addRotationSingleUser({ automaticallyAfter: cdk.Duration.days(30) });
    own.connections.allowFromAnyIpv4(ec2.Port.tcp(5432), 'open');
    own.connections.allowDefaultPortFromAnyIpv4('open by default');
    new rds.DatabaseInstance(this, 'Open', {
      engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.VER_8_0_36 }),
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      storageEncrypted: false,
      backupRetention: cdk.Duration.days(0),
      deletionProtection: false,
      copyTagsToSnapshot: false,
      credentials: rds.Credentials.fromPassword('admin', cdk.SecretValue.unsafePlainText('hunter2hunter2')),
      parameters: { require_secure_transport: 'ON' },
    });
    new rds.DatabaseInstanceReadReplica(this, 'Replica', {
      sourceDatabaseInstance: own,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MEDIUM),
      vpc,
    });
    new rds.DatabaseInstanceFromSnapshot(this, 'Restored', { snapshotIdentifier: 'before', engine, vpc });
    const group = new rds.ParameterGroup(this, 'Parameters', { engine, parameters: { 'rds.force_ssl': '0' } });
    new rds.DatabaseInstance(this, 'WithGroup', {
      engine,
      vpc,
      parameterGroup: group,
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });

    const aurora = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 });
    new rds.DatabaseCluster(this, 'PlainCluster', {
      engine: aurora,
      vpc,
      writer: rds.ClusterInstance.provisioned('writer'),
    });
    new rds.DatabaseCluster(this, 'Cluster', {
      engine: aurora,
      vpc,
      writer: rds.ClusterInstance.serverlessV2('writer', { enablePerformanceInsights: true }),
      readers: [
        rds.ClusterInstance.serverlessV2('reader', { scaleWithWriter: true, autoMinorVersionUpgrade: true }),
        rds.ClusterInstance.provisioned('open', { publiclyAccessible: true }),
      ],
      storageEncryptionKey: key,
      backup: { retention: cdk.Duration.days(14) },
      deletionProtection: true,
      iamAuthentication: true,
      cloudwatchLogsExports: ['postgresql'],
    });
    new rds.DatabaseCluster(this, 'Bare', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_07_1 }),
      vpc,
      storageEncrypted: false,
      writer: rds.ClusterInstance.provisioned('writer'),
    });
    new rds.DatabaseClusterFromSnapshot(this, 'RestoredCluster', {
      engine: aurora,
      vpc,
      snapshotIdentifier: 'before',
      writer: rds.ClusterInstance.provisioned('writer'),
    });
    new rds.ServerlessCluster(this, 'Serverless', {
      engine: rds.DatabaseClusterEngine.AURORA_POSTGRESQL,
      parameterGroup: rds.ParameterGroup.fromParameterGroupName(this, 'ByName', 'default.aurora-postgresql11'),
      vpc,
    });
    own.addProxy('Proxy', { secrets: [own.secret!], vpc });

    new docdb.DatabaseCluster(this, 'PlainDocuments', {
      masterUser: { username: 'acme' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
      vpc,
    });
    new docdb.DatabaseCluster(this, 'Documents', {
      masterUser: { username: 'acme' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
      vpc,
      kmsKey: key,
      backup: { retention: cdk.Duration.days(30) },
      deletionProtection: true,
      exportAuditLogsToCloudWatch: true,
      exportProfilerLogsToCloudWatch: true,
    });
    new docdb.DatabaseCluster(this, 'BareDocuments', {
      masterUser: { username: 'acme' },
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
      vpc,
      storageEncrypted: false,
    });

    new opensearch.Domain(this, 'PlainSearch', { version: opensearch.EngineVersion.OPENSEARCH_2_11 });
    new opensearch.Domain(this, 'Search', {
      version: opensearch.EngineVersion.OPENSEARCH_2_11,
      vpc,
      vpcSubnets: [{ subnets: vpc.privateSubnets }],
      encryptionAtRest: { enabled: true, kmsKey: key },
      nodeToNodeEncryption: true,
      enforceHttps: true,
      tlsSecurityPolicy: opensearch.TLSSecurityPolicy.TLS_1_2,
      logging: { auditLogEnabled: true, slowSearchLogEnabled: true, appLogEnabled: true, slowIndexLogEnabled: true },
      fineGrainedAccessControl: { masterUserName: 'admin' },
      zoneAwareness: { enabled: true, availabilityZoneCount: 2 },
      capacity: { dataNodes: 2, masterNodes: 3 },
    });
    new opensearch.Domain(this, 'SecuredSearch', {
      version: opensearch.EngineVersion.OPENSEARCH_2_11,
      useUnsignedBasicAuth: true,
      accessPolicies: [
        new cdk.aws_iam.PolicyStatement({
          actions: ['es:*'],
          principals: [new cdk.aws_iam.AnyPrincipal()],
          resources: ['*'],
        }),
      ],
    });
    new elasticache.CfnReplicationGroup(this, 'Cache', {
      replicationGroupDescription: 'sessions',
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      automaticFailoverEnabled: true,
      snapshotRetentionLimit: 7,
      kmsKeyId: key.keyArn,
    });
    new elasticache.CfnCacheCluster(this, 'PlainCache', {
      cacheNodeType: 'cache.t3.micro',
      engine: 'redis',
      numCacheNodes: 1,
    });
  }
}

new Databases(new cdk.App(), 'Databases');
