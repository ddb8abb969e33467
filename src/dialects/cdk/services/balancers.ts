import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, choice, constant, named, type Construct, type Stated } from '../construct.ts';
import { ownGroup } from './groups.ts';
import type { Services } from './service.ts';

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
      ['access_logs.s3.prefix', logs && (logs.args[1] ?? text('', logs.at))],
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
      ...(hasGroup(construct, type) ? ownGroup(construct, false, 'SecurityGroup', groupWords(construct)) : []),
    ];
  };

/** Network load balancers have a group by a feature flag, or where one is given. */
function hasGroup(construct: Construct, type: string): boolean {
  if (type === 'application') return true;
  const flag = 'aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault';
  return construct.byFlag(flag, 'securityGroups', construct.bool(true), undefined)?.type === 'bool';
}

const groupWords = ({ instance }: Construct): string => `Automatically created Security Group for ELB ${instance.name}`;

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
  const port = listensAt(construct);
  const network = construct.instance.name !== '' && /Network/.test(construct.instance.library?.path.at(-1) ?? '');
  const certificates = construct.get('certificates');
  const action = callOf(construct.get('defaultAction'));
  const speaks =
    protocol ?? (network ? text(certificates ? 'TLS' : 'TCP', construct.at) : byPort(construct, port, certificates));
  const secure = speaks.type === 'string' && /^(?:HTTPS|TLS)$/.test(speaks.value);
  return [
    construct.itself('AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: construct.get('loadBalancer'),
      Port: port,
      Protocol: speaks,
      Certificates: certificates,
      SslPolicy:
        sslPolicy(construct.get('sslPolicy')) ??
        (secure
          ? construct.byFlag(
              'aws-elasticloadbalancingv2:usePostQuantumTlsPolicy',
              'sslPolicy',
              construct.text('ELBSecurityPolicy-TLS13-1-2-PQ-2025-09'),
              undefined,
            )
          : undefined),
      DefaultActions: construct.list([actionOf(construct, action, redirect)]),
    }),
    ...construct.told('addTargets').map(({ args: [id, props], at }) => {
      const options = construct.with(props);
      const path = `${id?.type === 'string' ? id.value : 'Targets'}Group`;
      return construct.further(
        'AWS::ElasticLoadBalancingV2::TargetGroup',
        path,
        targets(options, network ? 'network' : 'application'),
        at,
      );
    }),
  ];
};

const targets = (construct: Construct, type: string): Record<string, Item | undefined> => {
  const health = construct.with(construct.get('healthCheck'));
  const port = construct.get('port');
  return {
    Port: port,
    Protocol:
      named(construct.get('protocol')) ??
      (type === 'network' ? construct.text('TCP') : byPort(construct, port, undefined)),
    TargetType: choice(construct.get('targetType'), { INSTANCE: 'instance', IP: 'ip', LAMBDA: 'lambda', ALB: 'alb' }),
    HealthCheckPath: health.get('path'),
    HealthCheckProtocol: named(health.get('protocol')),
    HealthCheckEnabled: health.get('enabled'),
  };
};

const targetGroup =
  (type: string) =>
  (construct: Construct): Stated[] => [
    construct.itself('AWS::ElasticLoadBalancingV2::TargetGroup', targets(construct, type)),
  ];

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

/** The port follows from the protocol where none is written, and a redirect listens at 80. */
function listensAt(construct: Construct): Item | undefined {
  const port = construct.get('port');
  if (port) return port;
  if (construct.get('redirect')) return construct.number(80);
  const protocol = constant(construct.get('protocol'));
  return protocol === 'HTTP' ? construct.number(80) : protocol === 'HTTPS' ? construct.number(443) : undefined;
}

/** What comes behind `ELBSecurityPolicy-`: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.SslPolicy.html */
const policies: { readonly [name: string]: string } = {
  RECOMMENDED_TLS: 'TLS13-1-2-2021-06',
  TLS13_12_PQ: 'TLS13-1-2-PQ-2025-09',
  RECOMMENDED: '2016-08',
  TLS13_RES: 'TLS13-1-2-Res-2021-06',
  TLS13_EXT1: 'TLS13-1-2-Ext1-2021-06',
  TLS13_EXT2: 'TLS13-1-2-Ext2-2021-06',
  TLS13_10: 'TLS13-1-0-2021-06',
  TLS13_11: 'TLS13-1-1-2021-06',
  TLS13_13: 'TLS13-1-3-2021-06',
  TLS13_13_PQ: 'TLS13-1-3-PQ-2025-09',
  TLS13_12_RES_PQ: 'TLS13-1-2-Res-PQ-2025-09',
  TLS13_12_EXT1_PQ: 'TLS13-1-2-Ext1-PQ-2025-09',
  TLS13_12_EXT2_PQ: 'TLS13-1-2-Ext2-PQ-2025-09',
  TLS13_10_PQ: 'TLS13-1-0-PQ-2025-09',
  FIPS_TLS13_13: 'TLS13-1-3-FIPS-2023-04',
  FIPS_TLS13_12_RES: 'TLS13-1-2-Res-FIPS-2023-04',
  FIPS_TLS13_12: 'TLS13-1-2-FIPS-2023-04',
  FIPS_TLS13_12_EXT0: 'TLS13-1-2-Ext0-FIPS-2023-04',
  FIPS_TLS13_12_EXT1: 'TLS13-1-2-Ext1-FIPS-2023-04',
  FIPS_TLS13_12_EXT2: 'TLS13-1-2-Ext2-FIPS-2023-04',
  FIPS_TLS13_11: 'TLS13-1-1-FIPS-2023-04',
  FIPS_TLS13_10: 'TLS13-1-0-FIPS-2023-04',
  FIPS_TLS13_13_PQ: 'TLS13-1-3-FIPS-PQ-2025-09',
  FIPS_TLS13_12_PQ: 'TLS13-1-2-FIPS-PQ-2025-09',
  FIPS_TLS13_12_RES_PQ: 'TLS13-1-2-Res-FIPS-PQ-2025-09',
  FIPS_TLS13_12_EXT0_PQ: 'TLS13-1-2-Ext0-FIPS-PQ-2025-09',
  FIPS_TLS13_12_EXT1_PQ: 'TLS13-1-2-Ext1-FIPS-PQ-2025-09',
  FIPS_TLS13_12_EXT2_PQ: 'TLS13-1-2-Ext2-FIPS-PQ-2025-09',
  FIPS_TLS13_10_PQ: 'TLS13-1-0-FIPS-PQ-2025-09',
  FORWARD_SECRECY_TLS12_RES_GCM: 'FS-1-2-Res-2020-10',
  FORWARD_SECRECY_TLS12_RES: 'FS-1-2-Res-2019-08',
  FORWARD_SECRECY_TLS12: 'FS-1-2-2019-08',
  FORWARD_SECRECY_TLS11: 'FS-1-1-2019-08',
  FORWARD_SECRECY: 'FS-2018-06',
  TLS12: 'TLS-1-2-2017-01',
  TLS12_EXT: 'TLS-1-2-Ext-2018-06',
  TLS11: 'TLS-1-1-2017-01',
  LEGACY: 'TLS-1-0-2015-04',
};

const sslPolicy = (item: Item | undefined): Item | undefined => {
  const name = constant(item);
  const known = name === undefined ? undefined : policies[name];
  return item && known !== undefined ? text(`ELBSecurityPolicy-${known}`, item.at) : item;
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancing.LoadBalancer.html */
function classic(construct: Construct): Stated[] {
  const listeners = construct.get('listeners');
  const added = construct.told('addListener').flatMap(({ args }) => args.slice(0, 1));
  const open = construct.get('internetFacing');
  const logs = construct.get('accessLoggingPolicy');
  const items = [...(listeners?.type === 'list' ? listeners.items : []), ...added];
  const told = items.map((item) => classicListener(construct.with(item), item.at));
  return [
    construct.itself('AWS::ElasticLoadBalancing::LoadBalancer', {
      Scheme:
        open?.type === 'bool'
          ? text(open.value ? 'internet-facing' : 'internal', open.at)
          : open
            ? unknown(whyUnknown(open), open.at)
            : construct.text('internal'),
      CrossZone: construct.or('crossZone', construct.bool(true)),
      Listeners: construct.list(
        told,
        listeners?.at,
        listeners?.type === 'list' ? listeners.reason : listeners && whyUnknown(listeners),
      ),
      AccessLoggingPolicy: logs,
    }),
    ...ownGroup(construct, false),
  ];
}

/** The protocol follows from the port, and what stands behind is asked by the same one at the same port. */
function classicListener(own: Construct, at: Item['at']): Item {
  const port = own.get('externalPort');
  const protocol =
    choice(own.get('externalProtocol'), { HTTP: 'http', HTTPS: 'https', TCP: 'tcp', SSL: 'ssl' }) ??
    (port?.type === 'number' && port.value === 443 ? text('https', at) : undefined) ??
    (port?.type === 'number' && port.value === 80 ? text('http', at) : undefined) ??
    text(own.get('sslCertificateArn') ? 'ssl' : 'tcp', at);
  return own.object(
    {
      LoadBalancerPort: port,
      Protocol: protocol,
      InstancePort: own.get('internalPort') ?? port,
      InstanceProtocol:
        choice(own.get('internalProtocol'), { HTTP: 'http', HTTPS: 'https', TCP: 'tcp', SSL: 'ssl' }) ?? protocol,
      SSLCertificateId: own.get('sslCertificateArn'),
    },
    at,
  );
}

export const balancers: Services = {
  'elasticloadbalancing.LoadBalancer': classic,
  'elasticloadbalancingv2.ApplicationLoadBalancer': balancer('application'),
  'elasticloadbalancingv2.NetworkLoadBalancer': balancer('network'),
  'elasticloadbalancingv2.ApplicationListener': listener,
  'elasticloadbalancingv2.NetworkListener': listener,
  'elasticloadbalancingv2.ApplicationTargetGroup': targetGroup('application'),
  'elasticloadbalancingv2.NetworkTargetGroup': targetGroup('network'),
};
