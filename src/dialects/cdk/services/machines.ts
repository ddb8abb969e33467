import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, constant, newOf, type Construct, type Stated } from '../construct.ts';
import { policyOfPrincipal } from './identity.ts';
import { ownGroup } from './groups.ts';
import { made } from './made.ts';
import { subnetOf, subnetsOf } from './network.ts';
import type { Services } from './service.ts';

/** Disks as they stand in an instance or a launch template: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.BlockDeviceVolume.html */
function disks(construct: Construct): Item | undefined {
  const devices = construct.get('blockDevices');
  if (!devices) return undefined;
  if (devices.type !== 'list') return unknown(whyUnknown(devices), devices.at);
  const made = devices.items.map((device): Item => {
    const own = construct.with(device);
    const volume = callOf(own.get('volume'));
    if (!volume || !/\.BlockDeviceVolume\.ebs/.test(volume.name))
      return unknown(whyUnknown(own.get('volume') ?? device), device.at);
    const settings = construct.with(volume.args[1]);
    return construct.object(
      {
        DeviceName: own.get('deviceName'),
        Ebs: construct.object(
          { VolumeSize: volume.args[0], Encrypted: settings.get('encrypted'), KmsKeyId: settings.get('kmsKey') },
          volume.at,
        ),
      },
      device.at,
    );
  });
  return construct.list(made, devices.at, devices.reason);
}

function metadata(construct: Construct): Item | undefined {
  const strict = construct.get('requireImdsv2');
  const tokens = choice(construct.get('httpTokens'), { REQUIRED: 'required', OPTIONAL: 'optional' });
  if (tokens) return construct.object({ HttpTokens: tokens }, tokens.at);
  if (!strict) return undefined;
  const value =
    strict.type === 'bool'
      ? strict.value
        ? text('required', strict.at)
        : undefined
      : unknown(whyUnknown(strict), strict.at);
  return value && construct.object({ HttpTokens: value }, strict.at);
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Instance.html */
const instance = (construct: Construct): Stated[] => {
  const open = construct.get('associatePublicIpAddress');
  const options = metadata(construct);
  const subnet = subnetOf(construct);
  return [
    construct.itself('AWS::EC2::Instance', {
      InstanceType: instanceType(construct.get('instanceType')),
      BlockDeviceMappings: disks(construct),
      LaunchTemplate:
        options &&
        construct.object({
          LaunchTemplateName: made(construct, 'LaunchTemplate', options.at, 'name'),
        }),
      Monitoring: construct.get('detailedMonitoring'),
      EbsOptimized: construct.get('ebsOptimized'),
      DisableApiTermination: construct.get('disableApiTermination'),
      SubnetId: open ? undefined : subnet,
      NetworkInterfaces:
        open &&
        construct.list([construct.object({ AssociatePublicIpAddress: open, SubnetId: subnet }, open.at)], open.at),
      IamInstanceProfile: made(construct, 'InstanceProfile'),
      UserData: userData(construct),
    }),
    ...(options
      ? [
          construct.further('AWS::EC2::LaunchTemplate', 'LaunchTemplate', {
            LaunchTemplateData: construct.object({ MetadataOptions: options }),
          }),
        ]
      : []),
    ...policyOfPrincipal(construct, 'InstanceRole'),
    ...ownGroup(construct, true, 'InstanceSecurityGroup'),
  ];
};

/** `ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO)` is `t3.micro`. */
function instanceType(item: Item | undefined): Item | undefined {
  const made = newOf(item);
  if (made) return made.args[0];
  const call = callOf(item);
  const [family, size] = (call?.args ?? []).map((arg) => constant(arg));
  if (!item || family === undefined || size === undefined || !/^[A-Z]+\d\w*$/.test(family))
    return item && unknown(whyUnknown(item), item.at);
  return text(`${family}.${size.replace(/^XLARGE(\d+)$/, '$1xlarge')}`.toLowerCase(), item.at);
}

/** What a machine runs when it starts, as far as the program writes it. */
function userData(construct: Construct): Item | undefined {
  const data = construct.get('userData');
  const call = callOf(data);
  return call?.name.endsWith('UserData.custom') ? call.args[0] : data && unknown(whyUnknown(data), data.at);
}

const templateData = (construct: Construct): Item => {
  const closely = construct.get('detailedMonitoring');
  const open = construct.get('associatePublicIpAddress');
  return construct.object({
    BlockDeviceMappings: disks(construct),
    MetadataOptions: metadata(construct),
    EbsOptimized: construct.get('ebsOptimized'),
    Monitoring: closely && construct.object({ Enabled: closely }, closely.at),
    NetworkInterfaces: open && construct.list([construct.object({ AssociatePublicIpAddress: open }, open.at)], open.at),
    UserData: userData(construct),
  });
};

const launchTemplate = (construct: Construct): Stated[] => [
  construct.itself('AWS::EC2::LaunchTemplate', { LaunchTemplateData: templateData(construct) }),
];

const volume = (construct: Construct): Stated[] => [
  construct.itself('AWS::EC2::Volume', {
    Encrypted: construct.get('encrypted') ?? (construct.get('encryptionKey') ? construct.bool(true) : undefined),
    KmsKeyId: construct.get('encryptionKey'),
    SnapshotId: construct.get('snapshotId'),
  }),
];

/** Machines are described by a launch template with a feature flag, else by a launch configuration. */
function group(construct: Construct): Stated[] {
  const given = construct.get('launchTemplate') ?? construct.get('mixedInstancesPolicy');
  return [
    construct.further('AWS::AutoScaling::AutoScalingGroup', 'ASG', {
      HealthCheckType: healthCheck(construct),
      TargetGroupARNs: targetsOf(construct),
      VPCZoneIdentifier: subnetsOf(construct),
    }),
    ...(given ? [] : [machinesOf(construct), ...ownGroup(construct, true, 'InstanceSecurityGroup')]),
    ...policyOfPrincipal(construct, 'InstanceRole'),
  ];
}

function machinesOf(construct: Construct): Stated {
  const flag = 'aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig';
  const byTemplate = construct.byFlag(flag, 'launchTemplate', construct.bool(true), undefined);
  const closely = choice(construct.get('instanceMonitoring'), { BASIC: false, DETAILED: true });
  if (byTemplate?.type === 'bool')
    return construct.further('AWS::EC2::LaunchTemplate', 'LaunchTemplate', {
      LaunchTemplateData: construct.object({
        BlockDeviceMappings: disks(construct),
        MetadataOptions: metadata(construct),
        Monitoring: construct.object({ Enabled: closely ?? construct.bool(false) }),
        UserData: userData(construct),
      }),
    });
  return construct.further('AWS::AutoScaling::LaunchConfiguration', 'LaunchConfig', {
    BlockDeviceMappings: disks(construct),
    MetadataOptions: metadata(construct),
    InstanceMonitoring: closely,
    AssociatePublicIpAddress: construct.get('associatePublicIpAddress'),
    UserData: userData(construct),
  });
}

/** By itself only the machine counts. */
function healthCheck(construct: Construct): Item | undefined {
  const [old, checks] = [construct.get('healthCheck'), construct.get('healthChecks')];
  const written = old ?? checks;
  const call = callOf(written);
  const kind = call?.name.split('.').at(-1);
  if (kind === 'elb') return text('ELB', call!.at);
  if (kind === 'ec2') return text('EC2', call!.at);
  if (kind !== 'withAdditionalChecks') return written && unknown(whyUnknown(written), written.at);
  const types = construct.with(call!.args[0]).get('additionalTypes');
  if (types?.type !== 'list') return unknown(whyUnknown(types ?? written!), call!.at);
  return text(types.items.map((item) => constant(item) ?? '…').join(','), types.at);
}

function targetsOf(construct: Construct): Item | undefined {
  const [told] = construct.told('attachToApplicationTargetGroup', 'attachToNetworkTargetGroup');
  return told && construct.list([told.args[0] ?? unknown(whyUnknown(construct.instance), told.at)], told.at);
}

export const machines: Services = {
  'ec2.Instance': instance,
  'ec2.LaunchTemplate': launchTemplate,
  'ec2.Volume': volume,
  'autoscaling.AutoScalingGroup': group,
};
