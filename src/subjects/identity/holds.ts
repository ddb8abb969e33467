import type { Resource } from '../../dialects/dialect.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import { linked } from '../links.ts';

/** Whether resources of a type belong to this one. */
export function holds(
  resource: Resource,
  type: string,
  attribute: string,
  names: readonly string[],
): { fact: Fact<boolean>; parts: readonly Resource[] } {
  const { parts, maybe, reason } = linked(resource, [type], attribute, names);
  const [first] = parts;
  if (first) return { fact: known(true, first.at), parts };
  return { fact: maybe.length > 0 && reason ? unknownFact(reason, resource.at) : known(false, resource.at), parts };
}

/** Whether what a resource belongs to is in its program: then it is judged there. */
export const isOwned = (resource: Resource, attribute: string): boolean => {
  const value = resource.body.entries.get(attribute);
  return (value?.references ?? []).some(({ address }) => resource.program.find(address).length > 0);
};
