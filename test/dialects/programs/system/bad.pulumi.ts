import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const me = aws.getCallerIdentityOutput();
const key = new aws.kms.Key('key', {
  enableKeyRotation: false,
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
new aws.s3.BucketVersioning('data', { bucket: data.id, versioningConfiguration: { status: 'Suspended' } });
new aws.s3.BucketServerSideEncryptionConfiguration('data', {
  bucket: data.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn } }],
});
new aws.s3.BucketPublicAccessBlock('data', {
  bucket: data.id,
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
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
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: ['s3:GetObject'],
          Resource: [`${arn}/*`],
        },
      ],
    }),
  ),
});
const logs = new aws.cloudwatch.LogGroup('logs', { retentionInDays: 7, kmsKeyId: key.arn });
const net = new aws.ec2.Vpc('net', { cidrBlock: '10.0.0.0/16' });
const web = new aws.ec2.SecurityGroup('web', {
  description: 'the web',
  vpcId: net.id,
  ingress: [{ description: 'the public', protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: ['0.0.0.0/0'] }],
  egress: [{ description: 'to the network', protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: ['0.0.0.0/0'] }],
});
const parameters = new aws.rds.ParameterGroup('parameters', {
  family: 'postgres16',
  parameters: [{ name: 'rds.force_ssl', value: '0' }],
});
new aws.rds.Instance('db', {
  engine: 'postgres',
  engineVersion: '16.3',
  storageEncrypted: false,
  publiclyAccessible: true,
  backupRetentionPeriod: 0,
  deletionProtection: false,
  multiAz: false,
  copyTagsToSnapshot: false,
  iamDatabaseAuthenticationEnabled: false,
  enabledCloudwatchLogsExports: ['postgresql', 'upgrade'],
  autoMinorVersionUpgrade: false,
  parameterGroupName: parameters.name,
});
const lb = new aws.lb.LoadBalancer('lb', {
  internal: false,
  loadBalancerType: 'application',
  enableDeletionProtection: false,
  dropInvalidHeaderFields: false,
  securityGroups: [web.id],
});
new aws.lb.Listener('https', {
  loadBalancerArn: lb.arn,
  port: 443,
  protocol: 'HTTPS',
  sslPolicy: 'ELBSecurityPolicy-TLS-1-0-2015-04',
  certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/1',
  defaultActions: [{ type: 'fixed-response', fixedResponse: { contentType: 'text/plain', statusCode: '404' } }],
});
const dead = new aws.sqs.Queue('dead', { kmsMasterKeyId: key.arn });
new aws.sqs.Queue('jobs', {
  kmsMasterKeyId: key.arn,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
});
new aws.sns.Topic('news');
const role = new aws.iam.Role('role', {
  name: 'worker',
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ AWS: '*' }),
});
new aws.iam.Policy('policy', {
  policy: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }],
  },
});
const worker = new aws.lambda.Function('worker', {
  name: 'worker',
  runtime: aws.lambda.Runtime.NodeJS16dX,
  handler: 'index.handler',
  role: role.arn,
  environment: { variables: { STAGE: 'prod' } },
  tracingConfig: { mode: 'PassThrough' },
});
new aws.eks.Cluster('cluster', {
  name: 'acme',
  version: '1.31',
  roleArn: role.arn,
  vpcConfig: { subnetIds: ['subnet-1', 'subnet-2'], endpointPublicAccess: true, endpointPrivateAccess: true },
});
new aws.dynamodb.Table('table', {
  name: 'orders',
  deletionProtectionEnabled: false,
  pointInTimeRecovery: { enabled: false },
});
const files = new aws.efs.FileSystem('files', { encrypted: false });
new aws.efs.BackupPolicy('files', { fileSystemId: files.id, backupPolicy: { status: 'DISABLED' } });
const secret = new aws.secretsmanager.Secret('secret', { name: 'acme', kmsKeyId: key.arn });
new aws.secretsmanager.SecretRotation('rotation', {
  secretId: secret.id,
  rotationLambdaArn: worker.arn,
  rotationRules: { automaticallyAfterDays: 400 },
});
new aws.ecr.Repository('images', {
  imageTagMutability: 'MUTABLE',
  imageScanningConfiguration: { scanOnPush: false },
  encryptionConfigurations: [{ encryptionType: 'KMS', kmsKey: key.arn }],
});
new aws.cloudtrail.Trail('trail', {
  name: 'all',
  s3BucketName: access.id,
  isMultiRegionTrail: false,
  includeGlobalServiceEvents: true,
  enableLogFileValidation: false,
  enableLogging: true,
});
const api = new aws.apigateway.RestApi('api', { name: 'api' });
new aws.apigateway.Method('get', { restApi: api.id, httpMethod: 'GET', authorization: 'NONE' });
new aws.apigateway.Stage('prod', {
  restApi: api.id,
  stageName: 'prod',
});
new aws.cloudfront.Distribution('site', {
  enabled: true,
  defaultRootObject: 'index.html',
  defaultCacheBehavior: { viewerProtocolPolicy: 'allow-all', targetOriginId: 'site' },
  viewerCertificate: {
    acmCertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
    minimumProtocolVersion: 'TLSv1',
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
