import { notApplicable, type NotApplicable } from '../model/fact.ts';
import { kinds, type KindName, type TraitsOf } from '../model/kinds/index.ts';

/**
 * The traits of a resource that states only a part of a thing, where the thing itself stands elsewhere: a firewall rule
 * of a server that is not in this program, an instance of a cluster. All others drop out with the reason.
 */
export function traitsOfPart<K extends KindName>(kind: K, reason: string, stated: Partial<TraitsOf<K>>): TraitsOf<K> {
  const others = Object.keys(kinds[kind].traits).map((name): [string, NotApplicable] => [name, notApplicable(reason)]);
  return { ...Object.fromEntries(others), ...stated } as TraitsOf<K>;
}
