import { known, unknownFact, type Fact, type UnknownReason } from '../model/fact.ts';
import type { Place } from '../model/place.ts';

/** A rule by which a store deletes what is old enough. */
export interface LifecycleRule {
  /** After how many days; undefined: it deletes nothing by age. */
  days: Fact<number | undefined> | undefined;
  on: Fact<boolean>;
  /** Whether it is for all objects, and not only for those with a prefix or a tag. */
  whole: boolean;
  at: Place;
}

/**
 * After how many days a store deletes everything: the least of its rules for all objects, infinity where there is none. Unknown where
 * a rule deletes some of them sooner, or where there may be more rules.
 */
export function lifecycleDays(rules: readonly LifecycleRule[], at: Place, open?: UnknownReason): Fact<number> {
  const deleting = rules.filter(({ on, days }) => days !== undefined && (!on.known || on.value));
  for (const { on, days } of deleting) {
    if (!on.known) return on;
    if (days && !days.known) return days;
  }
  const age = ({ days }: LifecycleRule): number => (days?.known ? (days.value ?? Infinity) : Infinity);
  const [least] = deleting.filter(({ whole }) => whole).sort((a, b) => age(a) - age(b));
  const narrow = deleting.find((rule) => !rule.whole && (!least || age(rule) < age(least)));
  if (narrow)
    return unknownFact(
      { code: 'not-evaluated', subject: 'a rule for some of the objects', settledBy: 'a rule for all objects' },
      narrow.at,
    );
  if (least?.days?.known) return { ...least.days, value: age(least) };
  return open ? unknownFact(open, at) : known(Infinity, at);
}
