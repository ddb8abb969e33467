import type { Value } from '../../../model/value.ts';
import type { Body } from '../body.ts';

/**
 * How a resource of CloudFormation is called by those who know what AWS's resources mean: the mappings, which speak the words of
 * Terraform's AWS provider. Names in snake case are the same in both; what isn't is said here.
 */
export interface Term {
  /** Its type there; a function where the properties decide. */
  type: string | ((body: Body) => string);
  /** Names and shapes that differ. */
  edit?: (body: Body) => void;
  /** What is a resource of its own there. `owner` is a reference to the resource itself. */
  parts?: (body: Body, owner: Value) => readonly Part[];
}

export interface Part {
  type: string;
  /** The property that states it, for its name and place. */
  property: string;
  entries: Readonly<Record<string, Value | undefined>>;
  /** Where it stands, if not where its property does. */
  stated?: Value | undefined;
}

export type Terms = Readonly<Record<string, Term>>;

/** One that differs in nothing but the spelling of names. */
export const as = (type: string): Term => ({ type });

/** What names its owner and holds the entries of one property. */
export const split = (body: Body, property: string, type: string, attribute: string, owner: Value): Part[] => {
  const stated = body.get(property);
  if (!stated) return [];
  const entries = stated.type === 'object' ? Object.fromEntries(stated.entries) : {};
  return [{ type, property, stated, entries: { ...entries, [attribute]: owner } }];
};

/** The items of a property that is a list; one that stands alone is a list of one. */
export const itemsAt = (body: Body, path: string): readonly Value[] => {
  const value = body.get(path);
  return value?.type === 'list' ? value.items : value ? [value] : [];
};
