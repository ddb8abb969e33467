import type { FilePlace } from '../../model/place.ts';
import type { ListValue, ObjectValue, Reference, Value } from '../../model/value.ts';
import { withoutKeys, type Program, type Resource } from '../dialect.ts';
import { lazyEntries } from './lazy-entries.ts';
import { newBudget } from './budget.ts';
import { jsonAt } from './json-text.ts';
import type { Plan, PlannedResource } from './plan.ts';
import { object, withMarks } from './values.ts';

/** How many of a root's resources the plan has: whether it is that root's plan. */
export function resemblance(resources: readonly Resource[], plan: Plan): number {
  const planned = new Set(plan.resources.map(({ address }) => withoutKeys(address)));
  return resources.filter(({ name }) => planned.has(withoutKeys(name))).length;
}

/**
 * Lets a plan settle what the source leaves unknown: values, instances with unknown keys, and resources of modules whose
 * code is not here. What the source states keeps its place.
 */
export function settle(
  resources: Resource[],
  plan: Plan,
  program: Program,
  callAt: (address: string) => FilePlace | undefined,
): void {
  const planned = new Map(plan.resources.map((resource) => [resource.address, resource]));
  const named = new Set(resources.map(({ name }) => name));
  const template = new Map<string, Resource>();
  const kept = resources.flatMap((resource): Resource[] => {
    const found = planned.get(resource.name);
    if (found) {
      planned.delete(resource.name);
      return [{ ...resource, body: mergeBodies(resource.body, found.values) }];
    }
    const plain = withoutKeys(resource.name);
    const instances = plan.resources.filter(({ address }) => withoutKeys(address) === plain && !named.has(address));
    // One that stood for instances whose keys were unknown gives way to them.
    if (instances.length === 0) return [resource];
    template.set(plain, resource);
    return [];
  });
  for (const one of planned.values()) {
    const like = template.get(withoutKeys(one.address));
    if (like) kept.push({ ...like, name: one.address, body: mergeBodies(like.body, one.values) });
    else kept.push(fromPlan(one, plan, program, callAt(one.address)));
  }
  resources.splice(0, resources.length, ...kept);
}

/** A resource that only the plan has. `calledAt`: the call of the module it is in, where that is here. */
export function fromPlan(resource: PlannedResource, plan: Plan, program: Program, calledAt?: FilePlace): Resource {
  const { address, type, mode, provider, values, at, block } = resource;
  return {
    dialect: 'terraform',
    type: mode === 'data' ? `data.${type}` : type,
    name: address,
    body: withReferences(
      values.type === 'object' ? values : object(new Map(), at),
      plan.references.get(withoutKeys(address)),
      address,
    ),
    model: undefined,
    at: calledAt ?? at,
    block: calledAt ?? block,
    calls: calledAt ? [calledAt] : [],
    role: program.resources[0]?.role ?? 'system',
    program,
    ...(provider !== undefined && { provider: { name: provider } }),
  };
}

/** What the configuration refers to is part of the values: so resources that describe one thing are still joined. */
function withReferences(
  body: ObjectValue,
  references: ReadonlyMap<string, readonly string[]> | undefined,
  address: string,
): ObjectValue {
  if (!references) return body;
  const key = /\[[^\]]*\]$/.exec(address)?.[0] ?? '';
  const entries = new Map(body.entries);
  for (const [name, texts] of references) {
    const value = entries.get(name);
    if (value) entries.set(name, withMarks(value, { references: texts.flatMap((text) => referenceOf(text, key)) }));
  }
  return { ...body, entries };
}

/** `module.a.aws_s3_bucket.b[0].id` → its address and path; with `each.key`, the instance of the same key. */
function referenceOf(text: string, key: string): Reference[] {
  const match = /^((?:module\.[\w-]+\.)*)((?:data\.)?[\w-]+\.[\w-]+)(\[[^\]]*\])?((?:\.[\w-]+)*)$/.exec(text);
  if (!match || /^(?:var|local|each|count|path|module)\./.test(match[2]!)) return [];
  const [, modules = '', name = '', index = '', path = ''] = match;
  const plain: Reference = { address: `${modules}${name}${index}`, path: path.split('.').filter(Boolean) };
  return key !== '' && index === '' ? [plain, { ...plain, address: `${plain.address}${key}` }] : [plain];
}

const mergeBodies = (source: ObjectValue, planned: Value): ObjectValue =>
  planned.type === 'object' ? mergeObjects(source, planned) : source;

function mergeObjects(source: ObjectValue, planned: ObjectValue): ObjectValue {
  const names = new Map([...source.entries.keys(), ...planned.entries.keys()].map((name) => [name, name] as const));
  for (const [name, value] of planned.entries)
    if (!source.entries.has(name) && says(value) === false) names.delete(name);
  const { reason: _reason, ...rest } = source;
  return {
    ...rest,
    complete: true,
    entries: lazyEntries(
      newBudget(),
      names,
      'plan',
      () => source.at,
      (name) => {
        const value = planned.entries.get(name);
        const own = source.entries.get(name);
        if (!own) return { ...value!, at: source.at };
        return value ? merge(own, value) : own;
      },
    ),
  };
}

/** A plan writes null and empty lists where nothing is written. */
const says = (value: Value): boolean => value.type !== 'null' && !(value.type === 'list' && value.items.length === 0);

function merge(source: Value, planned: Value): Value {
  if (planned.type === 'unknown') return source;
  if (source.type === 'unknown') {
    const { at, via, references, secret } = source;
    const json = planned.type === 'string' ? jsonAt(planned.value, at) : undefined;
    return withMarks({ ...planned, at, via, ...(json && { json }) } as Value, { references, secret: secret === true });
  }
  if (source.type === 'list' && planned.type === 'list') return mergeLists(source, planned);
  if (source.type === 'object' && planned.type === 'object') return mergeObjects(source, planned);
  return source;
}

function mergeLists(source: ListValue, planned: ListValue): Value {
  if (!source.complete) return { ...planned, at: source.at, via: source.via };
  if (source.items.length !== planned.items.length) return source;
  return { ...source, items: source.items.map((item, i) => merge(item, planned.items[i]!)) };
}
