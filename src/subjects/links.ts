import type { Resource } from '../dialects/dialect.ts';
import { withoutKeys } from '../dialects/dialect.ts';
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
 * or names it by the same literal as one of `names` of it (`bucket = "logs"`), which no other of its type has. Works through modules, as references do.
 */
export function linked(
  resource: Resource,
  types: readonly string[],
  attribute: string,
  names: readonly string[] = [],
): Linked {
  const parts: Resource[] = [];
  const maybe: Resource[] = [];
  let reason: UnknownReason | undefined;
  const own = reader(resource);
  const literal = new Set(names.map((name) => own.value(name)).flatMap((v) => (v ? (asString(v) ?? []) : [])));
  for (const other of resource.program.ofType(...types)) {
    const value = reader(other).value(attribute);
    if (!value) continue;
    const link = refersTo(value, resource);
    if (link === 'yes') parts.push(other);
    else if (value.type === 'unknown') {
      // A reference to something else settles that it isn't this one.
      if (!value.references?.length) {
        maybe.push(other);
        reason ??= value.reason;
      }
    } else if (literal.has(asString(value) ?? '\0') && !refersToSibling(value, resource)) {
      if (isOnlyOne(resource, names, asString(value)!)) parts.push(other);
      else {
        maybe.push(other);
        reason ??= {
          code: 'conflicting-writers',
          subject: other.name,
          settledBy: 'a reference to the resource itself: several have this name',
        };
      }
    }
  }
  return { parts, maybe, ...(reason && { reason }) };
}

/** A reference to another resource of the same type settles that it isn't this one, whatever their names are. */
const refersToSibling = (value: Value, resource: Resource): boolean =>
  (value.references ?? []).some(({ address }) =>
    resource.program.find(address).some((other) => other.type === resource.type),
  );

/** Whether no other resource of the type has the same literal name. */
const isOnlyOne = (resource: Resource, names: readonly string[], text: string): boolean =>
  resource.program.ofType(resource.type).every(
    (other) =>
      other === resource ||
      names.every((name) => {
        const value = reader(other).value(name);
        return !value || asString(value) !== text;
      }),
  );

function refersTo(value: Value, resource: Resource): 'yes' | 'no' {
  const plain = withoutKeys(resource.name);
  for (const { address } of value.references ?? []) {
    if (address === resource.name) return 'yes';
    // A reference without a key where instances have one: `aws_s3_bucket.a[*]`, `aws_s3_bucket.a` with an unknown count.
    if (address === plain || (plain === withoutKeys(address) && address.endsWith('[*]'))) return 'yes';
  }
  return 'no';
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
  const value = reader(part).value(attribute);
  if (!value) return false;
  const references = value.references ?? [];
  if (references.some(({ address }) => part.program.find(address).some(({ type }) => types.includes(type))))
    return true;
  const text = asString(value);
  if (text === undefined || text === '' || references.length > 0) return false;
  const named = part.program.ofType(...types).filter((other) =>
    names.some((name) => {
      const own = reader(other).value(name);
      return own !== undefined && asString(own) === text;
    }),
  );
  return named.length === 1;
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
