import type { FilePlace, Place } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import type { Value } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { child, itemsOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import { withoutKeys, type DialectContext } from '../dialect.ts';
import { bool, list, nothing, number, object, string, unknown } from './values.ts';

/** A resource as a plan has it. */
export interface PlannedResource {
  /** With instance keys: `module.a.aws_s3_bucket.b["eu"]`. */
  address: string;
  type: string;
  mode: 'managed' | 'data';
  provider?: string;
  /** Its values after it is applied; `at` leads to the plan. */
  values: Value;
  at: FilePlace;
  block: FilePlace;
}

/** A plan as JSON: https://developer.hashicorp.com/terraform/internals/json-format */
export interface Plan {
  path: string;
  resources: readonly PlannedResource[];
  /** What each resource of the configuration refers to, by its address without keys: attribute → addresses. */
  references: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** Reads a plan; one that is not JSON is a problem. */
export function planOf(path: string, context: DialectContext): Plan | undefined {
  const text = context.text(path, whenTooLarge);
  if (text === undefined) return undefined;
  const { tree, problems } = parseJson(text);
  for (const { kind, message, span } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  if (!tree) return undefined;
  const unknownAfter = changes(child(tree, 'resource_changes'));
  const resources: PlannedResource[] = [];
  const modules = [child(tree, 'planned_values', 'root_module'), child(tree, 'prior_state', 'values', 'root_module')];
  for (const module of modules) if (module) collect(module, path, unknownAfter, resources, 0);
  const seen = new Set<string>();
  const once = resources.filter(({ address }) => !seen.has(address) && seen.add(address));
  const references = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const configured = child(tree, 'configuration', 'root_module');
  if (configured) gather(configured, '', references, 0);
  return { path, resources: once, references };
}

// Of a plan whose code is here, the state before it is not needed.
const whenTooLarge =
  "leave out what is not needed of the plan (jq 'del(.prior_state, .relevant_attributes)'), make one for each root, or exclude it in .soc2/config.yml";

const deepest = 30;

function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What of each resource is known only after it is applied: a tree with `true` at those places. */
function changes(node: Node | undefined): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const change of itemsOf(node)) {
    const address = textOf(child(change, 'address'));
    const after = child(change, 'change', 'after_unknown');
    if (address !== undefined && after) found.set(address, after);
  }
  return found;
}

function collect(
  module: Node,
  path: string,
  unknownAfter: ReadonlyMap<string, Node>,
  into: PlannedResource[],
  depth: number,
): void {
  for (const resource of itemsOf(child(module, 'resources'))) {
    const address = textOf(child(resource, 'address'));
    const type = textOf(child(resource, 'type'));
    const values = child(resource, 'values');
    if (address === undefined || type === undefined) continue;
    const provider = textOf(child(resource, 'provider_name'))?.split('/').at(-1);
    const place = { file: path, span: resource.span };
    into.push({
      address,
      type,
      mode: textOf(child(resource, 'mode')) === 'data' ? 'data' : 'managed',
      ...(provider !== undefined && { provider }),
      values: valueOf(values, {
        path,
        open: unknownAfter.get(address),
        sensitive: child(resource, 'sensitive_values'),
        at: { file: path, span: values?.span ?? resource.span },
        name: address,
      }),
      at: {
        file: path,
        span: { ...resource.span, endLine: resource.span.startLine, endColumn: resource.span.startColumn + 1 },
      },
      block: place,
    });
  }
  if (depth < deepest)
    for (const inner of itemsOf(child(module, 'child_modules'))) collect(inner, path, unknownAfter, into, depth + 1);
}

interface Reading {
  path: string;
  /** What is known only after the plan is applied, and what is secret, in the shape of the values. */
  open: Node | undefined;
  sensitive: Node | undefined;
  at: Place;
  name: string;
}

const isTrue = (node: Node | undefined): boolean => node?.type === 'scalar' && node.value === true;
const itemAt = (node: Node | undefined, index: number): Node | undefined =>
  node?.type === 'sequence' ? node.items[index] : undefined;

function valueOf(node: Node | undefined, reading: Reading): Value {
  const { path, open, sensitive, name } = reading;
  const at: Place = node ? { file: path, span: node.span } : reading.at;
  const marked = (value: Value): Value => ({
    ...value,
    origin: 'plan',
    ...(isTrue(sensitive) && { secret: true as const }),
  });
  if (isTrue(open))
    return marked(unknown({ code: 'known-after-apply', subject: name, settledBy: 'applying the plan' }, at));
  if (!node) {
    // A value that is not there yet at all, of which the parts are told.
    if (open?.type === 'mapping')
      return marked(
        object(
          new Map(
            open.entries.map(({ key }) => [
              key.text,
              valueOf(undefined, {
                ...reading,
                open: child(open, key.text),
                sensitive: child(sensitive, key.text),
                at,
              }),
            ]),
          ),
          at,
        ),
      );
    return marked(nothing(at));
  }
  if (node.type === 'sequence')
    return marked(
      list(
        node.items.map((item, i) =>
          valueOf(item, { ...reading, open: itemAt(open, i), sensitive: itemAt(sensitive, i), name: `${name}[${i}]` }),
        ),
        at,
      ),
    );
  if (node.type === 'mapping') {
    const keys = new Set(node.entries.map(({ key }) => key.text));
    if (open?.type === 'mapping') for (const { key } of open.entries) keys.add(key.text);
    const inside = (key: string): Value =>
      valueOf(child(node, key), {
        ...reading,
        open: child(open, key),
        sensitive: child(sensitive, key),
        at,
        name: `${name}.${key}`,
      });
    return marked(object(new Map([...keys].map((key) => [key, inside(key)])), at));
  }
  if (typeof node.value === 'number') return marked(number(node.value, at));
  if (typeof node.value === 'boolean') return marked(bool(node.value, at));
  return marked(node.value === null ? nothing(at) : string(node.value, at));
}

/** The references in the configuration that the plan was made from. */
function gather(
  module: Node,
  prefix: string,
  into: Map<string, ReadonlyMap<string, readonly string[]>>,
  depth: number,
): void {
  for (const resource of itemsOf(child(module, 'resources'))) {
    const address = textOf(child(resource, 'address'));
    const expressions = child(resource, 'expressions');
    if (address === undefined || expressions?.type !== 'mapping') continue;
    const attributes = expressions.entries.flatMap(({ key, value }) => {
      const names = itemsOf(child(value, 'references')).flatMap((item) => textOf(item) ?? []);
      return names.length > 0 ? [[key.text, names.map((name) => prefix + name)] as const] : [];
    });
    into.set(withoutKeys(prefix + address), new Map(attributes));
  }
  const calls = child(module, 'module_calls');
  if (calls?.type !== 'mapping' || depth >= deepest) return;
  for (const { key, value } of calls.entries) {
    const inner = child(value, 'module');
    if (inner) gather(inner, `${prefix}module.${key.text}.`, into, depth + 1);
  }
}
