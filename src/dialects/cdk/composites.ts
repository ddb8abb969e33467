import type { FilePlace } from '../../model/place.ts';
import { fields, nothing, number, text, type Fields, type Instance, type Item } from '../programs/items.ts';
import type { Library, Maker } from '../programs/library.ts';
import { nameOf } from './groups.ts';

type Entries = readonly (readonly [string, Item | undefined])[];

/** Constructs that are made of others: what they make is made here, and read as if the program had written it. */
export function expand(instance: Instance, library: Library, maker: Maker): void {
  const name = nameOf(instance.library!);
  const parts = new Parts(instance, library, maker);
  if (name === 'ec2.BastionHostLinux') bastion(parts);
  else if (name === 'ecs.Cluster' && !parts.given('vpc'))
    parts.make('ec2.Vpc', 'Vpc', [['maxAzs', number(2, parts.at)]]);
  else if (/^eks(?:-v2)?\.(?:Fargate)?Cluster$/.test(name) && !parts.given('vpc'))
    parts.make('ec2.Vpc', 'DefaultVpc', []);
  else if (/^ecs-patterns\.(?:Application|Network)LoadBalanced(?:Fargate|Ec2)Service$/.test(name))
    balanced(parts, name);
  else if (/^ecs-patterns\.QueueProcessing(?:Fargate|Ec2)Service$/.test(name)) queued(parts, name);
  else if (/^ecs-patterns\.Scheduled(?:Fargate|Ec2)Task$/.test(name)) scheduled(parts, name);
}

class Parts {
  readonly instance: Instance;
  readonly at: FilePlace;
  private readonly library: Library;
  private readonly maker: Maker;

  constructor(instance: Instance, library: Library, maker: Maker) {
    this.instance = instance;
    this.at = instance.at;
    this.library = library;
    this.maker = maker;
  }

  given(name: string): Item | undefined {
    const props = this.instance.args[2];
    const item = props?.type === 'object' ? props.entries.get(name) : undefined;
    return item?.type === 'undefined' ? undefined : item;
  }

  make(name: string, id: string, entries: Entries, scope = this.instance): Instance {
    const symbol = { ...this.instance.library!, path: name.split('.') };
    return this.maker.make(symbol, [scope, text(id, this.at), this.object(entries)], this.at, this.instance.block);
  }

  object(entries: Entries): Fields {
    return fields(
      entries.flatMap(([key, item]): [string, Item][] => (item ? [[key, item]] : [])),
      this.at,
    );
  }

  /** What the construct tells one of its parts. */
  tell(of: Instance, method: string, ...args: readonly Item[]): Item | undefined {
    return this.library.method(of, method, args, this.at, this.maker);
  }

  isNo(name: string): boolean {
    const item = this.given(name);
    return item?.type === 'bool' && !item.value;
  }
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.BastionHostLinux.html */
function bastion(parts: Parts): void {
  const names = ['vpc', 'securityGroup', 'blockDevices', 'requireImdsv2', 'instanceType'];
  parts.make('ec2.Instance', 'Resource', [
    ...names.map((name) => [name, parts.given(name)] as const),
    ['vpcSubnets', parts.given('subnetSelection')],
  ]);
}

/** The task and its only container, unless one is given. */
function task(parts: Parts, kind: string, id: string, container: string, options: Item | undefined): Item {
  const given = parts.given('taskDefinition');
  if (given) return given;
  const made = parts.make(`ecs.${kind}TaskDefinition`, id, [['runtimePlatform', parts.given('runtimePlatform')]]);
  const stated = options?.type === 'object' ? options.entries : new Map<string, Item>();
  const name = stated.get('containerName');
  const enabled = stated.get('enableLogging') ?? parts.given('enableLogging');
  const silent = enabled?.type === 'bool' && !enabled.value;
  const own: Item = {
    type: 'symbol',
    package: parts.instance.library!.package,
    path: ['ecs', 'LogDriver', 'awsLogs'],
    at: parts.at,
    args: [parts.object([])],
  };
  const props = parts.object([
    ['image', stated.get('image')],
    ['environment', stated.get('environment')],
    ['user', stated.get('user')],
    ['readonlyRootFilesystem', stated.get('readonlyRootFilesystem')],
    ['logging', stated.get('logDriver') ?? (silent ? undefined : own)],
  ]);
  parts.tell(made, 'addContainer', name?.type === 'string' ? name : text(container, parts.at), props);
  return made;
}

const kindOf = (name: string): string => (name.includes('Fargate') ? 'Fargate' : 'Ec2');

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs_patterns.ApplicationLoadBalancedFargateService.html: open to the internet, by HTTP, where nothing is written. */
function balanced(parts: Parts, name: string): void {
  const network = name.includes('.Network');
  const kind = kindOf(name);
  const { at } = parts;
  const given = parts.given('loadBalancer');
  const family = network ? 'Network' : 'Application';
  const balancer =
    given ??
    parts.make(`elasticloadbalancingv2.${family}LoadBalancer`, 'LB', [
      ['internetFacing', parts.given('publicLoadBalancer') ?? { type: 'bool', value: true, at, via: [] }],
    ]);
  const definition = task(parts, kind, 'TaskDef', 'web', parts.given('taskImageOptions'));
  const target = service(parts, kind, 'Service', definition);
  const certificate = parts.given('certificate') ?? (parts.given('domainName') && nothingKnown(parts));
  const protocol = parts.given('protocol');
  const secure = protocol?.type === 'symbol' ? protocol.path.at(-1) === 'HTTPS' : certificate !== undefined;
  if (balancer.type === 'instance') {
    const listener = parts.tell(
      balancer,
      'addListener',
      text('PublicListener', at),
      parts.object([
        ['port', parts.given('listenerPort') ?? number(network ? 80 : secure ? 443 : 80, at)],
        ['protocol', protocol],
        ['certificates', certificate && { type: 'list', items: [certificate], at, level: 0 }],
        ['sslPolicy', parts.given('sslPolicy')],
        ['open', parts.given('openListener')],
      ]),
    );
    if (listener?.type === 'instance')
      parts.tell(
        listener,
        'addTargets',
        text('ECS', at),
        parts.object([
          ['port', number(80, at)],
          ['protocol', parts.given('targetProtocol')],
          ['targets', { type: 'list', items: [target], at, level: 0 }],
        ]),
      );
    if (parts.given('redirectHTTP') && !parts.isNo('redirectHTTP'))
      parts.tell(
        balancer,
        'addListener',
        text('PublicRedirectListener', at),
        parts.object([
          ['port', number(80, at)],
          ['redirect', text('HTTPS', at)],
        ]),
      );
  }
}

/** A certificate is made for a domain. */
const nothingKnown = (parts: Parts): Item => ({
  type: 'unknown',
  reason: {
    code: 'known-after-apply',
    subject: `${parts.instance.name}/Certificate`,
    settledBy: 'the stack, when it is made',
  },
  at: parts.at,
  via: [],
});

const service = (parts: Parts, kind: string, id: string, definition: Item): Instance =>
  parts.make(`ecs.${kind}Service`, id, [
    ['taskDefinition', definition],
    ['assignPublicIp', parts.given('assignPublicIp')],
    ['securityGroups', parts.given('securityGroups')],
    ['serviceName', parts.given('serviceName')],
  ]);

/** A queue, one for what failed, and who works them off. */
function queued(parts: Parts, name: string): void {
  const kind = kindOf(name);
  if (!parts.given('queue')) {
    const dead = parts.make('sqs.Queue', 'EcsProcessingDeadLetterQueue', []);
    parts.make('sqs.Queue', 'EcsProcessingQueue', [['deadLetterQueue', parts.object([['queue', dead]])]]);
  }
  const container = parts.given('containerName');
  const id = container?.type === 'string' ? container.value : 'QueueProcessingContainer';
  const definition = task(parts, kind, 'QueueProcessingTaskDef', id, parts.instance.args[2]);
  service(parts, kind, `QueueProcessing${kind}Service`, definition);
}

function scheduled(parts: Parts, name: string): void {
  const options = parts.given(`scheduled${kindOf(name)}TaskImageOptions`);
  task(parts, kindOf(name), 'ScheduledTaskDef', 'ScheduledContainer', options ?? nothing(parts.at));
}
