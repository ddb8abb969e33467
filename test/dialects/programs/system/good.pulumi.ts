import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const me = aws.getCallerIdentityOutput();
const key = new aws.kms.Key('key', {
  enableKeyRotation: true,
  deletionWindowInDays: 30,
  policy: pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'kms:*',
        Resource: '*',
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${me.accountId}:root` },
      },
    ],
  }),
});
const access = new aws.s3.Bucket('access', { bucket: 'acme-access' });
const data = new aws.s3.Bucket('data', { bucket: 'acme-data' });
new aws.s3.BucketVersioning('data', { bucket: data.id, versioningConfiguration: { status: 'Enabled' } });
new aws.s3.BucketServerSideEncryptionConfiguration('data', {
  bucket: data.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn } }],
});
new aws.s3.BucketPublicAccessBlock('data', {
  bucket: data.id,
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
});
new aws.s3.BucketLogging('data', { bucket: data.id, targetBucket: access.id, targetPrefix: 'data/' });
new aws.s3.BucketLifecycleConfiguration('data', {
  bucket: data.id,
  rules: [{ id: 'old', status: 'Enabled', expiration: { days: 400 } }],
});
new aws.s3.BucketPolicy('data', {
  bucket: data.id,
  policy: data.arn.apply((arn) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:*',
          Resource: [arn, `${arn}/*`],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    }),
  ),
});
const logs = new aws.cloudwatch.LogGroup('logs', { retentionInDays: 400, kmsKeyId: key.arn });
const net = new aws.ec2.Vpc('net', { cidrBlock: '10.0.0.0/16' });
new aws.ec2.FlowLog('flow', { vpcId: net.id, trafficType: 'ALL', logDestination: logs.arn });
const web = new aws.ec2.SecurityGroup('web', {
  description: 'the web',
  vpcId: net.id,
  ingress: [{ description: 'the public', protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: ['0.0.0.0/0'] }],
  egress: [{ description: 'to the network', protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: ['10.0.0.0/16'] }],
});
const parameters = new aws.rds.ParameterGroup('parameters', {
  family: 'postgres16',
  parameters: [{ name: 'rds.force_ssl', value: '1' }],
});
new aws.rds.Instance('db', {
  engine: 'postgres',
  engineVersion: '16.3',
  storageEncrypted: true,
  kmsKeyId: key.arn,
  publiclyAccessible: false,
  backupRetentionPeriod: 30,
  deletionProtection: true,
  multiAz: true,
  copyTagsToSnapshot: true,
  iamDatabaseAuthenticationEnabled: true,
  enabledCloudwatchLogsExports: ['postgresql', 'upgrade'],
  autoMinorVersionUpgrade: true,
  parameterGroupName: parameters.name,
});
const lb = new aws.lb.LoadBalancer('lb', {
  internal: false,
  loadBalancerType: 'application',
  enableDeletionProtection: true,
  dropInvalidHeaderFields: true,
  securityGroups: [web.id],
  accessLogs: { bucket: access.id, enabled: true },
});
new aws.lb.Listener('https', {
  loadBalancerArn: lb.arn,
  port: 443,
  protocol: 'HTTPS',
  sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/1',
  defaultActions: [{ type: 'fixed-response', fixedResponse: { contentType: 'text/plain', statusCode: '404' } }],
});
const dead = new aws.sqs.Queue('dead', { kmsMasterKeyId: key.arn });
new aws.sqs.Queue('jobs', {
  kmsMasterKeyId: key.arn,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
});
new aws.sns.Topic('news', { kmsMasterKeyId: key.arn });
const role = new aws.iam.Role('role', {
  name: 'worker',
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});
new aws.iam.Policy('policy', {
  policy: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem'],
        Resource: ['arn:aws:dynamodb:eu-west-1:111111111111:table/orders'],
      },
    ],
  },
});
const worker = new aws.lambda.Function('worker', {
  name: 'worker',
  runtime: aws.lambda.Runtime.NodeJS22dX,
  handler: 'index.handler',
  role: role.arn,
  kmsKeyArn: key.arn,
  reservedConcurrentExecutions: 10,
  environment: { variables: { STAGE: 'prod' } },
  tracingConfig: { mode: 'Active' },
  deadLetterConfig: { targetArn: dead.arn },
});
new aws.eks.Cluster('cluster', {
  name: 'acme',
  version: '1.31',
  roleArn: role.arn,
  vpcConfig: { subnetIds: ['subnet-1', 'subnet-2'], endpointPublicAccess: false, endpointPrivateAccess: true },
  enabledClusterLogTypes: ['api', 'audit', 'authenticator'],
  encryptionConfig: { provider: { keyArn: key.arn }, resources: ['secrets'] },
});
new aws.dynamodb.Table('table', {
  name: 'orders',
  deletionProtectionEnabled: true,
  pointInTimeRecovery: { enabled: true },
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
});
const files = new aws.efs.FileSystem('files', { encrypted: true, kmsKeyId: key.arn });
new aws.efs.BackupPolicy('files', { fileSystemId: files.id, backupPolicy: { status: 'ENABLED' } });
const secret = new aws.secretsmanager.Secret('secret', { name: 'acme', kmsKeyId: key.arn });
new aws.secretsmanager.SecretRotation('rotation', {
  secretId: secret.id,
  rotationLambdaArn: worker.arn,
  rotationRules: { automaticallyAfterDays: 30 },
});
new aws.ecr.Repository('images', {
  imageTagMutability: 'IMMUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfigurations: [{ encryptionType: 'KMS', kmsKey: key.arn }],
});
new aws.cloudtrail.Trail('trail', {
  name: 'all',
  s3BucketName: access.id,
  isMultiRegionTrail: true,
  includeGlobalServiceEvents: true,
  enableLogFileValidation: true,
  enableLogging: true,
  kmsKeyId: key.arn,
  cloudWatchLogsGroupArn: logs.arn,
});
const api = new aws.apigateway.RestApi('api', { name: 'api' });
new aws.apigateway.Method('get', { restApi: api.id, httpMethod: 'GET', authorization: 'AWS_IAM' });
new aws.apigateway.Stage('prod', {
  restApi: api.id,
  stageName: 'prod',
  xrayTracingEnabled: true,
  accessLogSettings: { destinationArn: logs.arn, format: '$context.requestId' },
});
new aws.cloudfront.Distribution('site', {
  enabled: true,
  defaultRootObject: 'index.html',
  webAclId: 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/acme/1',
  defaultCacheBehavior: { viewerProtocolPolicy: 'redirect-to-https', targetOriginId: 'site' },
  loggingConfig: { bucket: access.bucketDomainName },
  viewerCertificate: {
    acmCertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
    minimumProtocolVersion: 'TLSv1.2_2021',
    sslSupportMethod: 'sni-only',
  },
  origins: [
    {
      originId: 'site',
      domainName: 'origin.example.com',
      customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
    },
  ],
});
