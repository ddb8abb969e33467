import type { Program, Resource } from '../dialects/dialect.ts';
import { placeOf, withoutKeys } from '../dialects/dialect.ts';
import type { UnknownReason } from '../model/fact.ts';
import type { Part } from '../model/subject.ts';
import type { Value } from '../model/value.ts';
import { asString, reader } from './read.ts';

export interface Linked {
  /** Certain: by reference, or by the same literal name. */
  parts: readonly Resource[];
  /** Resources of the type that may describe this one, as what they name is unknown. */
  maybe: readonly Resource[];
  reason?: UnknownReason;
}

/**
 * Resources of the given types that describe `resource`: their attribute refers to it (`bucket = aws_s3_bucket.a.id`),
 * or names it as one of `names` of it does (`bucket = "logs"`, `bucket = var.name`), which no other of its type has. Works
 * through modules, as references do.
 */
export function linked(
  resource: Resource,
  types: readonly string[],
  attribute: string,
  names: readonly string[] = [],
): Linked {
  const index = indexOf(resource.program, types, attribute);
  const { byAddress, reason } = index;
  const maybe = unclaimed(index, resource, attribute, names);
  const own = reader(resource);
  const texts = names.flatMap((name) => textOf(resource, own.value(name)) ?? []);
  const plain = withoutKeys(resource.name);
  // A reference without a key where instances have one: `aws_s3_bucket.a[*]`, `aws_s3_bucket.a` with an unknown count.
  const addresses = new Set([resource.name, plain, `${plain}[*]`]);
  const lists = texts.map((text) => namedIn(index, attribute, resource.type, text)).filter((one) => one.length > 0);
  const named = lists.length === 1 ? lists[0]! : lists.flat();
  const shared = named.length > 0 && texts.some((text) => sharesName(resource, names, text));
  const parts = [...[...addresses].flatMap((address) => byAddress.get(address) ?? []), ...(shared ? [] : named)];
  const found = parts.length > 1 ? [...new Set(parts)] : parts;
  if (!shared) return { parts: found, maybe, ...(reason && { reason }) };
  return {
    parts: found,
    maybe: maybe.length === 0 ? named : [...maybe, ...named],
    reason: {
      code: 'conflicting-writers',
      subject: named[0]!.name,
      settledBy: 'a reference to the resource itself: several have this name',
    },
  };
}

/** Without those that name the same variable as another resource of this type does: they belong to that one. */
function unclaimed(index: Index, { program, type }: Resource, attribute: string, names: readonly string[]) {
  if (index.maybe.length === 0 || names.length === 0) return index.maybe;
  const key = `${type} ${names.join(' ')}`;
  let left = index.unclaimed.get(key);
  if (!left) {
    const owners = byName(program, [type], names);
    left = index.maybe.filter((part) => {
      const text = textOf(part, reader(part).value(attribute));
      return text === undefined || !owners.has(text);
    });
    index.unclaimed.set(key, left);
  }
  return left;
}

/**
 * The name itself, or the variable without a value that both take it from: within one module it is the same name. So it is with
 * what both put together from the same parts, within one template.
 */
function textOf(resource: Resource, value: Value | undefined): string | undefined {
  if (!value) return undefined;
  if (value.type !== 'unknown') return asString(value);
  if (value.written !== undefined) return `\0${resource.name.slice(0, resource.name.indexOf('AWS::'))}${value.written}`;
  const whole = value.prefix === undefined && value.suffix === undefined;
  if (value.reason.code !== 'no-value' || !value.reason.subject?.startsWith('var.') || !whole) return undefined;
  const [module = ''] = /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/.exec(resource.name) ?? [];
  return `\0${module}${value.reason.subject}`;
}

/** A reference to another resource of the same type settles that it isn't this one, whatever their names are. */
const refersToOneOf = (part: Resource, attribute: string, ...types: readonly string[]): boolean =>
  (reader(part).value(attribute)?.references ?? []).some(({ address }) =>
    part.program.find(address).some(({ type }) => types.includes(type)),
  );

const sharesName = (resource: Resource, names: readonly string[], text: string): boolean =>
  (byName(resource.program, [resource.type], names).get(text) ?? []).length > 1;

const nameIndexes = new WeakMap<Program, Map<string, ReadonlyMap<string, readonly Resource[]>>>();

/** The resources of these types by the literal texts of the attributes that name them. */
function byName(program: Program, types: readonly string[], names: readonly string[]) {
  const ofProgram = nameIndexes.get(program) ?? new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  nameIndexes.set(program, ofProgram);
  const key = `${types.join(' ')} ${names.join(' ')}`;
  const there = ofProgram.get(key);
  if (there) return there;
  const index = new Map<string, Resource[]>();
  for (const resource of program.ofType(...types)) {
    const own = reader(resource);
    const texts = names.flatMap((name) => textOf(resource, own.value(name)) ?? []);
    for (const text of new Set(texts)) {
      const there = index.get(text);
      if (there) there.push(resource);
      else index.set(text, [resource]);
    }
  }
  ofProgram.set(key, index);
  return index;
}

/** Those that have the name and refer to no other resource of the type: many resources may ask for one name. */
function namedIn({ byText, named }: Index, attribute: string, type: string, text: string): readonly Resource[] {
  const key = `${type} ${text}`;
  let found = named.get(key);
  if (!found) {
    found = (byText.get(text) ?? []).filter((other) => !refersToOneOf(other, attribute, type));
    named.set(key, found);
  }
  return found;
}

interface Index {
  byAddress: ReadonlyMap<string, readonly Resource[]>;
  byText: ReadonlyMap<string, readonly Resource[]>;
  /** Found so far: by type and text. */
  named: Map<string, readonly Resource[]>;
  maybe: readonly Resource[];
  /** The same without those that belong to another resource of a type, by the type and the attributes of its name. */
  unclaimed: Map<string, readonly Resource[]>;
  reason?: UnknownReason;
}

const indexes = new WeakMap<Program, Map<string, Index>>();

/** What the attribute of each resource of these types names: made once for a program. */
function indexOf(program: Program, types: readonly string[], attribute: string): Index {
  const ofProgram = indexes.get(program) ?? new Map<string, Index>();
  indexes.set(program, ofProgram);
  const key = `${types.join(' ')} ${attribute}`;
  let index = ofProgram.get(key);
  if (!index) ofProgram.set(key, (index = makeIndex(program, types, attribute)));
  return index;
}

function makeIndex(program: Program, types: readonly string[], attribute: string): Index {
  const byAddress = new Map<string, Resource[]>();
  const byText = new Map<string, Resource[]>();
  const maybe: Resource[] = [];
  let reason: UnknownReason | undefined;
  const add = (map: Map<string, Resource[]>, key: string, resource: Resource): void => {
    const there = map.get(key);
    if (there) there.push(resource);
    else map.set(key, [resource]);
  };
  for (const other of program.ofType(...types)) {
    const value = reader(other).value(attribute);
    if (!value) continue;
    for (const { address } of value.references ?? []) add(byAddress, address, other);
    const text = textOf(other, value);
    if (text !== undefined) add(byText, text, other);
    if (value.type === 'unknown' && !value.references?.length) {
      // A reference to something else would settle that it isn't this one.
      maybe.push(other);
      reason ??= value.reason;
    }
  }
  return { byAddress, byText, named: new Map(), maybe, unclaimed: new Map(), ...(reason && { reason }) };
}

/**
 * Whether a resource that describes another one belongs to one of these types in the same program: what it belongs to is
 * the subject then. Otherwise it stands for itself.
 */
export function hasOwner(
  part: Resource,
  types: readonly string[],
  attribute: string,
  names: readonly string[],
): boolean {
  if (refersToOneOf(part, attribute, ...types)) return true;
  const value = reader(part).value(attribute);
  const text = textOf(part, value);
  if (!text || value?.references?.length) return false;
  return (byName(part.program, types, names).get(text) ?? []).length === 1;
}

/** The resources of these types whose attribute is this text. */
export const withText = (program: Program, types: readonly string[], attribute: string, text: string) =>
  byName(program, types, [attribute]).get(text) ?? [];

export const partOf = (resource: Resource): Part => ({ name: resource.name, at: resource.at, block: resource.block });

/** The subject's places and name, as every mapping states them. */
export const subjectOf = (resource: Resource, parts: readonly Resource[] = []) => ({
  name: resource.name,
  role: resource.role,
  at: placeOf(resource),
  ...(!resource.asked && { block: resource.block }),
  calls: resource.calls,
  parts: parts.map(partOf),
});
