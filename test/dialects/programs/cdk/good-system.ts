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
const key = new kms.Key(stack, 'key', { enableKeyRotation: true, pendingWindow: cdk.Duration.days(30) });
const access = new s3.Bucket(stack, 'access', { bucketName: 'acme-access' });
new s3.Bucket(stack, 'data', {
  bucketName: 'acme-data',
  versioned: true,
  encryption: s3.BucketEncryption.KMS,
  encryptionKey: key,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  serverAccessLogsBucket: access,
  serverAccessLogsPrefix: 'data/',
  lifecycleRules: [{ expiration: cdk.Duration.days(400) }],
  enforceSSL: true,
});
const group = new logs.LogGroup(stack, 'logs', { retention: logs.RetentionDays.THIRTEEN_MONTHS, encryptionKey: key });
const net = new ec2.Vpc(stack, 'net', { ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'), maxAzs: 2, natGateways: 1 });
net.addFlowLog('flow', { destination: ec2.FlowLogDestination.toCloudWatchLogs(group) });
const web = new ec2.SecurityGroup(stack, 'web', { vpc: net, description: 'the web', allowAllOutbound: false });
web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'the public');
web.addEgressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(443), 'to the network');
new rds.DatabaseInstance(stack, 'db', {
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_3 }),
  vpc: net,
  securityGroups: [web],
  storageEncrypted: true,
  storageEncryptionKey: key,
  publiclyAccessible: false,
  backupRetention: cdk.Duration.days(30),
  deletionProtection: true,
  multiAz: true,
  iamAuthentication: true,
  cloudwatchLogsExports: ['postgresql', 'upgrade'],
  autoMinorVersionUpgrade: true,
  parameters: { 'rds.force_ssl': '1' },
});
const certificate = acm.Certificate.fromCertificateArn(
  stack,
  'certificate',
  'arn:aws:acm:us-east-1:111111111111:certificate/1',
);
const lb = new elb.ApplicationLoadBalancer(stack, 'lb', {
  vpc: net,
  internetFacing: true,
  deletionProtection: true,
  dropInvalidHeaderFields: true,
  securityGroup: web,
});
lb.logAccessLogs(access);
lb.addListener('https', {
  port: 443,
  open: false,
  certificates: [certificate],
  sslPolicy: elb.SslPolicy.TLS13_RES,
  defaultAction: elb.ListenerAction.fixedResponse(404),
});
const dead = new sqs.Queue(stack, 'dead', { encryptionMasterKey: key });
new sqs.Queue(stack, 'jobs', { encryptionMasterKey: key, deadLetterQueue: { queue: dead, maxReceiveCount: 3 } });
new sns.Topic(stack, 'news', { masterKey: key });
const role = new iam.Role(stack, 'role', {
  roleName: 'worker',
  assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
});
new iam.ManagedPolicy(stack, 'policy', {
  statements: [
    new iam.PolicyStatement({
      actions: ['dynamodb:GetItem'],
      resources: ['arn:aws:dynamodb:eu-west-1:111111111111:table/orders'],
    }),
  ],
});
const worker = new lambda.Function(stack, 'worker', {
  functionName: 'worker',
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => 1'),
  role,
  environmentEncryption: key,
  reservedConcurrentExecutions: 10,
  environment: { STAGE: 'prod' },
  tracing: lambda.Tracing.ACTIVE,
  deadLetterQueue: dead,
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
  endpointAccess: eks.EndpointAccess.PRIVATE,
  clusterLogging: [eks.ClusterLoggingTypes.API, eks.ClusterLoggingTypes.AUDIT, eks.ClusterLoggingTypes.AUTHENTICATOR],
  secretsEncryptionKey: key,
  defaultCapacity: 0,
});
new dynamodb.Table(stack, 'table', {
  tableName: 'orders',
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  deletionProtection: true,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
  encryptionKey: key,
});
new efs.FileSystem(stack, 'files', { vpc: net, encrypted: true, kmsKey: key, enableAutomaticBackups: true });
const secret = new secretsmanager.Secret(stack, 'secret', { secretName: 'acme', encryptionKey: key });
secret.addRotationSchedule('rotation', { rotationLambda: worker, automaticallyAfter: cdk.Duration.days(30) });
new ecr.Repository(stack, 'images', {
  imageTagMutability: ecr.TagMutability.IMMUTABLE,
  imageScanOnPush: true,
  encryptionKey: key,
});
new cloudtrail.Trail(stack, 'trail', {
  trailName: 'all',
  bucket: access,
  encryptionKey: key,
  sendToCloudWatchLogs: true,
  cloudWatchLogGroup: group,
});
const api = new apigateway.RestApi(stack, 'api', {
  deployOptions: { tracingEnabled: true, accessLogDestination: new apigateway.LogGroupLogDestination(group) },
});
api.root.addMethod('GET', new apigateway.MockIntegration(), { authorizationType: apigateway.AuthorizationType.IAM });
new cloudfront.Distribution(stack, 'site', {
  defaultRootObject: 'index.html',
  webAclId: 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/acme/1',
  defaultBehavior: {
    origin: new origins.HttpOrigin('origin.example.com'),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  },
  logBucket: access,
  certificate,
  domainNames: ['example.com'],
  minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
});
