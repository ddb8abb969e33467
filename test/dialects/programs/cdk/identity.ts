import * as cdk from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as config from 'aws-cdk-lib/aws-config';
import * as events from 'aws-cdk-lib/aws-events';
import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as securityhub from 'aws-cdk-lib/aws-securityhub';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

class Identity extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '111111111111', region: 'eu-west-1' } });
    const role = new iam.Role(this, 'Admin', {
      roleName: 'admin',
      assumedBy: new iam.AccountPrincipal('222233334444'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
      maxSessionDuration: cdk.Duration.hours(4),
    });
    new iam.Role(this, 'Partner', {
      assumedBy: new iam.AccountPrincipal('222233334444'),
      externalIds: ['acme-1'],
      inlinePolicies: {
        read: new iam.PolicyDocument({
          statements: [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::data/*'] })],
        }),
      },
    });
    new iam.Role(this, 'Anyone', { assumedBy: new iam.AnyPrincipal() });
    new iam.Role(this, 'Service', {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal('lambda.amazonaws.com'),
        new iam.ServicePrincipal('edgelambda.amazonaws.com'),
      ),
    });
    new iam.Role(this, 'Members', { assumedBy: new iam.OrganizationPrincipal('o-abc123abc1') });
    new iam.Role(this, 'WithMfa', {
      assumedBy: new iam.AccountPrincipal('222233334444').withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
    });
    const github = new iam.OpenIdConnectProvider(this, 'GitHub', {
      url: 'https://token.actions.githubusercontent.com',
      clientIds: ['sts.amazonaws.com'],
    });
    new iam.Role(this, 'Deploy', {
      assumedBy: new iam.WebIdentityPrincipal(github.openIdConnectProviderArn, {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main' },
      }),
    });
    new iam.Role(this, 'DeployAny', {
      assumedBy: new iam.OpenIdConnectPrincipal(github, {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      }),
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: ['*'] }));
    new iam.Policy(this, 'Wide', {
      statements: [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })],
      roles: [role],
    });
    new iam.ManagedPolicy(this, 'Narrow', {
      managedPolicyName: 'narrow',
      document: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({ effect: iam.Effect.DENY, notActions: ['s3:*'], resources: ['*'] }),
          iam.PolicyStatement.fromJson({ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::data' }),
        ],
      }),
    });
    const group = new iam.Group(this, 'Developers', {
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
    });
    group.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
    const user = new iam.User(this, 'Ada', {
      userName: 'ada',
      groups: [group],
      password: cdk.SecretValue.secretsManager('ada'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess')],
    });
    user.addToPolicy(new iam.PolicyStatement({ actions: ['ec2:*'], resources: ['*'] }));
    new iam.AccessKey(this, 'AdaKey', { user });

    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    new cloudtrail.Trail(this, 'PlainTrail');
    const trail = new cloudtrail.Trail(this, 'Trail', {
      trailName: 'all',
      bucket: new s3.Bucket(this, 'TrailBucket', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL }),
      encryptionKey: key,
      sendToCloudWatchLogs: true,
      cloudWatchLogsRetention: logs.RetentionDays.ONE_YEAR,
      isMultiRegionTrail: true,
      enableFileValidation: true,
    });
    trail.logAllS3DataEvents();
    new cloudtrail.Trail(this, 'Weak', {
      isMultiRegionTrail: false,
      enableFileValidation: false,
      includeGlobalServiceEvents: false,
    });

    const topic = new sns.Topic(this, 'Alerts', { masterKey: key });
    const group2 = new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.ONE_YEAR });
    const filter = new logs.MetricFilter(this, 'RootUse', {
      logGroup: group2,
      filterPattern: logs.FilterPattern.literal('{ $.userIdentity.type = "Root" }'),
      metricNamespace: 'Acme',
      metricName: 'RootUse',
    });
    const alarm = new cloudwatch.Alarm(this, 'RootAlarm', {
      metric: filter.metric(),
      threshold: 1,
      evaluationPeriods: 1,
    });
    alarm.addAlarmAction(new actions.SnsAction(topic));
    new cloudwatch.Alarm(this, 'Silent', {
      metric: new cloudwatch.Metric({ namespace: 'AWS/SQS', metricName: 'ApproximateAgeOfOldestMessage' }),
      threshold: 1,
      evaluationPeriods: 1,
      actionsEnabled: false,
    });
    new cloudwatch.CompositeAlarm(this, 'Both', { alarmRule: cloudwatch.AlarmRule.anyOf(alarm) });
    new events.Rule(this, 'Findings', { eventPattern: { source: ['aws.guardduty'] } });

    new cognito.UserPool(this, 'PlainPool');
    new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: true,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
      },
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
    });
    new cognito.UserPool(this, 'OptionalPool', { mfa: cognito.Mfa.OPTIONAL, passwordPolicy: { minLength: 6 } });
    new cognito.CfnIdentityPool(this, 'Guests', { allowUnauthenticatedIdentities: true });

    const kubectlLayer = cdk.aws_lambda.LayerVersion.fromLayerVersionArn(
      this,
      'Kubectl',
      'arn:aws:lambda:eu-west-1:111111111111:layer:kubectl:1',
    );
    new cdk.aws_eks.Cluster(this, 'PlainKubernetes', { version: cdk.aws_eks.KubernetesVersion.V1_31, kubectlLayer });
    new guardduty.CfnDetector(this, 'Detector', { enable: true });
    new securityhub.CfnHub(this, 'Hub', {});
    new config.CfnConfigurationRecorder(this, 'Recorder', {
      roleArn: 'arn:aws:iam::111111111111:role/config',
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    new config.ManagedRule(this, 'ManagedRule', { identifier: config.ManagedRuleIdentifiers.ROOT_ACCOUNT_MFA_ENABLED });
  }
}

new Identity(new cdk.App(), 'Identity');
