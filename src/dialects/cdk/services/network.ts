import { joined, number, reason, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, constant, type Construct, type Stated } from '../construct.ts';
import { openGroup } from './groups.ts';
import type { Services } from './service.ts';

/** Subnets are public and private where nothing is written; in public ones everything gets an address. */
function vpc(construct: Construct): Stated[] {
  const groups = construct.get('subnetConfiguration');
  const configured = groups?.type === 'list' ? groups.items.map((group) => construct.with(group)) : undefined;
  const open = (configured ?? []).filter((group) => constant(group.get('subnetType')) === 'PUBLIC');
  const subnets = groups
    ? open.map((group): Stated => {
        const name = group.get('name');
        return construct.further(
          'AWS::EC2::Subnet',
          `${name?.type === 'string' ? name.value : 'Public'}Subnet1/Subnet`,
          {
            VpcId: construct.instance,
            MapPublicIpOnLaunch: group.or('mapPublicIpOnLaunch', construct.bool(true)),
          },
        );
      })
    : [
        construct.further('AWS::EC2::Subnet', 'PublicSubnet1/Subnet', {
          VpcId: construct.instance,
          MapPublicIpOnLaunch: construct.bool(true),
        }),
      ];
  const flowLogs = construct.get('flowLogs');
  const logs = flowLogs?.type === 'object' ? [...flowLogs.entries] : [];
  return [
    construct.itself('AWS::EC2::VPC', {
      CidrBlock: construct.get('cidr') ?? callOf(construct.get('ipAddresses'))?.args[0],
      EnableDnsHostnames: construct.or('enableDnsHostnames', construct.bool(true)),
      EnableDnsSupport: construct.or('enableDnsSupport', construct.bool(true)),
    }),
    ...subnets,
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
