import type { Value } from '../../model/value.ts';
import { terms } from '../cloudformation/terms/index.ts';
import { inWords } from '../cloudformation/words.ts';
import type { DialectContext, DialectOutput, Resource, Unresolved } from '../dialect.ts';
import { otherRuntimes } from '../programs/projects.ts';
import { fields, reason, valueOf, whyUnknown, type Fields, type Instance, type Item } from '../programs/items.ts';
import { readPrograms } from '../programs/run.ts';
import { Construct, type Flags, type Stated } from './construct.ts';
import { nameOf } from './groups.ts';
import { isQuiet } from './quiet.ts';
import { cdkLibrary } from './library.ts';
import { policyOf } from './policy.ts';
import { projectsOf } from './project.ts';
import { backups } from './services/backups.ts';
import { balancers } from './services/balancers.ts';
import { builds } from './services/builds.ts';
import { clusters } from './services/clusters.ts';
import { containers } from './services/containers.ts';
import { databases } from './services/databases.ts';
import { functions } from './services/functions.ts';
import { groups } from './services/groups.ts';
import { identity } from './services/identity.ts';
import { interfaces } from './services/interfaces.ts';
import { keys } from './services/keys.ts';
import { machines } from './services/machines.ts';
import { messages } from './services/messages.ts';
import { network } from './services/network.ts';
import { pipelines } from './services/pipelines.ts';
import { policies } from './services/policies.ts';
import { search } from './services/search.ts';
import { sites } from './services/sites.ts';
import type { Services } from './services/service.ts';
import { storage } from './services/storage.ts';
import { tables } from './services/tables.ts';
import { watching } from './services/watching.ts';

/** Reads programs of the CDK, and lists those in other languages whose templates aren't here. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const isProject = (path: string): boolean => path.endsWith('.json');
  const project = projectsOf(paths.filter(isProject), context);
  const programs = readPrograms(
    paths.filter((path) => !isProject(path)),
    context,
    {
      dialect: 'cdk',
      library: () => cdkLibrary((file) => project(file)?.values),
      resources: (instances, tell) =>
        instances.flatMap((instance) => resourcesOf(instance, project(instance.at.file)?.flags, tell)),
    },
  );
  const templates = context.files.list().filter((path) => path.includes('cdk.out/') && path.endsWith('.template.json'));
  const unread = paths.filter((path) => isProject(path) && !hasTemplates(path, templates));
  const others = otherRuntimes(
    unread,
    context,
    /"app"\s*:\s*"[^"]*\b(python3?|go|mvn|gradlew?|dotnet|java)\b/,
    'the AWS CDK',
  );
  return { ...programs, unresolved: [...programs.unresolved, ...others] };
}

const hasTemplates = (project: string, templates: readonly string[]): boolean =>
  templates.some((path) => path.startsWith(project.replace(/cdk\.json$/, 'cdk.out/')));

type Made = Omit<Resource, 'program' | 'dialect' | 'model'>;

const services: Services = {
  ...storage,
  ...keys,
  ...messages,
  ...tables,
  ...backups,
  ...functions,
  ...machines,
  ...containers,
  ...clusters,
  ...builds,
  ...identity,
  ...watching,
  ...network,
  ...policies,
  ...pipelines,
  ...groups,
  ...balancers,
  ...interfaces,
  ...sites,
  ...search,
  ...databases,
};

/** `s3.CfnBucket` is `AWS::S3::Bucket`. */
const lowLevel = new Map(
  Object.keys(terms).map((type): [string, string] => {
    const [, service = '', name = ''] = type.split('::');
    return [`${service === 'Serverless' ? 'sam' : service.toLowerCase()}.Cfn${name}`, type];
  }),
);

function resourcesOf(instance: Instance, flags: Flags, tell: (what: Unresolved) => void): Made[] {
  const { library, address } = instance;
  if (!library || address === undefined) return [];
  const name = nameOf(library);
  const construct = new Construct(instance, undefined, flags);
  const type = lowLevel.get(name);
  if (type) return worded({ type, suffix: '', properties: stated(construct) }, instance);
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  if (service) return service(construct).flatMap((one) => worded(overridden(one, instance), instance));
  if (makesResources(name) && !isQuiet(name) && !/\.Cfn\w+$/.test(name))
    tell({
      name,
      at: instance.at,
      reason: reason(
        'not-rendered',
        name,
        'the templates of cdk synth, or constructs that are read (S3, RDS, EC2, Lambda, …)',
      ),
    });
  return [];
}

/** Constructs of a service that aren't known here; those of the core make nothing by themselves. */
const makesResources = (name: string): boolean =>
  /^[a-z][\w-]*\.[A-Z]/.test(name) && !/^(?:assertions|cx-?api|custom-resources|region-info|integ)/.test(name);

/** Arguments of a class that is one of CloudFormation's: its properties in their own spelling. */
function stated(construct: Construct): Fields {
  const props = construct.instance.args[2];
  const at = props?.at ?? construct.at;
  const own =
    props?.type === 'object'
      ? (pascal(props) as Fields)
      : fields([], at, 0, props && props.type !== 'undefined' ? whyUnknown(props) : undefined);
  return overrides(own, construct.instance);
}

/** Words of the writer: policies, variables, tags. */
const verbatim =
  /^(?:\w*[pP]olicyDocument|\w*[pP]olicyText|keyPolicy|resourcePolicy|fileSystemPolicy|policy|variables|parameters|tags)$/;

/** Names of properties as CloudFormation has them. What holds itself is told once. */
function pascal(item: Item, told = new Map<Item, Item>()): Item {
  const there = told.get(item);
  if (there) return there;
  if (item.type === 'list') {
    const made = { ...item, items: [] as Item[] };
    told.set(item, made);
    made.items.push(...item.items.map((one) => pascal(one, told)));
    return made;
  }
  if (item.type !== 'object') return item;
  const made = fields([], item.at, item.level, item.reason);
  told.set(item, made);
  for (const [key, value] of item.entries) {
    const name = upper(key);
    const policy = /olicy(?:Document|Text)?$/.test(key) && value.type === 'instance';
    made.entries.set(name, policy ? policyOf(value) : verbatim.test(key) ? value : pascal(value, told));
    const place = item.keys.get(key);
    if (place) made.keys.set(name, place);
  }
  return made;
}

const upper = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** What was written over the resource under a construct: https://docs.aws.amazon.com/cdk/v2/guide/cfn-layer.html */
function overrides(properties: Fields, instance: Instance): Fields {
  for (const { method, args, at } of instance.told) {
    const [path, value] = args;
    if (method.endsWith('=') && /^[a-z]/.test(method) && path) {
      properties.entries.set(upper(method.slice(0, -1)), pascal(path));
      properties.keys.set(upper(method.slice(0, -1)), at);
    }
    const property =
      method === 'addPropertyOverride' || method === 'addPropertyDeletionOverride'
        ? path?.type === 'string' && path.value
        : method === 'addOverride' &&
          path?.type === 'string' &&
          path.value.startsWith('Properties.') &&
          path.value.slice(11);
    if (property) write(properties, property.split('.'), method.includes('Deletion') ? undefined : value, at);
  }
  return properties;
}

const overridden = (one: Stated, instance: Instance): Stated =>
  one.suffix === '' ? { ...one, properties: overrides(one.properties, instance) } : one;

function write(into: Fields, [key, ...rest]: readonly string[], value: Item | undefined, at: Item['at']): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    if (value) into.entries.set(key, value);
    else into.entries.delete(key);
    return;
  }
  const there = into.entries.get(key);
  if (there?.type === 'list' && /^\d+$/.test(rest[0]!)) {
    const item = there.items[Number(rest[0])];
    if (item?.type === 'object') write(item, rest.slice(1), value, at);
    return;
  }
  const inner = there?.type === 'object' ? there : fields([], at);
  into.entries.set(key, inner);
  write(inner, rest, value, at);
}

function worded({ type, suffix, properties, at }: Stated, instance: Instance): Made[] {
  const value: Value | undefined = valueOf(properties);
  if (value?.type !== 'object') return [];
  const name = suffix === '' ? instance.name : `${instance.name}/${suffix}`;
  const stating = { name, shown: name, at: at ?? instance.at, block: at ?? instance.block };
  return inWords(type, value, stating).map((made) => ({ ...made, calls: instance.calls, role: instance.role }));
}
