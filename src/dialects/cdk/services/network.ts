import { joined, number, reason, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, constant, isTrue, newOf, type Construct, type Stated } from '../construct.ts';
import { openGroup } from './groups.ts';
import type { Services } from './service.ts';

interface SubnetGroup {
  name: string;
  type: string;
  /** Whether what stands in them gets an address of the internet; undefined where nothing is written. */
  mapped: Item | undefined;
}

const none = (item: Item | undefined): boolean => item?.type === 'number' && item.value === 0;

/** Subnets are public and private where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html */
function subnetGroups(construct: Construct): readonly SubnetGroup[] {
  const groups = construct.get('subnetConfiguration');
  if (!groups)
    return [
      { name: 'Public', type: 'PUBLIC', mapped: undefined },
      none(construct.get('natGateways'))
        ? { name: 'Isolated', type: 'PRIVATE_ISOLATED', mapped: undefined }
        : { name: 'Private', type: 'PRIVATE_WITH_EGRESS', mapped: undefined },
    ];
  return (groups.type === 'list' ? groups.items : []).map((item) => {
    const group = construct.with(item);
    const name = group.get('name');
    const type = constant(group.get('subnetType')) ?? '';
    return {
      name: name?.type === 'string' ? name.value : type,
      type,
      mapped: group.get('mapPublicIpOnLaunch'),
    };
  });
}

/** The subnets that something is put into, one in each zone: private ones if the network has some. */
export function subnetsOf(construct: Construct): Item | undefined {
  const vpc = newOf(construct.get('vpc'));
  const asked = construct.get('vpcSubnets');
  const at = (asked ?? vpc?.instance ?? construct).at;
  const open = construct.get('vpc') && unknown(whyUnknown(asked ?? construct.get('vpc')!), at);
  if (vpc?.name !== 'ec2.Vpc') return open;
  const own = construct.with(vpc.args[2]);
  const kind = constant(construct.with(asked).get('subnetType'));
  if (asked && kind === undefined) return open;
  const wanted = kind === undefined ? ['PRIVATE_WITH_EGRESS', 'PRIVATE_ISOLATED', 'PUBLIC'] : [kind];
  const groups = subnetGroups(own);
  const [group] = wanted.flatMap((type) => groups.filter((one) => one.type === type).slice(0, 1));
  const most = own.get('maxAzs') ?? construct.number(2);
  if (!group || most.type !== 'number') return open;
  const name = (zone: number): string => `${vpc.instance.name}/${group.name}Subnet${zone}/Subnet`;
  // However many zones there are, two of them tell that they are several.
  return construct.list(
    (most.value > 1 ? [1, 2] : [1]).map((zone) =>
      unknown(reason('known-after-apply', name(zone), 'the stack, when it is made'), at, {
        references: [{ address: name(zone), path: ['id'] }],
      }),
    ),
    at,
  );
}

/** The first of them. */
export function subnetOf(construct: Construct): Item | undefined {
  const subnets = subnetsOf(construct);
  return subnets?.type === 'list' ? subnets.items[0] : undefined;
}

/** Whether the rules of the default group are taken away: as it is written, else by a feature flag. */
function emptied(construct: Construct): boolean {
  const flag = 'aws-ec2:restrictDefaultSecurityGroup';
  const byDefault = construct.byFlag(flag, 'restrictDefaultSecurityGroup', construct.bool(true), undefined);
  return isTrue(construct.get('restrictDefaultSecurityGroup') ?? byDefault);
}

/** One subnet of each group stands for those in the other zones. */
function vpc(construct: Construct): Stated[] {
  const subnets = subnetGroups(construct).map(({ name, type, mapped }): Stated =>
    construct.further('AWS::EC2::Subnet', `${name}Subnet1/Subnet`, {
      VpcId: construct.instance,
      MapPublicIpOnLaunch: mapped ?? construct.bool(type === 'PUBLIC'),
    }),
  );
  const flowLogs = construct.get('flowLogs');
  const logs = flowLogs?.type === 'object' ? [...flowLogs.entries] : [];
  return [
    construct.itself('AWS::EC2::VPC', {
      CidrBlock: construct.get('cidr') ?? callOf(construct.get('ipAddresses'))?.args[0],
      EnableDnsHostnames: construct.or('enableDnsHostnames', construct.bool(true)),
      EnableDnsSupport: construct.or('enableDnsSupport', construct.bool(true)),
    }),
    ...subnets,
    ...(emptied(construct)
      ? [
          construct.further('Custom::VpcRestrictDefaultSG', 'RestrictDefaultSecurityGroupCustomResource', {
            DefaultSecurityGroupId: construct.instance,
          }),
        ]
      : []),
    ...logs.flatMap(([name, options]) => flowLogOf(construct, construct.with(options), `${name}/`, construct.instance)),
    ...construct.told('addInterfaceEndpoint').map(({ args: [id], at }): Stated => {
      const path = `${id?.type === 'string' ? id.value : 'Endpoint'}/SecurityGroup`;
      const block = unknown(reason('known-after-apply', `${construct.instance.name}.vpcCidrBlock`, 'its block'), at);
      const rule = construct.object(
        {
          CidrIp: block,
          IpProtocol: text('tcp', at),
          FromPort: number(443, at),
          ToPort: number(443, at),
          Description: joined([text('from ', at), block, text(':443', at)], at),
        },
        at,
      );
      const words = `${construct.instance.name}/${path}`;
      return construct.further(
        'AWS::EC2::SecurityGroup',
        path,
        openGroup(construct, words, [{ ingress: true, rule }]),
        at,
      );
    }),
  ];
}

const trafficType = (construct: Construct): Item =>
  choice(construct.get('trafficType'), { ALL: 'ALL', ACCEPT: 'ACCEPT', REJECT: 'REJECT' }) ?? construct.text('ALL');

const flowLog = (construct: Construct): Stated[] => {
  const call = callOf(construct.get('resourceType'));
  return flowLogOf(
    construct,
    construct,
    '',
    construct.get('vpc') ?? call?.args[0],
    call?.name.endsWith('fromSubnet') ? 'Subnet' : 'VPC',
  );
};

/** They go to a log group of their own where nothing else is written. */
function flowLogOf(
  construct: Construct,
  options: Construct,
  path: string,
  of: Item | undefined,
  type = 'VPC',
): Stated[] {
  const destination = callOf(options.get('destination'));
  const to = destination?.name.split('.').at(-1);
  const own = !options.get('destination') || (to === 'toCloudWatchLogs' && !destination?.args[0]);
  return [
    construct.further('AWS::EC2::FlowLog', `${path}FlowLog`, {
      ResourceType: construct.text(type),
      ResourceId: of,
      TrafficType: trafficType(options),
    }),
    ...(own
      ? [construct.further('AWS::Logs::LogGroup', `${path}LogGroup`, { RetentionInDays: construct.number(731) })]
      : []),
  ];
}

/** Protocols by their number: https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml */
const traffic: { readonly [name: string]: number } = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58, all: -1 };

const networkAcl = (construct: Construct): Stated[] => [
  construct.itself('AWS::EC2::NetworkAcl', { VpcId: construct.get('vpc') }),
  ...construct.told('addEntry').map(({ args: [id, props], at }): Stated => {
    const own = construct.with(props);
    return construct.further(
      'AWS::EC2::NetworkAclEntry',
      id?.type === 'string' ? id.value : 'Entry',
      aclEntry(own, construct.instance),
      at,
    );
  }),
];

const networkAclEntry = (construct: Construct): Stated[] => [
  construct.itself('AWS::EC2::NetworkAclEntry', aclEntry(construct, construct.get('networkAcl'))),
];

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.NetworkAclEntry.html: in, and allowed, where nothing is written. */
function aclEntry(own: Construct, acl: Item | undefined): Record<string, Item | undefined> {
  const block = callOf(own.get('cidr'));
  const kind = block?.name.split('.').at(-1);
  const flow = callOf(own.get('traffic'));
  const [, protocol = ''] = /\.(tcp|udp|icmpv6|icmp|all)\w*$/.exec(flow?.name ?? '') ?? [];
  const open = unknown(whyUnknown(own.get('traffic') ?? own.instance), own.at);
  const [from, to = from] = flow?.args ?? [];
  return {
    NetworkAclId: acl,
    CidrBlock: kind === 'anyIpv4' ? own.text('0.0.0.0/0') : kind === 'ipv4' ? block!.args[0] : undefined,
    Ipv6CidrBlock: kind === 'anyIpv6' ? own.text('::/0') : kind === 'ipv6' ? block!.args[0] : undefined,
    Egress: own.bool(constant(own.get('direction')) === 'EGRESS'),
    Protocol: traffic[protocol] === undefined ? open : own.number(traffic[protocol]),
    PortRange: /^(?:tcp|udp)$/.test(protocol) ? own.object({ From: from, To: to }) : undefined,
    RuleAction: choice(own.get('ruleAction'), { ALLOW: 'allow', DENY: 'deny' }) ?? own.text('allow'),
    RuleNumber: own.get('ruleNumber'),
  };
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_route53.HostedZone.html */
const zone = (construct: Construct): Stated[] => {
  const name = construct.get('zoneName');
  const logs = construct.get('queryLogsLogGroupArn');
  const networks = construct.get('vpcs');
  const vpc = construct.get('vpc');
  const [signed] = construct.told('enableDnssec');
  return [
    construct.itself('AWS::Route53::HostedZone', {
      Name: name && joined([name, text('.', name.at)], name.at),
      QueryLoggingConfig: logs && construct.object({ CloudWatchLogsLogGroupArn: logs }, logs.at),
      VPCs: vpc ? construct.list([construct.object({ VPCId: vpc })], vpc.at) : networks,
    }),
    ...(signed
      ? [construct.further('AWS::Route53::DNSSEC', 'DNSSEC', { HostedZoneId: construct.instance }, signed.at)]
      : []),
  ];
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_certificatemanager.Certificate.html */
const certificate = (construct: Construct): Stated[] => {
  const listed = construct.get('transparencyLoggingEnabled');
  const preference = listed?.type === 'bool' ? text(listed.value ? 'ENABLED' : 'DISABLED', listed.at) : listed;
  return [
    construct.itself('AWS::CertificateManager::Certificate', {
      DomainName: construct.get('domainName'),
      CertificateTransparencyLoggingPreference: preference,
    }),
  ];
};

export const network: Services = {
  'ec2.Vpc': vpc,
  'ec2.FlowLog': flowLog,
  'ec2.NetworkAcl': networkAcl,
  'ec2.NetworkAclEntry': networkAclEntry,
  'route53.HostedZone': zone,
  'route53.PublicHostedZone': zone,
  'route53.PrivateHostedZone': zone,
  'certificatemanager.Certificate': certificate,
};
