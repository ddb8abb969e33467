import type { FilePlace } from '../../model/place.ts';
import type { Attribute, Body, Expression } from '../../parse/hcl/ast.ts';
import { compareVersions, type VersionRange } from '../dialect.ts';
import { plainText, type Configuration } from './configuration.ts';

/** A provider that a module asks for: by its local name, where it comes from and which versions will do. */
export interface Requirement {
  /** `hashicorp/aws`; undefined where it isn't said. */
  source?: string;
  constraint?: string;
  at: FilePlace;
}

/** https://developer.hashicorp.com/terraform/language/providers/requirements */
export function requirementsOf(configuration: Configuration): Map<string, Requirement> {
  const found = new Map<string, Requirement>();
  for (const { content } of configuration.terraform)
    for (const block of content.blocks)
      if (block.type === 'required_providers')
        for (const attribute of block.body.attributes) found.set(attribute.name, requirement(attribute, block.file));
  // A version in the provider block is the old way to say it.
  for (const { block, content, file } of configuration.providers) {
    const name = block.labels[0]?.text;
    const version = content.attributes.get('version');
    const constraint = plainText(version?.value);
    if (name !== undefined && constraint !== undefined && !found.has(name))
      found.set(name, { constraint, at: { file, span: version!.value.span } });
  }
  return found;
}

function requirement({ value, span }: Attribute, file: string): Requirement {
  const at = { file, span };
  // Before 0.13 the constraint stood there alone.
  const alone = plainText(value);
  if (alone !== undefined) return { constraint: alone, at };
  const source = entry(value, 'source');
  const constraint = entry(value, 'version');
  return { ...(source !== undefined && { source }), ...(constraint !== undefined && { constraint }), at };
}

function entry(value: Expression, name: string): string | undefined {
  if (value.type !== 'object') return undefined;
  return plainText(value.entries.find(({ key }) => key.type === 'literal' && key.value === name)?.value);
}

/** The exact versions of a lock file, by source: `hashicorp/aws`. */
export function lockedVersions(lock: Body | undefined, file: string): Map<string, VersionRange> {
  const locked = new Map<string, VersionRange>();
  for (const block of lock?.blocks ?? []) {
    const address = block.type === 'provider' ? block.labels[0]?.text : undefined;
    const version = plainText(block.body.attributes.find(({ name }) => name === 'version')?.value);
    const parts = version === undefined ? undefined : numbersOf(version);
    if (address === undefined || !parts) continue;
    locked.set(address.split('/').slice(-2).join('/').toLowerCase(), {
      from: parts,
      below: after(parts),
      at: { file, span: block.header },
    });
  }
  return locked;
}

/** Versions that fit all of the constraints; undefined where nothing limits them. */
export function rangeOf(requirements: readonly Requirement[]): VersionRange | undefined {
  let range: { from?: readonly number[]; below?: readonly number[] } = {};
  let at: FilePlace | undefined;
  for (const { constraint, at: place } of requirements)
    for (const part of constraint?.split(',') ?? []) {
      const limit = limitOf(part);
      if (!limit) continue;
      at ??= place;
      range = {
        ...range,
        ...(limit.from && (!range.from || compareVersions(limit.from, range.from) > 0) && { from: limit.from }),
        ...(limit.below && (!range.below || compareVersions(limit.below, range.below) < 0) && { below: limit.below }),
      };
    }
  return at && (range.from || range.below) ? { ...range, at } : undefined;
}

/** https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
function limitOf(part: string): { from?: readonly number[]; below?: readonly number[] } | undefined {
  const [, operator = '=', version = ''] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d[\w.+-]*)\s*$/.exec(part) ?? [];
  const parts = numbersOf(version);
  if (!parts) return undefined;
  switch (operator) {
    case '=':
      return { from: parts, below: after(parts) };
    case '>=':
      return { from: parts };
    case '>':
      return { from: after(parts) };
    case '<':
      return { below: parts };
    case '<=':
      return { below: after(parts) };
    case '~>': {
      const upper = parts.slice(0, Math.max(1, parts.length - 1));
      return { from: parts, below: [...upper.slice(0, -1), upper.at(-1)! + 1] };
    }
    default:
      return undefined;
  }
}

function numbersOf(version: string): number[] | undefined {
  const [plain = ''] = version.split(/[-+]/);
  const parts = plain.split('.').map(Number);
  return plain !== '' && parts.every((part) => Number.isInteger(part) && part >= 0) ? parts : undefined;
}

/** The next version after an exact one. */
const after = (parts: readonly number[]): number[] => {
  const [major = 0, minor = 0, patch = 0] = parts;
  return [major, minor, patch + 1];
};
