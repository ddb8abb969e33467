import type { FactList, NotApplicable } from '../model/fact.ts';
import { isApplicable } from '../model/fact.ts';
import { fail, pass, unknown, type Check, type Outcome } from './rule.ts';

/**
 * Judges a list item by item: a failure for each known item that isn't `ok`, told apart by `item`; where there is none,
 * unknown if an item is, or if there may be more of them; else one pass for all.
 */
export function expectEach<T>(
  list: FactList<T> | NotApplicable,
  ok: (value: T) => boolean,
  say: { message: (value: T) => string; item: (value: T) => string; label?: string },
): Check {
  if (!isApplicable(list)) return list;
  const fails = list.items.flatMap((fact): Outcome[] =>
    fact.known && !ok(fact.value)
      ? [
          fail(say.message(fact.value), fact.at, {
            via: fact.via,
            item: say.item(fact.value),
            ...(say.label && { label: say.label }),
          }),
        ]
      : [],
  );
  if (fails.length > 0) return fails;
  const open = list.items.find((fact) => !fact.known);
  if (open && !open.known) return { verdict: 'unknown', reason: open.reason, at: open.at, via: open.via };
  if (list.complete) return pass(list.at);
  return unknown(list.reason ?? { code: 'not-evaluated', settledBy: 'a plan (terraform show -json)' }, list.at);
}
