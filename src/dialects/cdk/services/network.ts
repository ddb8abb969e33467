import type { Place } from '../../../model/place.ts';
import { number, text, unknown, whyUnknown, type Fields, type Instance, type Item } from '../../programs/items.ts';
import { Construct, callOf, choice, constant, type Stated } from '../construct.ts';
import type { Services } from './service.ts';

type Told = Instance['told'][number];

/** Ports that have a name: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Port.html */
const namedPorts: { readonly [name: string]: number } = {
  SSH: 22,
  SMTP: 25,
  DNS_TCP: 53,
  HTTP: 80,
  POP3: 110,
  IMAP: 143,
  LDAP: 389,
  HTTPS: 443,
  SMB: 445,
  IMAPS: 993,
  POP3S: 995,
  MSSQL: 1433,
  ORACLE: 1521,
  NFS: 2049,
  MYSQL_AURORA: 3306,
  RDP: 3389,
  POSTGRES: 5432,
};

/** Protocol and ports of a rule. */
function ports(port: Item | undefined, at: Place): Record<string, Item | undefined> {
  const name = constant(port);
  if (name !== undefined && namedPorts[name] !== undefined) return range('tcp', namedPorts[name], namedPorts[name]);
  const call = callOf(port);
  const [from, to] = call?.args ?? [];
  switch (call?.name) {
    case 'ec2.Port.tcp':
      return range('tcp', from, from);
    case 'ec2.Port.udp':
      return range('udp', from, from);
    case 'ec2.Port.tcpRange':
      return range('tcp', from, to);
    case 'ec2.Port.udpRange':
      return range('udp', from, to);
    case 'ec2.Port.allTcp':
      return range('tcp', 0, 65_535);
    case 'ec2.Port.allUdp':
      return range('udp', 0, 65_535);
    case 'ec2.Port.allTraffic':
      return range('-1');
    case 'ec2.Port.allIcmp':
      return range('icmp', -1, -1);
    case 'ec2.Port.icmpPing':
      return range('icmp', 8, -1);
    default: {
      const open = unknown(port ? whyUnknown(port) : { code: 'not-evaluated', settledBy: 'a port' }, at);
      return { IpProtocol: open, FromPort: open, ToPort: open };
    }
  }

  function range(protocol: string, low?: Item | number, high?: Item | number): Record<string, Item | undefined> {
    const item = (end: Item | number | undefined): Item | undefined =>
      typeof end === 'number' ? number(end, at) : end;
    return { IpProtocol: text(protocol, at), FromPort: item(low), ToPort: item(high) };
  }
}

/** The other side of a rule, as the property that names it. */
function peer(item: Item | undefined, at: Place, ingress: boolean): Record<string, Item | undefined> {
  const group = ingress ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId';
  const call = callOf(item);
  switch (call?.name) {
    case 'ec2.Peer.anyIpv4':
      return { CidrIp: text('0.0.0.0/0', at) };
    case 'ec2.Peer.anyIpv6':
      return { CidrIpv6: text('::/0', at) };
    case 'ec2.Peer.ipv4':
      return { CidrIp: call.args[0] };
    case 'ec2.Peer.ipv6':
      return { CidrIpv6: call.args[0] };
    case 'ec2.Peer.prefixList':
      return { [ingress ? 'SourcePrefixListId' : 'DestinationPrefixListId']: call.args[0] };
    case 'ec2.Peer.securityGroupId':
      return { [group]: call.args[0] };
    default:
  }
  if (item?.type === 'instance') return { [group]: item };
  return { CidrIp: unknown(item ? whyUnknown(item) : { code: 'not-evaluated', settledBy: 'a peer' }, at) };
}

interface Rule {
  ingress: boolean;
  rule: Fields;
}

function ruleOf(construct: Construct, { method, args, at }: Told): Rule {
  const ingress = !/Egress|To/.test(method);
  const anyone = /AnyIpv4/.test(method);
  const [other, port] = anyone ? [undefined, args[0]] : [args[0], args[1]];
  const side = anyone ? { CidrIp: text('0.0.0.0/0', at) } : peer(other, at, ingress);
  // The library says from where a rule lets in, or to where out, if nothing else is written.
  const description = args[anyone ? 1 : 2] ?? text(ingress ? 'from a peer' : 'to a peer', at);
  return { ingress, rule: construct.object({ ...side, ...ports(port, at), Description: description }, at) };
}

const ruleMethods = [
  'addIngressRule',
  'addEgressRule',
  'allowFrom',
  'allowTo',
  'allowFromAnyIpv4',
  'allowToAnyIpv4',
] as const;

/** Lets everything out where nothing else is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SecurityGroup.html */
function securityGroup(construct: Construct): Stated[] {
  const rules = construct.told(...ruleMethods).map((told) => ruleOf(construct, told));
  const outbound = construct.or('allowAllOutbound', construct.bool(true));
  return [
    construct.itself('AWS::EC2::SecurityGroup', {
      GroupName: construct.get('securityGroupName'),
      ...groupOf(construct, rules, outbound),
      GroupDescription: construct.or('description', construct.text(construct.instance.name)),
    }),
  ];
}

function groupOf(
  construct: Construct,
  rules: readonly Rule[],
  outbound: Item,
  suffix = '',
): Record<string, Item | undefined> {
  const everything = construct.object(
    {
      CidrIp: text('0.0.0.0/0', outbound.at),
      IpProtocol: text('-1', outbound.at),
      Description: text('Allow all outbound traffic by default', outbound.at),
    },
    outbound.at,
  );
  const side = (ingress: boolean): Fields[] => rules.flatMap((one) => (one.ingress === ingress ? [one.rule] : []));
  const out = outbound.type === 'bool' ? (outbound.value ? [everything] : side(false)) : [];
  return {
    GroupDescription: construct.text(`${construct.instance.name}${suffix}`),
    VpcId: construct.get('vpc'),
    SecurityGroupIngress: side(true).length > 0 ? construct.list(side(true)) : undefined,
    SecurityGroupEgress: construct.list(out, outbound.at, outbound.type === 'bool' ? undefined : whyUnknown(outbound)),
  };
}

/**
 * What stands in a network and is given no group has one of its own, which is told the rules. `open`: whether it lets everything out.
 */
export function ownGroup(construct: Construct, open: boolean, suffix = 'SecurityGroup'): Stated[] {
  const given = construct.get('securityGroups') ?? construct.get('securityGroup');
  const rules = [...construct.told(...ruleMethods).map((told) => ruleOf(construct, told)), ...openListeners(construct)];
  if (given)
    return rules.map(({ ingress, rule }, i) => ({
      type: ingress ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
      suffix: `${suffix}/${ingress ? 'from' : 'to'} ${i + 1}`,
      properties: rule,
    }));
  return [
    construct.further('AWS::EC2::SecurityGroup', suffix, groupOf(construct, rules, construct.bool(open), `/${suffix}`)),
  ];
}

/** Listeners let everybody in unless they are told not to: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.BaseApplicationListenerProps.html */
const openListeners = (construct: Construct): Rule[] =>
  construct.told('addListener').flatMap(({ args: [, props], at }) => {
    const own = construct.with(props);
    const open = own.get('open');
    const port = own.get('port');
    if (!port || (open?.type === 'bool' && !open.value)) return [];
    const rule = { CidrIp: text('0.0.0.0/0', at), IpProtocol: text('tcp', at), FromPort: port, ToPort: port };
    return [{ ingress: true, rule: construct.object({ ...rule, Description: text('Allow from anyone', at) }, at) }];
  });

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
      CidrBlock: construct.get('cidr'),
      EnableDnsHostnames: construct.or('enableDnsHostnames', construct.bool(true)),
      EnableDnsSupport: construct.or('enableDnsSupport', construct.bool(true)),
    }),
    ...subnets,
    ...logs.map(([name, options]): Stated =>
      construct.further('AWS::EC2::FlowLog', name, {
        ResourceType: construct.text('VPC'),
        ResourceId: construct.instance,
        TrafficType: trafficType(construct.with(options)),
      }),
    ),
  ];
}

const trafficType = (construct: Construct): Item =>
  choice(construct.get('trafficType'), { ALL: 'ALL', ACCEPT: 'ACCEPT', REJECT: 'REJECT' }) ?? construct.text('ALL');

const flowLog = (construct: Construct): Stated[] => {
  const call = callOf(construct.get('resourceType'));
  return [
    construct.itself('AWS::EC2::FlowLog', {
      ResourceType: construct.text(call?.name.endsWith('fromSubnet') ? 'Subnet' : 'VPC'),
      ResourceId: construct.get('vpc') ?? call?.args[0],
      TrafficType: trafficType(construct),
    }),
  ];
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.ApplicationLoadBalancer.html */
const balancer =
  (type: string) =>
  (construct: Construct): Stated[] => {
    const open = construct.get('internetFacing');
    const scheme =
      open?.type === 'bool'
        ? text(open.value ? 'internet-facing' : 'internal', open.at)
        : open
          ? unknown(whyUnknown(open), open.at)
          : construct.text('internal');
    const [logs] = construct.told('logAccessLogs');
    const attributes: readonly (readonly [string, Item | undefined])[] = [
      ['deletion_protection.enabled', construct.get('deletionProtection') ?? construct.bool(false)],
      ['routing.http.drop_invalid_header_fields.enabled', construct.get('dropInvalidHeaderFields')],
      ['load_balancing.cross_zone.enabled', construct.get('crossZoneEnabled')],
      [
        'routing.http.desync_mitigation_mode',
        choice(construct.get('desyncMitigationMode'), {
          DEFENSIVE: 'defensive',
          STRICTEST: 'strictest',
          MONITOR: 'monitor',
        }),
      ],
      ['access_logs.s3.enabled', logs && construct.bool(true, logs.at)],
      ['access_logs.s3.bucket', logs?.args[0]],
      ...construct
        .told('setAttribute')
        .flatMap(({ args: [key, value] }) => (key?.type === 'string' ? [[key.value, value] as const] : [])),
    ];
    return [
      construct.itself('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: construct.text(type),
        Scheme: scheme,
        LoadBalancerAttributes: construct.list(
          attributes.flatMap(([key, value]) =>
            value ? [construct.object({ Key: text(key, value.at), Value: value }, value.at)] : [],
          ),
        ),
      }),
      ...(type === 'application' ? ownGroup(construct, false) : []),
    ];
  };

/** The protocol follows from the port where none is written, and the port from the protocol. */
const listener = (construct: Construct): Stated[] => {
  const protocol = choice(construct.get('protocol'), {
    HTTP: 'HTTP',
    HTTPS: 'HTTPS',
    TCP: 'TCP',
    TLS: 'TLS',
    UDP: 'UDP',
    TCP_UDP: 'TCP_UDP',
  });
  const redirect = construct.get('redirect');
  const port = construct.get('port') ?? (redirect ? construct.number(80) : undefined);
  const network = construct.instance.name !== '' && /Network/.test(construct.instance.library?.path.at(-1) ?? '');
  const certificates = construct.get('certificates');
  const action = callOf(construct.get('defaultAction'));
  return [
    construct.itself('AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: construct.get('loadBalancer'),
      Port: port,
      Protocol:
        protocol ??
        (network ? text(certificates ? 'TLS' : 'TCP', construct.at) : byPort(construct, port, certificates)),
      Certificates: certificates,
      SslPolicy: sslPolicy(construct.get('sslPolicy')),
      DefaultActions: construct.list([actionOf(construct, action, redirect)]),
    }),
  ];
};

function byPort(construct: Construct, port: Item | undefined, certificates: Item | undefined): Item {
  if (port?.type === 'number') {
    if ([80, 8000, 8008, 8080].includes(port.value)) return text('HTTP', port.at);
    if ([443, 8443].includes(port.value)) return text('HTTPS', port.at);
  }
  if (certificates) return text('HTTPS', certificates.at);
  return unknown(port ? whyUnknown(port) : { code: 'not-evaluated', settledBy: 'a protocol or a port' }, construct.at);
}

function actionOf(construct: Construct, action: ReturnType<typeof callOf>, redirect: Item | undefined): Item {
  if (redirect)
    return construct.object({
      Type: construct.text('redirect'),
      RedirectConfig: construct.object({
        Protocol: redirect,
        Port: construct.text('443'),
        StatusCode: construct.text('HTTP_301'),
      }),
    });
  const kind = action?.name.split('.').at(-1);
  if (kind === 'redirect') {
    const options = construct.with(action!.args[0]);
    return construct.object(
      {
        Type: text('redirect', action!.at),
        RedirectConfig: construct.object(
          {
            Protocol: options.get('protocol'),
            Port: options.get('port'),
            StatusCode: text(options.get('permanent')?.type === 'bool' ? 'HTTP_301' : 'HTTP_302', action!.at),
          },
          action!.at,
        ),
      },
      action!.at,
    );
  }
  return construct.object({
    Type: text(kind === 'fixedResponse' ? 'fixed-response' : 'forward', action?.at ?? construct.at),
  });
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.SslPolicy.html */
const sslPolicy = (item: Item | undefined): Item | undefined =>
  choice(item, {
    RECOMMENDED_TLS: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    RECOMMENDED: 'ELBSecurityPolicy-2016-08',
    TLS13_RES: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    TLS13_13: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    TLS13_12_EXT1: 'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
    TLS13_12_EXT2: 'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06',
    TLS13_11: 'ELBSecurityPolicy-TLS13-1-1-2021-06',
    TLS13_10: 'ELBSecurityPolicy-TLS13-1-0-2021-06',
    TLS12: 'ELBSecurityPolicy-TLS-1-2-2017-01',
    TLS12_EXT: 'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
    TLS11: 'ELBSecurityPolicy-TLS-1-1-2017-01',
    LEGACY: 'ELBSecurityPolicy-TLS-1-0-2015-04',
    FORWARD_SECRECY: 'ELBSecurityPolicy-FS-2018-06',
    FORWARD_SECRECY_TLS12: 'ELBSecurityPolicy-FS-1-2-2019-08',
    FORWARD_SECRECY_TLS12_RES: 'ELBSecurityPolicy-FS-1-2-Res-2019-08',
    FORWARD_SECRECY_TLS12_RES_GCM: 'ELBSecurityPolicy-FS-1-2-Res-2020-10',
  });

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront.Distribution.html */
function distribution(construct: Construct): Stated[] {
  const certificate = construct.get('certificate');
  const logBucket = construct.get('logBucket');
  const logging = construct.get('enableLogging');
  const logs = logBucket ?? (logging?.type === 'bool' && logging.value ? logging : undefined);
  const others = construct.get('additionalBehaviors');
  const behaviors = others?.type === 'object' ? [...others.entries] : [];
  return [
    construct.itself('AWS::CloudFront::Distribution', {
      DistributionConfig: construct.object({
        Enabled: construct.or('enabled', construct.bool(true)),
        DefaultRootObject: construct.get('defaultRootObject'),
        DefaultCacheBehavior: behavior(construct, construct.get('defaultBehavior')),
        CacheBehaviors:
          behaviors.length > 0
            ? construct.list(
                behaviors.map(([path, item]) => {
                  const made = behavior(construct, item);
                  if (made.type === 'object') made.entries.set('PathPattern', text(path, item.at));
                  return made;
                }),
                others!.at,
              )
            : undefined,
        WebACLId: construct.get('webAclId'),
        Logging:
          logBucket || logs
            ? construct.object(
                { Bucket: logBucket ?? construct.text(`${construct.instance.name}/LoggingBucket`) },
                (logBucket ?? logs)!.at,
              )
            : logging && logging.type !== 'bool'
              ? unknown(whyUnknown(logging), logging.at)
              : undefined,
        ViewerCertificate:
          certificate &&
          construct.object(
            {
              AcmCertificateArn: certificate,
              // Version 1 takes TLSv1.2_2019 without a feature flag: both are of the same version of TLS.
              MinimumProtocolVersion:
                choice(construct.get('minimumProtocolVersion'), protocols) ?? text('TLSv1.2_2021', certificate.at),
              SslSupportMethod: text('sni-only', certificate.at),
            },
            certificate.at,
          ),
      }),
    }),
  ];
}

const protocols: { readonly [name: string]: string } = {
  SSL_V3: 'SSLv3',
  TLS_V1: 'TLSv1',
  TLS_V1_2016: 'TLSv1_2016',
  TLS_V1_1_2016: 'TLSv1.1_2016',
  TLS_V1_2_2018: 'TLSv1.2_2018',
  TLS_V1_2_2019: 'TLSv1.2_2019',
  TLS_V1_2_2021: 'TLSv1.2_2021',
  TLS_V1_3_2025: 'TLSv1.3_2025',
};

function behavior(construct: Construct, item: Item | undefined): Item {
  const own = construct.with(item);
  return construct.object(
    {
      ViewerProtocolPolicy:
        choice(own.get('viewerProtocolPolicy'), {
          HTTPS_ONLY: 'https-only',
          REDIRECT_TO_HTTPS: 'redirect-to-https',
          ALLOW_ALL: 'allow-all',
        }) ??
        unknown(
          {
            code: 'default-depends-on-version',
            subject: 'viewerProtocolPolicy',
            settledBy: 'viewerProtocolPolicy, written out: its default hangs on a feature flag',
          },
          item?.at ?? construct.at,
        ),
      ResponseHeadersPolicyId: own.get('responseHeadersPolicy'),
    },
    item?.at,
  );
}

export const network: Services = {
  'ec2.SecurityGroup': securityGroup,
  'ec2.Vpc': vpc,
  'ec2.FlowLog': flowLog,
  'elasticloadbalancingv2.ApplicationLoadBalancer': balancer('application'),
  'elasticloadbalancingv2.NetworkLoadBalancer': balancer('network'),
  'elasticloadbalancingv2.ApplicationListener': listener,
  'elasticloadbalancingv2.NetworkListener': listener,
  'cloudfront.Distribution': distribution,
};
