import * as cdk from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as identitypool from 'aws-cdk-lib/aws-cognito-identitypool';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface StoreProps {
  readonly open?: boolean;
}

/** A construct of the program's own, as most programs have them. */
class Store extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { open = false }: StoreProps = {}) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      versioned: !open,
      blockPublicAccess: open ? s3.BlockPublicAccess.BLOCK_ACLS_ONLY : s3.BlockPublicAccess.BLOCK_ALL,
    });
  }

  grantAll(grantee: iam.IGrantable): this {
    this.bucket.grantReadWrite(grantee);
    return this;
  }
}

class More extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    for (const name of ['one', 'two']) new Store(this, `Store-${name}`, { open: name === 'two' }).grantAll(role);

    const bucket = new s3.Bucket(this, 'Bucket');
    const policy = new s3.BucketPolicy(this, 'BucketPolicy', { bucket });
    policy.document.addStatements(
      new iam.PolicyStatement({
        principals: [new iam.StarPrincipal()],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
    const queue = new sqs.Queue(this, 'Queue');
    const queuePolicy = new sqs.QueuePolicy(this, 'QueuePolicy', { queues: [queue] });
    queuePolicy.document.addStatements(
      new iam.PolicyStatement({
        principals: [new iam.StarPrincipal()],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
      }),
    );
    const topic = new sns.Topic(this, 'Topic');
    new sns.TopicPolicy(this, 'TopicPolicy', {
      topics: [topic],
      policyDocument: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            principals: [new iam.StarPrincipal()],
            actions: ['sns:Publish'],
            resources: [topic.topicArn],
          }),
        ],
      }),
    });

    new elb.LoadBalancer(this, 'Classic', {
      vpc,
      internetFacing: true,
      listeners: [{ externalPort: 80 }],
      healthCheck: { port: 80 },
    });
    new elb.LoadBalancer(this, 'Secure', {
      vpc,
      listeners: [{ externalPort: 443, sslCertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/1' }],
    });
    new identitypool.IdentityPool(this, 'PlainPool');
    new identitypool.IdentityPool(this, 'Guests', { allowUnauthenticatedIdentities: true });

    const cluster = new eks.Cluster(this, 'Cluster', {
      version: eks.KubernetesVersion.of('1.31'),
      kubectlLayer: cdk.aws_lambda.LayerVersion.fromLayerVersionArn(
        this,
        'Kubectl',
        'arn:aws:lambda:us-east-1:111111111111:layer:k:1',
      ),
      vpc,
      defaultCapacity: 0,
    });
    cluster.addNodegroupCapacity('Nodes', { remoteAccess: { sshKeyName: 'ops' } });
    new eks.Nodegroup(this, 'Quiet', { cluster });

    new cloudfront.CloudFrontWebDistribution(this, 'OldSite', {
      originConfigs: [{ customOriginSource: { domainName: 'example.org' }, behaviors: [{ isDefaultBehavior: true }] }],
    });
    const database = new rds.DatabaseCluster(this, 'Database', {
      engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
      vpc,
      writer: rds.ClusterInstance.provisioned('writer'),
    });
    new rds.DatabaseProxy(this, 'Proxy', {
      proxyTarget: rds.ProxyTarget.fromCluster(database),
      secrets: [database.secret!],
      vpc,
    });
    new secretsmanager.SecretRotation(this, 'Rotation', {
      application: secretsmanager.SecretRotationApplication.POSTGRES_ROTATION_SINGLE_USER,
      secret: database.secret!,
      target: database,
      vpc,
    });
    const source = new codepipeline.Artifact();
    new codepipeline.Pipeline(this, 'Pipeline', {
      stages: [
        {
          stageName: 'Source',
          actions: [new actions.S3SourceAction({ actionName: 'Source', bucket, bucketKey: 'a.zip', output: source })],
        },
        {
          stageName: 'Deploy',
          actions: [new actions.S3DeployAction({ actionName: 'Deploy', bucket, input: source })],
        },
      ],
    });
    new codepipeline.Pipeline(this, 'WithKeys', {
      crossAccountKeys: true,
      stages: [
        {
          stageName: 'Source',
          actions: [new actions.S3SourceAction({ actionName: 'Source', bucket, bucketKey: 'b.zip', output: source })],
        },
        {
          stageName: 'Deploy',
          actions: [new actions.S3DeployAction({ actionName: 'Deploy', bucket, input: source })],
        },
      ],
    });
  }
}

new More(new cdk.App(), 'More', { env: { account: '111111111111', region: 'us-east-1' } });
