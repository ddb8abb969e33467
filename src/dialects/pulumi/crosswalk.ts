import type { FilePlace } from '../../model/place.ts';
import {
  bool,
  fields,
  list,
  number,
  reason,
  text,
  unknown,
  type Fields,
  type Instance,
  type Item,
} from '../programs/items.ts';
import type { Maker } from '../programs/library.ts';
import { asJsonText } from '../programs/methods.ts';

/**
 * Components of Pulumi's own that are made of resources: what they make is made here, as if the program had written it.
 * https://github.com/pulumi/pulumi-awsx and https://github.com/pulumi/pulumi-eks
 */
const components: { readonly [name: string]: (parts: Parts) => void } = {
  'awsx.ec2.Vpc': network,
  'awsx.lb.ApplicationLoadBalancer': balancer,
  'awsx.ecs.FargateService': service,
  'awsx.ecs.FargateTaskDefinition': (parts) => void task(parts, parts.stated),
  'awsx.ecs.EC2TaskDefinition': (parts) => void task(parts, parts.stated),
  'awsx.ecr.Repository': (parts) => void parts.make('ecr.Repository', '', parts.without('lifecyclePolicy')),
  'awsx.cloudtrail.Trail': trail,
  'aws.lambda.CallbackFunction': callback,
  'eks.Cluster': cluster,
  'eks.ManagedNodeGroup': (parts) => void parts.make('eks.NodeGroup', '', parts.without('cluster')),
};

const shown = ({ library }: Instance): string =>
  [library?.package.slice('@pulumi/'.length), ...(library?.path ?? [])].join('.');

export const isComponent = (instance: Instance): boolean => Object.hasOwn(components, shown(instance));

export function expand(instance: Instance, maker: Maker): void {
  const make = isComponent(instance) ? components[shown(instance)] : undefined;
  make?.(new Parts(instance, maker));
}

type Entries = Iterable<readonly [string, Item]>;

class Parts {
  readonly instance: Instance;
  readonly at: FilePlace;
  readonly stated: Fields;
  private readonly maker: Maker;

  constructor(instance: Instance, maker: Maker) {
    this.instance = instance;
    this.maker = maker;
    this.at = instance.at;
    const args = instance.args[1];
    this.stated =
      args?.type === 'object' ? args : fields([], this.at, 0, args?.type === 'unknown' ? args.reason : undefined);
  }

  get(name: string): Item | undefined {
    const item = this.stated.entries.get(name);
    return item?.type === 'undefined' ? undefined : item;
  }

  without(...names: readonly string[]): (readonly [string, Item])[] {
    return [...this.stated.entries].filter(([key]) => !names.includes(key));
  }

  /** A resource of the classic package, called after the component. */
  make(path: string, suffix: string, entries: Entries): Instance {
    const [name] = this.instance.args;
    const called = name?.type === 'string' ? text(name.value + suffix, this.at) : (name ?? text(suffix, this.at));
    const library = { type: 'symbol', package: '@pulumi/aws', path: path.split('.'), at: this.at } as const;
    const props = fields(entries, this.at, 0, this.stated.reason);
    props.keys = this.stated.keys;
    return this.maker.make(library, [called, props], this.at, this.instance.block);
  }
}

const entry = (of: Item | undefined, name: string): Item | undefined =>
  of?.type === 'object' ? of.entries.get(name) : undefined;

const isTrue = (item: Item | undefined): boolean => item?.type === 'bool' && item.value;

/**
 * A function whose code is a function of the program, with a role of its own:
 * https://www.pulumi.com/registry/packages/aws/api-docs/lambda/callbackfunction/
 */
function callback(parts: Parts): void {
  const { at } = parts;
  const newest = reason('default-depends-on-version', 'the runtime', 'a runtime, written out');
  parts.make('lambda.Function', '', [
    ...parts.without('callback', 'callbackFactory', 'codePathOptions', 'policies', 'runtime'),
    ['runtime', parts.get('runtime') ?? unknown(newest, at)],
  ]);
  const policies = parts.get('policies');
  const given =
    policies?.type === 'list' ? policies.items : policies?.type === 'object' ? policies.entries.values() : [];
  for (const [i, policy] of [...given].entries())
    parts.make('iam.RolePolicyAttachment', `-${i}`, [['policyArn', policy]]);
}

/** A public and a private subnet in each zone where nothing is written; those in public ones get an address. */
function network(parts: Parts): void {
  const own = ['subnetSpecs', 'subnetStrategy', 'natGateways', 'numberOfAvailabilityZones', 'vpcEndpointSpecs'];
  const vpc = parts.make('ec2.Vpc', '', parts.without(...own));
  const specs = parts.get('subnetSpecs');
  const types =
    specs?.type === 'list'
      ? specs.items.map((spec) => typeOf(entry(spec, 'type')))
      : specs
        ? []
        : ['Private', 'Public'];
  for (const type of types)
    if (type !== undefined)
      parts.make('ec2.Subnet', `-${type.toLowerCase()}-1`, [
        ['vpcId', vpc],
        ['mapPublicIpOnLaunch', bool(type === 'Public', parts.at)],
      ]);
}

const typeOf = (item: Item | undefined): string | undefined =>
  item?.type === 'string' ? item.value : item?.type === 'symbol' ? item.path.at(-1) : undefined;

/** Listeners speak plain HTTP at port 80 where nothing is written. */
function balancer(parts: Parts): void {
  const own = ['subnetIds', 'subnets', 'defaultTargetGroup', 'defaultSecurityGroup', 'listener', 'listeners'];
  const group = parts.get('defaultSecurityGroup');
  const args = entry(group, 'args');
  const given = parts.get('securityGroups') ?? entry(group, 'securityGroupId');
  const made =
    given || isTrue(entry(group, 'skip'))
      ? undefined
      : parts.make('ec2.SecurityGroup', '', args?.type === 'object' ? args.entries : []);
  const groups: Entries = made ? [['securityGroups', list([made], parts.at)]] : [];
  const lb = parts.make('lb.LoadBalancer', '', [...parts.without(...own), ...groups]);
  const several = parts.get('listeners');
  const one = parts.get('listener');
  const listeners = several?.type === 'list' ? several.items : [one ?? fields([], parts.at)];
  const [first] = listeners;
  const target = parts.get('defaultTargetGroup');
  parts.make('lb.TargetGroup', '', [
    ...speaks(first, parts.at),
    ['targetType', text('ip', parts.at)],
    ...(target?.type === 'object' ? target.entries : []),
  ]);
  for (const [i, listener] of listeners.entries())
    parts.make('lb.Listener', `-${i}`, [
      ['defaultActions', list([fields([['type', text('forward', parts.at)]], parts.at)], parts.at)],
      ...speaks(listener, parts.at),
      ...(listener.type === 'object' ? listener.entries : []),
      ['loadBalancerArn', lb],
    ]);
}

/** The protocol follows from the port, and the port from the protocol. */
function speaks(listener: Item | undefined, at: FilePlace): (readonly [string, Item])[] {
  const [port, protocol] = [entry(listener, 'port'), entry(listener, 'protocol')];
  const secure = protocol
    ? protocol.type === 'string' && protocol.value === 'HTTPS'
    : port?.type === 'number' && port.value === 443;
  return [
    ['port', port ?? number(secure ? 443 : 80, at)],
    ['protocol', protocol ?? text(secure ? 'HTTPS' : 'HTTP', at)],
  ];
}

/** Where no network is written, it stands in the default one, in a group that lets everything in. */
function service(parts: Parts): void {
  const { at } = parts;
  const definition = parts.get('taskDefinitionArgs');
  if (definition?.type === 'object') task(parts, definition);
  const given = parts.get('networkConfiguration');
  const everyone = list([text('0.0.0.0/0', at)], at);
  const rule = (protocol: string, high: number): Item =>
    list(
      [
        fields(
          [
            ['protocol', text(protocol, at)],
            ['fromPort', number(0, at)],
            ['toPort', number(high, at)],
            ['cidrBlocks', everyone],
          ],
          at,
        ),
      ],
      at,
    );
  // Before version 1 the groups stood beside the task.
  const groups = parts.get('securityGroups');
  const made =
    given || groups
      ? undefined
      : parts.make('ec2.SecurityGroup', '-sg', [
          ['ingress', rule('-1', 0)],
          ['egress', rule('tcp', 65_535)],
        ]);
  const configuration =
    given ??
    fields(
      [
        ['assignPublicIp', parts.get('assignPublicIp') ?? bool(false, at)],
        ['securityGroups', groups ?? list(made ? [made] : [], at)],
      ],
      at,
    );
  parts.make('ecs.Service', '', [
    ...parts.without('taskDefinitionArgs', 'assignPublicIp', 'continueBeforeSteadyState', 'securityGroups'),
    ['networkConfiguration', configuration],
  ]);
}

/** One container, or several by name. */
function task(parts: Parts, of: Fields): Instance {
  const one = of.entries.get('container');
  const several = of.entries.get('containers');
  const containers =
    several?.type === 'object'
      ? [...several.entries].map(([name, item]) => named(item, name, parts.at))
      : one
        ? [named(one, 'container', parts.at)]
        : [];
  const why = [one, several].find((item) => item?.type === 'unknown');
  const definitions = list(containers, of.at, 0, why?.type === 'unknown' ? why.reason : undefined);
  const rest = [...of.entries].filter(([key]) => !['container', 'containers', 'logGroup'].includes(key));
  return parts.make('ecs.TaskDefinition', '', [...rest, ['containerDefinitions', asJsonText(definitions, parts.at)]]);
}

const named = (item: Item, name: string, at: FilePlace): Item =>
  item.type === 'object' ? fields([['name', text(name, at)], ...item.entries], item.at, 0, item.reason) : item;

function trail(parts: Parts): void {
  const own = ['s3Bucket', 'cloudWatchLogsGroup'];
  const bucket = parts.get('s3Bucket');
  const made = entry(bucket, 'existing') ? undefined : parts.make('s3.Bucket', '', argsOf(bucket));
  const logs = parts.get('cloudWatchLogsGroup');
  const group = isTrue(entry(logs, 'enable')) ? parts.make('cloudwatch.LogGroup', '', argsOf(logs)) : undefined;
  parts.make('cloudtrail.Trail', '', [
    ...parts.without(...own),
    ...(made ? [['s3BucketName', made] as const] : []),
    ...(group ? [['cloudWatchLogsGroupArn', group] as const] : []),
  ]);
}

const argsOf = (item: Item | undefined): Entries => {
  const args = entry(item, 'args');
  return args?.type === 'object' ? args.entries : [];
};

/** Open to the internet and closed to the network where nothing is written: https://www.pulumi.com/registry/packages/eks/api-docs/cluster/ */
function cluster(parts: Parts): void {
  const { at } = parts;
  const key = parts.get('encryptionConfigKeyArn');
  const access: (readonly [string, Item])[] = [
    ['endpointPublicAccess', parts.get('endpointPublicAccess') ?? bool(true, at)],
    ['endpointPrivateAccess', parts.get('endpointPrivateAccess') ?? bool(false, at)],
  ];
  const blocks = parts.get('publicAccessCidrs');
  parts.make('eks.Cluster', '', [
    ...parts.without('endpointPublicAccess', 'endpointPrivateAccess', 'publicAccessCidrs', 'encryptionConfigKeyArn'),
    ['vpcConfig', fields([...access, ...(blocks ? [['publicAccessCidrs', blocks] as const] : [])], at)],
    ...(key
      ? [
          [
            'encryptionConfig',
            fields(
              [
                ['provider', fields([['keyArn', key]], at)],
                ['resources', list([text('secrets', at)], at)],
              ],
              at,
            ),
          ] as const,
        ]
      : []),
  ]);
}
