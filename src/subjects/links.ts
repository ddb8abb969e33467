import type { Program, Resource } from '../dialects/dialect.ts';
import { withoutKeys } from '../dialects/dialect.ts';
import type { UnknownReason } from '../model/fact.ts';
import type { Part } from '../model/subject.ts';
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
 * or names it by the same literal as one of `names` of it (`bucket = "logs"`). Works through modules, as references do.
 */
export function linked(
  resource: Resource,
  types: readonly string[],
  attribute: string,
  names: readonly string[] = [],
): Linked {
  const { byAddress, byText, maybe, reason } = indexOf(resource.program, types, attribute);
  const own = reader(resource);
  const texts = names.flatMap((name) => {
    const value = own.value(name);
    return value ? (asString(value) ?? []) : [];
  });
  const plain = withoutKeys(resource.name);
  // A reference without a key where instances have one: `aws_s3_bucket.a[*]`, `aws_s3_bucket.a` with an unknown count.
  const addresses = new Set([resource.name, plain, `${plain}[*]`]);
  const parts = [
    ...[...addresses].flatMap((address) => byAddress.get(address) ?? []),
    ...texts.flatMap((text) => byText.get(text) ?? []),
  ];
  const found = parts.length > 1 ? [...new Set(parts)] : parts;
  return { parts: found, maybe, ...(reason && { reason }) };
}

interface Index {
  byAddress: ReadonlyMap<string, readonly Resource[]>;
  byText: ReadonlyMap<string, readonly Resource[]>;
  maybe: readonly Resource[];
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
    if (value.type !== 'unknown') {
      const text = asString(value);
      if (text !== undefined) add(byText, text, other);
    } else if (!value.references?.length) {
      // A reference to something else would settle that it isn't this one.
      maybe.push(other);
      reason ??= value.reason;
    }
  }
  return { byAddress, byText, maybe, ...(reason && { reason }) };
}

export const partOf = (resource: Resource): Part => ({ name: resource.name, at: resource.at, block: resource.block });

/** The subject's places and name, as every mapping states them. */
export const subjectOf = (resource: Resource, parts: readonly Resource[] = []) => ({
  name: resource.name,
  role: resource.role,
  at: resource.at,
  block: resource.block,
  calls: resource.calls,
  parts: parts.map(partOf),
});
