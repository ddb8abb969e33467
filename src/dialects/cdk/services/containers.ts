import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, constant, named, type Construct, type Stated } from '../construct.ts';
import { openGroup, ownGroup } from './groups.ts';
import { retention } from './storage.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs.Cluster.html */
const cluster = (construct: Construct): Stated[] => {
  const newer = construct.get('containerInsightsV2');
  const older = construct.get('containerInsights');
  const value =
    choice(newer, { ENABLED: 'enabled', ENHANCED: 'enhanced', DISABLED: 'disabled' }) ??
    (older?.type === 'bool' ? text(older.value ? 'enabled' : 'disabled', older.at) : older);
  return [
    construct.itself('AWS::ECS::Cluster', {
      ClusterName: construct.get('clusterName'),
      ClusterSettings:
        value &&
        construct.list(
          [construct.object({ Name: text('containerInsights', value.at), Value: value }, value.at)],
          value.at,
        ),
    }),
  ];
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs.TaskDefinition.html */
function task(construct: Construct): Stated[] {
  const containers = construct.told('addContainer').map(({ args: [id, props], at }) => ({
    id: id?.type === 'string' ? id.value : 'Container',
    own: construct.with(props),
    at,
  }));
  const system = construct.with(construct.get('runtimePlatform')).get('operatingSystemFamily');
  const windows = callOf(system) ? unknown(whyUnknown(system!), system!.at) : named(system);
  return [
    construct.itself('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: construct.list(containers.map(({ id, own, at }) => container(id, own, at))),
      PidMode: choice(construct.get('pidMode'), { HOST: 'host', TASK: 'task' }),
      NetworkMode: choice(construct.get('networkMode'), {
        HOST: 'host',
        AWS_VPC: 'awsvpc',
        BRIDGE: 'bridge',
        NONE: 'none',
        NAT: 'nat',
      }),
      RuntimePlatform: windows && construct.object({ OperatingSystemFamily: windows }, windows.at),
      Volumes: volumes(construct),
    }),
    // Where a container says nothing else, its driver keeps its logs in a group of their own.
    ...containers.flatMap(({ id, own, at }): Stated[] => {
      const driver = callOf(own.get('logging'));
      const options = construct.with(driver?.args[0]);
      return /\.(?:awsLogs|AwsLogDriver)$/i.test(driver?.name ?? '') && !options.get('logGroup')
        ? [
            construct.further(
              'AWS::Logs::LogGroup',
              `${id}/LogGroup`,
              { RetentionInDays: retention(options.get('logRetention')) },
              at,
            ),
          ]
        : [];
    }),
  ];
}

function container(id: string, own: Construct, at: Item['at']): Item {
  const variables = own.get('environment');
  return own.object(
    {
      Name: own.get('containerName') ?? text(id, at),
      Image: imageOf(own.get('image')),
      Privileged: own.get('privileged'),
      ReadonlyRootFilesystem: own.get('readonlyRootFilesystem'),
      User: own.get('user'),
      Essential: own.get('essential') ?? own.bool(true, at),
      Environment:
        variables?.type === 'object'
          ? own.list(
              [...variables.entries].map(([key, value]) =>
                own.object({ Name: text(key, value.at), Value: value }, value.at),
              ),
              variables.at,
              variables.reason,
            )
          : variables,
    },
    at,
  );
}

const imageOf = (item: Item | undefined): Item | undefined => {
  const call = callOf(item);
  return call?.name.endsWith('.fromRegistry') ? call.args[0] : item && unknown(whyUnknown(item), item.at);
};

function volumes(construct: Construct): Item | undefined {
  const written = construct.get('volumes');
  const added = construct.told('addVolume').flatMap(({ args }) => args.slice(0, 1));
  if (written && written.type !== 'list') return unknown(whyUnknown(written), written.at);
  const items = [...(written?.items ?? []), ...added];
  if (items.length === 0) return undefined;
  return construct.list(
    items.map((item) => {
      const own = construct.with(item);
      const shared = own.get('efsVolumeConfiguration');
      return own.object(
        {
          Name: own.get('name'),
          EFSVolumeConfiguration:
            shared &&
            own.object(
              {
                FilesystemId: construct.with(shared).get('fileSystemId'),
                TransitEncryption: construct.with(shared).get('transitEncryption'),
              },
              shared.at,
            ),
        },
        item.at,
      );
    }),
    written?.at,
    written?.reason,
  );
}

/** Tasks of Fargate stand in the network by themselves, without an address of the internet where nothing is written. */
const service =
  (fargate: boolean) =>
  (construct: Construct): Stated[] => {
    const open = construct.get('assignPublicIp') ?? (fargate ? construct.bool(false) : undefined);
    const assigned = open?.type === 'bool' ? text(open.value ? 'ENABLED' : 'DISABLED', open.at) : open;
    return [
      construct.further('AWS::ECS::Service', 'Service', {
        ServiceName: construct.get('serviceName'),
        LaunchType: fargate ? construct.text('FARGATE') : undefined,
        NetworkConfiguration:
          assigned &&
          construct.object({
            AwsvpcConfiguration: construct.object({ AssignPublicIp: assigned }, assigned.at),
          }),
      }),
      ...(fargate ? ownGroup(construct, true) : []),
    ];
  };

/** Keys of S3 encrypt what it makes, and its logs go to CloudWatch, where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codebuild.Project.html */
function project(construct: Construct): Stated[] {
  const environment = construct.with(construct.get('environment'));
  const variables = [environment.get('environmentVariables'), construct.get('environmentVariables')];
  const logs = construct.get('logging');
  const logging = construct.with(logs);
  const [cloudWatch, s3] = [logging.get('cloudWatch'), logging.get('s3')];
  const status = (item: Item): Item => {
    const enabled = construct.with(item).get('enabled');
    return enabled?.type === 'bool' && !enabled.value
      ? text('DISABLED', enabled.at)
      : enabled && enabled.type !== 'bool'
        ? unknown(whyUnknown(enabled), enabled.at)
        : text('ENABLED', item.at);
  };
  const pipeline = construct.instance.library?.path.at(-1) === 'PipelineProject';
  const artifacts = construct.get('artifacts');
  return [
    construct.itself('AWS::CodeBuild::Project', {
      Name: construct.get('projectName'),
      Artifacts: artifacts
        ? unknown(whyUnknown(artifacts), artifacts.at)
        : construct.object({ Type: construct.text(pipeline ? 'CODEPIPELINE' : 'NO_ARTIFACTS') }),
      EncryptionKey: construct.get('encryptionKey') ?? construct.text('alias/aws/s3'),
      Environment: construct.object({
        PrivilegedMode: environment.or('privileged', construct.bool(false)),
        EnvironmentVariables: environmentOf(construct, variables),
      }),
      LogsConfig:
        logs &&
        construct.object(
          {
            CloudWatchLogs: cloudWatch && construct.object({ Status: status(cloudWatch) }, cloudWatch.at),
            S3Logs:
              s3 &&
              construct.object(
                {
                  Status: status(s3),
                  EncryptionDisabled: negated(construct.with(s3).get('encrypted')),
                },
                s3.at,
              ),
          },
          logs.at,
        ),
    }),
  ];
}

const negated = (item: Item | undefined): Item | undefined =>
  item?.type === 'bool' ? { ...item, value: !item.value } : item;

function environmentOf(construct: Construct, given: readonly (Item | undefined)[]): Item | undefined {
  const objects = given.flatMap((item) => (item?.type === 'object' ? [item] : []));
  if (objects.length === 0) return given.find(Boolean);
  return construct.list(
    objects
      .flatMap(({ entries }) => [...entries])
      .map(([name, item]) => {
        const own = construct.with(item);
        return construct.object(
          {
            Name: text(name, item.at),
            Type: named(own.get('type')) ?? text('PLAINTEXT', item.at),
            Value: own.get('value'),
          },
          item.at,
        );
      }),
    objects[0]!.at,
    objects.find(({ reason }) => reason)?.reason,
  );
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks.Cluster.html: open to the internet and to the network where nothing is written. */
function kubernetes(construct: Construct): Stated[] {
  const access = construct.get('endpointAccess');
  const call = access?.type === 'symbol' ? access : undefined;
  const kind = call?.path.find((part) => /^(?:PUBLIC|PRIVATE|PUBLIC_AND_PRIVATE)$/.test(part));
  const blocks = call?.path.at(-1) === 'onlyFrom' ? call.args : undefined;
  const at = access?.at ?? construct.at;
  const from = access ? kind : 'PUBLIC_AND_PRIVATE';
  const reached = (test: RegExp): Item =>
    from === undefined ? unknown(whyUnknown(access!), at) : construct.bool(test.test(from), at);
  const logging = construct.get('clusterLogging');
  const key = construct.get('secretsEncryptionKey');
  return [
    construct.itself('AWS::EKS::Cluster', {
      Name: construct.get('clusterName'),
      Version: versionOf(construct.get('version')),
      ResourcesVpcConfig: construct.object(
        {
          EndpointPublicAccess: reached(/PUBLIC/),
          EndpointPrivateAccess: reached(/PRIVATE/),
          PublicAccessCidrs: blocks && construct.list(blocks, at),
        },
        at,
      ),
      Logging:
        logging &&
        construct.object({
          ClusterLogging: construct.object({
            EnabledTypes:
              logging.type === 'list'
                ? construct.list(
                    logging.items.map((item) => construct.object({ Type: lowered(named(item) ?? item) }, item.at)),
                    logging.at,
                    logging.reason,
                  )
                : logging,
          }),
        }),
      EncryptionConfig:
        key &&
        construct.list(
          [
            construct.object(
              {
                Provider: construct.object({ KeyArn: key }, key.at),
                Resources: construct.list([text('secrets', key.at)], key.at),
              },
              key.at,
            ),
          ],
          key.at,
        ),
    }),
    ...(construct.get('securityGroup')
      ? []
      : [
          construct.further(
            'AWS::EC2::SecurityGroup',
            'ControlPlaneSecurityGroup',
            openGroup(construct, 'EKS Control Plane Security Group'),
          ),
        ]),
    ...construct.told('addNodegroupCapacity').map(({ args: [id, props], at }): Stated => {
      const name = id?.type === 'string' ? id.value : '…';
      return construct.further(
        'AWS::EKS::Nodegroup',
        `Nodegroup${name}`,
        nodes(construct.with(props), construct.instance),
        at,
      );
    }),
  ];
}

/** `eks.KubernetesVersion.V1_31` is `1.31`; `.of("1.31")` says it itself. */
function versionOf(item: Item | undefined): Item | undefined {
  const call = callOf(item);
  if (call?.name.endsWith('.of')) return call.args[0];
  const [, major, minor] = /^V(\d+)_(\d+)$/.exec(constant(item) ?? '') ?? [];
  return item && (major === undefined ? unknown(whyUnknown(item), item.at) : text(`${major}.${minor}`, item.at));
}

/** `CONTROLLER_MANAGER` is `controllerManager`. */
const lowered = (item: Item): Item =>
  item.type === 'string'
    ? { ...item, value: item.value.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) }
    : item;

const nodegroup = (construct: Construct): Stated[] => [
  construct.itself('AWS::EKS::Nodegroup', nodes(construct, construct.get('cluster'))),
];

function nodes(options: Construct, cluster: Item | undefined): Record<string, Item | undefined> {
  const remote = options.get('remoteAccess');
  const own = options.with(remote);
  return {
    ClusterName: cluster,
    RemoteAccess:
      remote &&
      options.object(
        { Ec2SshKey: own.get('sshKeyName'), SourceSecurityGroups: own.get('sourceSecurityGroups') },
        remote.at,
      ),
  };
}

export const containers: Services = {
  'eks.Nodegroup': nodegroup,
  'ecs.Cluster': cluster,
  'ecs.TaskDefinition': task,
  'ecs.FargateTaskDefinition': task,
  'ecs.Ec2TaskDefinition': task,
  'ecs.ExternalTaskDefinition': task,
  'ecs.FargateService': service(true),
  'ecs.Ec2Service': service(false),
  'ecs.ExternalService': service(false),
  'codebuild.Project': project,
  'codebuild.PipelineProject': project,
  'eks.Cluster': kubernetes,
  'eks.FargateCluster': kubernetes,
  'eks-v2.Cluster': kubernetes,
};
