import type { FilePlace } from '../../model/place.ts';
import { snake } from '../cloudformation/body.ts';
import {
  fields,
  joined,
  list,
  nothing,
  number,
  reason,
  referenceTo,
  text,
  through,
  unknown,
  type Callable,
  type Instance,
  type Item,
  type Symbolic,
} from '../programs/items.ts';
import type { Library, Maker } from '../programs/library.ts';
import { expand } from './composites.ts';
import { attach, openClassic, opened, tellGroups } from './connections.ts';
import { given, nameOf, ruleMethods } from './groups.ts';
import { methodOf, rootOf } from './interfaces.ts';

/** What the project of a file states as context, by key: https://docs.aws.amazon.com/cdk/v2/guide/context.html */
export type Contexts = (file: string) => ReadonlyMap<string, Item> | undefined;

/** The AWS CDK, version 1 and 2: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html */
export const cdkLibrary = (contexts: Contexts): Library => ({
  owns: (specifier) => /^(?:aws-cdk-lib(?:\/|$)|@aws-cdk\/|constructs$)/.test(specifier),
  symbol: (specifier, at) => {
    const [, module = ''] = /^(?:aws-cdk-lib|@aws-cdk)\/(?:aws-)?(.*)$/.exec(specifier) ?? [];
    const path = module === '' || module === 'core' ? [] : [module.replace(/-alpha$/, '')];
    return { type: 'symbol', package: specifier, path, at };
  },
  read,
  call,
  made: (instance, maker) => made(instance, maker, cdkLibrary(contexts)),
  member: (instance, name, at) => (name === 'node' ? nodeOf(instance, at, contexts) : member(instance, name, at)),
  method,
});

const outside = (shown: string, at: FilePlace): Item =>
  unknown(reason('data-source', shown, 'what stands outside of this program'), at);

function read(symbol: Symbolic, at: FilePlace): Item | undefined {
  const [first = '', second] = symbol.path;
  // `import { aws_s3 as s3 } from "aws-cdk-lib"`.
  if (symbol.path.length === 1 && first.startsWith('aws_'))
    return { ...symbol, path: [first.slice(4).replaceAll('_', '-')] };
  if (first === 'Aws' && second === 'NO_VALUE') return nothing(at);
  if (first === 'Aws' && second === 'PARTITION') return text('aws', at);
  return first === 'Aws' && second !== undefined ? outside(`Aws.${second}`, at) : undefined;
}

function call(symbol: Symbolic, args: readonly Item[], at: FilePlace, maker: Maker): Item | undefined {
  const name = nameOf(symbol);
  const [first] = args;
  switch (name) {
    case 'iam.ManagedPolicy.fromAwsManagedPolicyName':
      return first && joined([text('arn:aws:iam::aws:policy/', at), first], at);
    case 'SecretValue.unsafePlainText':
    case 'SecretValue.plainText':
    case 'Token.asString':
    case 'Token.asNumber':
    case 'Lazy.uncachedString':
      return first;
    case 'SecretValue.secretsManager':
    case 'SecretValue.ssmSecure':
    case 'SecretValue.cfnParameter':
      return unknown(reason('data-source', `${name}()`, 'the value that the store keeps'), at, { secret: true });
    case 'Fn.join':
      return args[1]?.type === 'list' && first
        ? joined(
            args[1].items.flatMap((item, i) => (i === 0 ? [item] : [first, item])),
            at,
          )
        : undefined;
    case 'Aspects.of':
      return fields([['add', aspect(at, maker)]], at);
    case 'Tags.of':
    case 'Annotations.of':
      return fields([], at);
    case 'Stack.of':
    case 'Stage.of':
    case 'Names.uniqueId':
    case 'Names.nodeUniqueId':
    case 'Fn.importValue':
    case 'Fn.ref':
    case 'Fn.getAtt':
      return outside(`${name}()`, at);
    default:
  }
  const last = symbol.path.at(-1) ?? '';
  if (/^backup\.BackupPlan\.(?:daily|monthly)/.test(name) && first) {
    const plan = maker.make({ ...symbol, path: ['backup', 'BackupPlan'] }, args.slice(0, 2), at, at);
    plan.told.push({ method: 'usesVault', args: args.slice(2), at });
    return plan;
  }
  // Constructs that stand for what is there already.
  return first?.type === 'instance' && /^(?:from|import|value(?:From|For))/.test(last)
    ? outside(`${name}()`, at)
    : undefined;
}

/** An aspect of the program's own may change whatever stands in the tree. */
const aspect = (at: FilePlace, maker: Maker): Callable => ({
  type: 'function',
  name: 'add',
  at,
  call: ([added], place) => {
    if (added?.type === 'instance' && added.class)
      maker.unresolved(`aspect ${added.name}`, place, 'the templates of cdk synth: what it changes is not worked out');
    return nothing(place);
  },
});

/** Whether something takes a place in the tree: it is given one, and a name. */
const isConstruct = ({ args, library }: Instance): boolean =>
  args.length >= 2 &&
  !/^iam\.(?:PolicyStatement|\w*Principal)$/.test(nameOf(library!)) &&
  (args[0]?.type === 'instance' || args[0]?.type === 'unknown') &&
  (args[1]?.type === 'string' || args[1]?.type === 'unknown');

/** Constructs are called by their path in the tree: https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html */
function made(instance: Instance, maker: Maker, all: Library): void {
  const { args, library } = instance;
  if (!library || !isConstruct(instance)) {
    if (library) instance.name = instance.class?.name ?? nameOf(library);
    return;
  }
  const scope = args[0]?.type === 'instance' ? args[0] : instance.parent;
  const above = scope?.address;
  instance.name = maker.unique([above, idOf(instance)].filter((part) => part !== undefined && part !== '').join('/'));
  instance.address = instance.name;
  instance.parent = scope;
  if (/^apigateway\.\w*RestApi$/.test(nameOf(library))) rootOf(instance, maker);
  expand(instance, all, maker);
  invoked(instance, maker);
  if (nameOf(library) === 'elasticloadbalancing.LoadBalancer') openClassic(instance, given(instance, 'listeners'));
  // A container may be written by itself: its task is told of it.
  const task = nameOf(library) === 'ecs.ContainerDefinition' && given(instance, 'taskDefinition');
  if (task && task.type === 'instance')
    task.told.push({ method: 'addContainer', args: instance.args.slice(1), at: instance.at });
  // Buckets that others write their access logs to are told so.
  const logs = given(instance, 'serverAccessLogsBucket');
  if (logs?.type === 'instance') logs.told.push({ method: 'takesAccessLogs', args: [], at: instance.at });
}

/** The secret that a database makes for its password. */
const secretOf = (database: Instance, at: FilePlace): Item => {
  const name = `${database.name}/Secret`;
  return unknown(reason('known-after-apply', name, 'the stack, when it is made'), at, {
    references: [{ address: name, path: ['id'] }],
  });
};

/** Who rotates a secret is called by the service: the library lets it, from any account. */
function invoked(rotation: Instance, maker: Maker): void {
  const worker = nameOf(rotation.library!) === 'secretsmanager.RotationSchedule' && given(rotation, 'rotationLambda');
  if (!worker || worker.type !== 'instance') return;
  const { at } = rotation;
  const library: Symbolic = { ...rotation.library!, path: ['iam', 'ServicePrincipal'] };
  const principal = maker.make(library, [text('secretsmanager.amazonaws.com', at)], at, at);
  worker.told.push({ method: 'addPermission', args: [text('Invoke', at), fields([['principal', principal]], at)], at });
}

function idOf({ args: [, id], class: own, library }: Instance): string {
  if (id?.type === 'string') return id.value;
  if (id?.type === 'unknown' && (id.prefix || id.suffix)) return `${id.prefix ?? ''}…${id.suffix ?? ''}`;
  return own?.name ?? library?.path.at(-1) ?? '…';
}

const nodeOf = (instance: Instance, at: FilePlace, contexts: Contexts): Item =>
  fields(
    [
      ['tryGetContext', contextOf(at, contexts)],
      ['getContext', contextOf(at, contexts)],
      ['defaultChild', instance],
      ['id', text(idOf(instance), at)],
      ['path', text(instance.name, at)],
    ],
    at,
  );

function member(instance: Instance, name: string, at: FilePlace): Item | undefined {
  switch (name) {
    case 'connections':
      return instance;
    case 'document':
      return nameOf(instance.library!).endsWith('Policy') ? instance : undefined;
    case 'partition':
      return text('aws', at);
    case 'account':
    case 'region':
    case 'stackName':
    case 'availabilityZones':
      return outside(`${instance.name}.${name}`, at);
    default:
  }
  if (instance.address === undefined) return undefined;
  if (name === 'secret' && /^(?:rds|docdb)\./.test(nameOf(instance.library!))) return secretOf(instance, at);
  const parameter = name.startsWith('value') ? parameterOf(instance, name, at) : undefined;
  if (parameter) return parameter;
  const reference = referenceTo(instance, snake(name), at);
  // What a construct was given is what it has: `queue.encryptionMasterKey`.
  const written = given(instance, name);
  return written?.type === 'instance' || written?.type === 'string' ? written : reference;
}

/** What a parameter of the template comes to: its default, where it has one. */
function parameterOf(instance: Instance, name: string, at: FilePlace): Item | undefined {
  if (nameOf(instance.library!) !== 'CfnParameter') return undefined;
  const hidden = given(instance, 'noEcho');
  const secret = hidden?.type === 'bool' && hidden.value ? { secret: true as const } : {};
  const stated = given(instance, 'default');
  if (!stated)
    return unknown(
      reason('no-value', `parameter ${idOf(instance)}`, 'a default, or a value from who deploys it'),
      at,
      secret,
    );
  if (stated.type === 'string' && name === 'valueAsNumber') return through(number(Number(stated.value), stated.at), at);
  if (stated.type === 'string' && name === 'valueAsList')
    return list(
      stated.value.split(',').map((part) => text(part.trim(), stated.at)),
      at,
    );
  return 'via' in stated ? { ...through(stated, at), ...secret } : stated;
}

/** What cdk.json states; the command line may say more, so what it doesn't state isn't known. */
const contextOf = (at: FilePlace, contexts: Contexts): Callable => ({
  type: 'function',
  name: 'tryGetContext',
  at,
  call: ([key], place) => {
    const name = key?.type === 'string' ? key.value : undefined;
    const stated = name === undefined ? undefined : contexts(place.file)?.get(name);
    return stated
      ? through(stated, place)
      : unknown(reason('no-value', `context ${name ?? '…'}`, 'a value that the program itself states'), place);
  },
});

function method(
  instance: Instance,
  name: string,
  args: readonly Item[],
  at: FilePlace,
  maker: Maker,
): Item | undefined {
  if ((ruleMethods as readonly string[]).includes(name)) tellGroups(instance, { method: name, args, at });
  else instance.told.push({ method: name, args, at });
  const make = (path: readonly string[], id: Item | undefined, more: readonly (readonly [string, Item])[]): Item => {
    const stated = args.findLast((arg) => arg.type === 'object');
    const props = fields([...(stated?.type === 'object' ? stated.entries : []), ...more], at, instance.level);
    if (stated?.type === 'object') props.keys = stated.keys;
    const library: Symbolic = { type: 'symbol', package: instance.library!.package, path, at };
    return maker.make(library, [instance, id ?? text(path.at(-1)!, at), props], at, at);
  };
  switch (name) {
    case 'withConditions':
    case 'withSessionTags':
      // The principal itself stays as it was.
      return /^iam\.\w*Principal$/.test(nameOf(instance.library!))
        ? { ...instance, told: [...instance.told] }
        : undefined;
    case 'addTargets':
      attach(instance, args[1], at);
      return undefined;
    case 'addListener':
      if (nameOf(instance.library!).startsWith('elasticloadbalancing.')) return undefined;
      opened(instance, args[1], at);
      return make(
        [
          'elasticloadbalancingv2',
          nameOf(instance.library!).includes('Network') ? 'NetworkListener' : 'ApplicationListener',
        ],
        args[0],
        [['loadBalancer', instance]],
      );
    case 'addRedirect':
      opened(instance, fields([['port', given(instance, 'sourcePort') ?? number(80, at)]], at), at);
      return make(['elasticloadbalancingv2', 'ApplicationListener'], text('Redirect80To443', at), [
        ['loadBalancer', instance],
        ['redirect', text('HTTPS', at)],
      ]);
    case 'addCapacity':
    case 'addAutoScalingGroupCapacity': {
      const vpc = given(instance, 'vpc');
      return /^(?:ecs|eks(?:-v2)?)\./.test(nameOf(instance.library!))
        ? make(['autoscaling', 'AutoScalingGroup'], args[0], vpc ? [['vpc', vpc]] : [])
        : undefined;
    }
    case 'addFlowLog':
      return make(['ec2', 'FlowLog'], args[0], [['vpc', instance]]);
    case 'addFunctionUrl':
      return make(['lambda', 'FunctionUrl'], text('FunctionUrl', at), [['function', instance]]);
    case 'addRotationSchedule':
      return make(['secretsmanager', 'RotationSchedule'], args[0], [['secret', instance]]);
    case 'selectSubnets':
      return args[0];
    case 'arnForObjects':
      return args[0] && joined([referenceTo(instance, 'arn', at), text('/', at), args[0]], at);
    default:
  }
  if (instance.library?.path[0] !== 'apigateway') return undefined;
  switch (name) {
    case 'addResource':
      return make(['apigateway', 'Resource'], args[0], [['restApi', given(instance, 'restApi') ?? nothing(at)]]);
    case 'addMethod':
      return methodOf(instance, args[0], args[2], at, maker);
    case 'addProxy': {
      const all = make(['apigateway', 'Resource'], text('{proxy+}', at), [
        ['restApi', given(instance, 'restApi') ?? nothing(at)],
      ]);
      const any = args[0]?.type === 'object' ? args[0].entries.get('anyMethod') : undefined;
      if (all.type === 'instance' && !(any?.type === 'bool' && !any.value))
        methodOf(all, text('ANY', at), undefined, at, maker);
      return all;
    }
    default:
      return undefined;
  }
}
