import * as path from 'node:path';
import * as cdk from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

class Compute extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '111111111111', region: 'eu-west-1' } });
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });

    const code = lambda.Code.fromInline('exports.handler = async () => 1');
    const plain = new lambda.Function(this, 'Plain', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code,
    });
    plain.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    plain.addPermission('Anyone', { principal: new iam.AnyPrincipal() });
    plain.addEnvironment('STAGE', 'prod');
    const worker = new lambda.Function(this, 'Worker', {
      functionName: 'worker',
      runtime: lambda.Runtime.PYTHON_3_12,
      handler: 'index.handler',
      code,
      vpc,
      tracing: lambda.Tracing.ACTIVE,
      deadLetterQueueEnabled: true,
      environment: { TABLE: 'orders' },
      environmentEncryption: key,
      reservedConcurrentExecutions: 10,
      timeout: cdk.Duration.minutes(1),
      memorySize: 512,
      logRetention: logs.RetentionDays.ONE_YEAR,
    });
    worker.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    new lambda.Function(this, 'Queued', {
      runtime: lambda.Runtime.NODEJS_18_X,
      handler: 'index.handler',
      code,
      deadLetterQueue: new sqs.Queue(this, 'Failed'),
      logGroup: new logs.LogGroup(this, 'WorkerLogs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    new NodejsFunction(this, 'Bundled', {
      entry: path.join(process.cwd(), 'compute.mjs'),
      handler: 'handler',
      runtime: lambda.Runtime.NODEJS_22_X,
    });

    const machineImage = ec2.MachineImage.latestAmazonLinux2023();
    const instanceType = ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO);
    new ec2.Instance(this, 'PlainInstance', { vpc, instanceType, machineImage });
    const instance = new ec2.Instance(this, 'Instance', {
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      associatePublicIpAddress: true,
      instanceType,
      machineImage,
      requireImdsv2: true,
      detailedMonitoring: true,
      blockDevices: [
        { deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(20, { encrypted: true, kmsKey: key }) },
        { deviceName: '/dev/sdf', volume: ec2.BlockDeviceVolume.ebs(50) },
      ],
    });
    instance.connections.allowFromAnyIpv4(ec2.Port.SSH, 'ssh');
    new ec2.BastionHostLinux(this, 'Bastion', { vpc });
    new ec2.Volume(this, 'Volume', {
      availabilityZone: 'eu-west-1a',
      size: cdk.Size.gibibytes(10),
      encrypted: true,
      encryptionKey: key,
    });
    new ec2.Volume(this, 'PlainVolume', { availabilityZone: 'eu-west-1a', size: cdk.Size.gibibytes(10) });
    const template = new ec2.LaunchTemplate(this, 'Template', {
      machineImage,
      instanceType,
      requireImdsv2: true,
      detailedMonitoring: true,
      blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(20, { encrypted: true }) }],
      role: new iam.Role(this, 'TemplateRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    });
    new ec2.LaunchTemplate(this, 'PlainTemplate', { machineImage, instanceType });
    new autoscaling.AutoScalingGroup(this, 'PlainMachines', { vpc, instanceType, machineImage });
    new autoscaling.AutoScalingGroup(this, 'Machines', {
      vpc,
      instanceType,
      machineImage,
      requireImdsv2: true,
      minCapacity: 2,
      maxCapacity: 4,
      blockDevices: [{ deviceName: '/dev/xvda', volume: autoscaling.BlockDeviceVolume.ebs(20, { encrypted: true }) }],
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
      }),
    });
    new autoscaling.AutoScalingGroup(this, 'FromTemplate', {
      vpc,
      launchTemplate: template,
      minCapacity: 1,
      maxCapacity: 1,
    });

    new ecs.Cluster(this, 'PlainCluster');
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENHANCED });
    const task = new ecs.FargateTaskDefinition(this, 'Task', { cpu: 256, memoryLimitMiB: 512 });
    task.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('nginx:1.27'),
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }),
      readonlyRootFilesystem: true,
      user: '1000',
      environment: { STAGE: 'prod' },
      portMappings: [{ containerPort: 8080 }],
    });
    task.addContainer('side', {
      image: ecs.ContainerImage.fromRegistry('busybox'),
      privileged: false,
      essential: false,
    });
    new ecs.FargateService(this, 'Service', {
      cluster,
      taskDefinition: task,
      assignPublicIp: true,
      circuitBreaker: { rollback: true },
    });
    new ecs.FargateService(this, 'PlainService', { cluster, taskDefinition: task });
    const host = new ecs.Ec2TaskDefinition(this, 'HostTask', { networkMode: ecs.NetworkMode.HOST });
    host.addContainer('root', {
      image: ecs.ContainerImage.fromRegistry('nginx'),
      memoryLimitMiB: 256,
      privileged: true,
    });
    new patterns.ApplicationLoadBalancedFargateService(this, 'Web', {
      cluster,
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx'), environment: { A: 'b' } },
      desiredCount: 2,
    });
    new patterns.ApplicationLoadBalancedFargateService(this, 'Internal', {
      cluster,
      taskDefinition: task,
      publicLoadBalancer: false,
    });
    new patterns.QueueProcessingFargateService(this, 'Processor', {
      cluster,
      image: ecs.ContainerImage.fromRegistry('nginx'),
    });

    const kubectlLayer = lambda.LayerVersion.fromLayerVersionArn(
      this,
      'Kubectl',
      'arn:aws:lambda:eu-west-1:111111111111:layer:kubectl:1',
    );
    new eks.Cluster(this, 'Kubernetes', {
      version: eks.KubernetesVersion.V1_31,
      kubectlLayer,
      vpc,
      endpointAccess: eks.EndpointAccess.PRIVATE,
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
      ],
      secretsEncryptionKey: key,
      defaultCapacity: 0,
    });
    new eks.CfnCluster(this, 'RawCluster', {
      roleArn: 'arn:aws:iam::111111111111:role/eks',
      resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'], endpointPublicAccess: true },
    });
    new eks.CfnNodegroup(this, 'RawNodes', {
      clusterName: 'c',
      nodeRole: 'arn:aws:iam::111111111111:role/n',
      subnets: ['subnet-1'],
      remoteAccess: { ec2SshKey: 'k' },
    });

    new codebuild.Project(this, 'PlainBuild', { buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2' }) });
    new codebuild.Project(this, 'Build', {
      buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2' }),
      encryptionKey: key,
      environment: { buildImage: codebuild.LinuxBuildImage.STANDARD_7_0, privileged: true },
      environmentVariables: {
        TOKEN: { value: 'abc' },
        FROM_STORE: { value: 'x', type: codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER },
      },
      logging: { cloudWatch: { logGroup: new logs.LogGroup(this, 'BuildLogs') } },
    });
    const states = sfn.DefinitionBody.fromChainable(new sfn.Pass(this, 'Pass'));
    new sfn.StateMachine(this, 'PlainMachine', { definitionBody: states });
  }
}

new Compute(new cdk.App(), 'Compute');
