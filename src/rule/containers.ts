import type { Fact, FactList, NotApplicable } from '../model/fact.ts';
import { isApplicable, notApplicable } from '../model/fact.ts';
import type { Container } from '../model/kinds/workload.ts';
import { fail, pass, unknown, type Outcome } from './rule.ts';

type Asked = Fact<boolean> | NotApplicable;

/**
 * Judges the containers of a workload as one: a failure names all for which `good` is false and points at the first; else
 * unknown if it is for one of them, or if there may be more of them; else a pass.
 */
export function everyContainer(
  list: FactList<Container> | NotApplicable,
  good: (container: Container) => Asked,
  message: (names: string) => string,
): Outcome | NotApplicable {
  if (!isApplicable(list)) return list;
  const asked = list.items.flatMap((item) => (item.known ? [{ of: item.value, fact: good(item.value) }] : []));
  const facts = asked.flatMap(({ of, fact }) => (isApplicable(fact) ? [{ of, fact }] : []));
  const bad = facts.flatMap(({ of, fact }) => (fact.known && !fact.value ? [{ of, fact }] : []));
  const [first] = bad;
  if (first)
    return fail(message(namesOf(bad.map(({ of }) => of))), first.fact.at, {
      via: first.fact.via,
      related: bad.slice(1).map(({ of, fact }) => ({ name: `container ${of.name}`, at: fact.at })),
    });
  const open = facts.find(({ fact }) => !fact.known)?.fact;
  if (open && !open.known) return { verdict: 'unknown', reason: open.reason, at: open.at, via: open.via };
  if (!list.complete)
    return unknown(list.reason ?? { code: 'not-evaluated', settledBy: 'the list of containers' }, list.at);
  if (facts.length === 0) {
    const left = asked[0]?.fact;
    return left && !isApplicable(left) ? left : notApplicable('it names no container');
  }
  return pass(facts[0]?.fact.known ? facts[0].fact.at : list.at);
}

/** `a`, `a and b`, `a, b and 2 more`. */
function namesOf(containers: readonly Container[]): string {
  const names = containers.map(({ name }) => name);
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
