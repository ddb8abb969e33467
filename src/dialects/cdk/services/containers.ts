import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, named, type Construct, type Stated } from '../construct.ts';
import { ownGroup } from './groups.ts';
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

export const containers: Services = {
  'ecs.Cluster': cluster,
  'ecs.TaskDefinition': task,
  'ecs.FargateTaskDefinition': task,
  'ecs.Ec2TaskDefinition': task,
  'ecs.ExternalTaskDefinition': task,
  'ecs.FargateService': service(true),
  'ecs.Ec2Service': service(false),
  'ecs.ExternalService': service(false),
};
