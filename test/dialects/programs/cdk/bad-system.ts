import * as cdk from 'aws-cdk-lib';
import {
  aws_apigateway as apigateway,
  aws_certificatemanager as acm,
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  aws_cloudtrail as cloudtrail,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecr as ecr,
  aws_efs as efs,
  aws_eks as eks,
  aws_elasticloadbalancingv2 as elb,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_rds as rds,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_sns as sns,
  aws_sqs as sqs,
} from 'aws-cdk-lib';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'System', { env: { account: '111111111111', region: 'us-east-1' } });
const key = new kms.Key(stack, 'key', { enableKeyRotation: false, pendingWindow: cdk.Duration.days(30) });
const access = new s3.Bucket(stack, 'access', { bucketName: 'acme-access' });
const data = new s3.Bucket(stack, 'data', {
  bucketName: 'acme-data',
  versioned: false,
  encryption: s3.BucketEncryption.KMS,
  encryptionKey: key,
  blockPublicAccess: new s3.BlockPublicAccess({
    blockPublicAcls: false,
    ignorePublicAcls: false,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  }),
  serverAccessLogsBucket: access,
  serverAccessLogsPrefix: 'data/',
  lifecycleRules: [{ expiration: cdk.Duration.days(400) }],
});
data.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [data.arnForObjects('*')],
  }),
);
const group = new logs.LogGroup(stack, 'logs', { retention: logs.RetentionDays.ONE_WEEK, encryptionKey: key });
const net = new ec2.Vpc(stack, 'net', { ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'), maxAzs: 2, natGateways: 1 });
const web = new ec2.SecurityGroup(stack, 'web', { vpc: net, description: 'the web', allowAllOutbound: true });
web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'the public');
new rds.DatabaseInstance(stack, 'db', {
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_3 }),
  vpc: net,
  securityGroups: [web],
  storageEncrypted: false,
  publiclyAccessible: true,
  backupRetention: cdk.Duration.days(0),
  deletionProtection: false,
  multiAz: false,
  copyTagsToSnapshot: false,
  iamAuthentication: false,
  cloudwatchLogsExports: ['postgresql', 'upgrade'],
  autoMinorVersionUpgrade: false,
  parameters: { 'rds.force_ssl': '0' },
});
const certificate = acm.Certificate.fromCertificateArn(
  stack,
  'certificate',
  'arn:aws:acm:us-east-1:111111111111:certificate/1',
);
const lb = new elb.ApplicationLoadBalancer(stack, 'lb', {
  vpc: net,
  internetFacing: true,
  deletionProtection: false,
  dropInvalidHeaderFields: false,
  securityGroup: web,
});
lb.addListener('https', {
  port: 443,
  open: false,
  certificates: [certificate],
  sslPolicy: elb.SslPolicy.LEGACY,
  defaultAction: elb.ListenerAction.fixedResponse(404),
});
const dead = new sqs.Queue(stack, 'dead', { encryptionMasterKey: key });
new sqs.Queue(stack, 'jobs', { encryptionMasterKey: key, deadLetterQueue: { queue: dead, maxReceiveCount: 3 } });
new sns.Topic(stack, 'news');
const role = new iam.Role(stack, 'role', {
  roleName: 'worker',
  assumedBy: new iam.AnyPrincipal(),
});
new iam.ManagedPolicy(stack, 'policy', {
  statements: [
    new iam.PolicyStatement({
      actions: ['*'],
      resources: ['*'],
    }),
  ],
});
const worker = new lambda.Function(stack, 'worker', {
  functionName: 'worker',
  runtime: lambda.Runtime.NODEJS_16_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => 1'),
  role,
  environment: { STAGE: 'prod' },
  tracing: lambda.Tracing.PASS_THROUGH,
});
new eks.Cluster(stack, 'cluster', {
  clusterName: 'acme',
  version: eks.KubernetesVersion.V1_31,
  kubectlLayer: lambda.LayerVersion.fromLayerVersionArn(
    stack,
    'kubectl',
    'arn:aws:lambda:us-east-1:111111111111:layer:k:1',
  ),
  vpc: net,
  role,
  endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE,
  defaultCapacity: 0,
});
new dynamodb.Table(stack, 'table', {
  tableName: 'orders',
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  deletionProtection: false,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
});
new efs.FileSystem(stack, 'files', { vpc: net, encrypted: false, enableAutomaticBackups: false });
const secret = new secretsmanager.Secret(stack, 'secret', { secretName: 'acme', encryptionKey: key });
secret.addRotationSchedule('rotation', { rotationLambda: worker, automaticallyAfter: cdk.Duration.days(400) });
new ecr.Repository(stack, 'images', {
  imageTagMutability: ecr.TagMutability.MUTABLE,
  imageScanOnPush: false,
  encryptionKey: key,
});
new cloudtrail.Trail(stack, 'trail', {
  trailName: 'all',
  bucket: access,
  isMultiRegionTrail: false,
  enableFileValidation: false,
});
const api = new apigateway.RestApi(stack, 'api');
api.root.addMethod('GET', new apigateway.MockIntegration(), { authorizationType: apigateway.AuthorizationType.NONE });
new cloudfront.Distribution(stack, 'site', {
  defaultRootObject: 'index.html',
  defaultBehavior: {
    origin: new origins.HttpOrigin('origin.example.com'),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.ALLOW_ALL,
  },
  certificate,
  domainNames: ['example.com'],
  minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1,
});
