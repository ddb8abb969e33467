import type { Fact, FactList, NotApplicable } from '../model/fact.ts';
import { isApplicable } from '../model/fact.ts';
import { expect, pass, unknown, type Check, type Outcome } from './rule.ts';

/**
 * Judges a list item by item: a failure for each known item that is `bad`, told apart by `item`; where there is none,
 * unknown if an item is, or if there may be more of them; else one pass for all.
 */
export function expectEach<T>(
  list: FactList<T> | NotApplicable,
  bad: (value: T) => Fact<boolean>,
  say: { message: (value: T) => string; item: (value: T) => string; label?: string },
): Check {
  if (!isApplicable(list)) return list;
  const outcomes = list.items.map((fact): Outcome => {
    if (!fact.known) return { verdict: 'unknown', reason: fact.reason, at: fact.at, via: fact.via };
    return expect(bad(fact.value), (is) => !is, say.message(fact.value), {
      item: say.item(fact.value),
      ...(say.label && { label: say.label }),
    }) as Outcome;
  });
  const fails = outcomes.filter(({ verdict }) => verdict === 'fail');
  if (fails.length > 0) return fails;
  const open = outcomes.find(({ verdict }) => verdict === 'unknown');
  if (open) return open;
  if (list.complete) return pass(list.at);
  return unknown(list.reason ?? { code: 'not-evaluated', settledBy: 'a plan (terraform show -json)' }, list.at);
}
