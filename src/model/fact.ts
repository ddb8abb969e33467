import { isApiPlace, type Place } from './place.ts';

/** What settles a value that nobody worked out, in whichever language it stands. */
export const workedOut = 'a plan or template in which it is worked out';

/** Why something could not be worked out. The list is closed, so that reports can group and explain. */
export type UnknownCode =
  | 'no-value' // a variable without default and without a value in the repository
  | 'known-after-apply' // the provider decides it (an id, an ARN, a generated name)
  | 'data-source' // read from the account when the code runs
  | 'remote-module' // its code is not in this repository
  | 'not-evaluated' // the expression uses something that is not worked out here
  | 'function-outside' // a function that reads clock, network or files outside of the tree
  | 'cycle' // it refers to itself
  | 'too-large' // over a budget of steps, nodes or depth
  | 'wrong-type' // the value is of another type than the platform takes
  | 'does-not-exist' // refers to something that is not declared
  | 'default-depends-on-version'
  | 'default-depends-on-account'
  | 'conflicting-writers' // two places state the same thing differently
  | 'other-repository' // it governs a repository that is not, or may not be, this one
  | 'ambiguous-date'
  | 'no-date' // a text where a day was expected
  | 'ambiguous-words' // a text that can be understood in several ways
  | 'no-as-of' // needs a date, and none is known
  | 'not-rendered' // a template without a renderer
  | 'not-visible' // the API does not tell it, or not with this token
  | 'not-in-repository' // kept outside of the repository, as far as it shows
  | 'parse-problem'; // the file that states it can't be read

/** `settledBy` says, for a person, what would settle it. */
export interface UnknownReason {
  code: UnknownCode;
  /** What is unknown, in its own language: `var.encrypted`, `module.vpc`. */
  subject?: string;
  settledBy: string;
}

/** `written`: stated in a file; `default`: the platform's own; `plan`: from a plan; `live`: from an API. */
export type Origin = 'written' | 'default' | 'plan' | 'live';

export interface KnownFact<T> {
  known: true;
  value: T;
  origin: Origin;
  at: Place;
  /** The places the value came through, nearest first (a variable, a module call). */
  via: readonly Place[];
  /** Of a default: the page that says so. */
  source?: string;
  secret?: true;
}

export interface UnknownFact {
  known: false;
  reason: UnknownReason;
  at: Place;
  via: readonly Place[];
}

/** A value as the repository states it. Reading `value` before asking `known` does not compile. */
export type Fact<T> = KnownFact<T> | UnknownFact;

/** A list that may be known only in part. */
export interface FactList<T> {
  items: readonly Fact<T>[];
  complete: boolean;
  /** Where the list as a whole stands; why it is incomplete, when it is. */
  at: Place;
  reason?: UnknownReason;
}

/** A trait that does not apply to this subject, and why: it drops out of the rule with its reason on record. */
export interface NotApplicable {
  applicable: false;
  reason: string;
}

export const notApplicable = (reason: string): NotApplicable => ({ applicable: false, reason });
export const isApplicable = <T>(trait: T | NotApplicable): trait is T =>
  !(typeof trait === 'object' && trait !== null && 'applicable' in trait);

/** Whether a trait is known to have this value: neither unknown nor not applicable. */
export const isKnown = <T>(trait: Fact<T> | NotApplicable, value: T): boolean =>
  isApplicable(trait) && trait.known && trait.value === value;

export const known = <T>(value: T, at: Place, via: readonly Place[] = []): KnownFact<T> => ({
  known: true,
  value,
  origin: isApiPlace(at) ? 'live' : 'written',
  at,
  via,
});

/** A platform's own default. `source` is the page that states it; `at` is where it could have been written. */
export const byDefault = <T>(value: T, at: Place, source: string, via: readonly Place[] = []): KnownFact<T> => ({
  known: true,
  value,
  origin: 'default',
  at,
  via,
  source,
});

export const unknownFact = (reason: UnknownReason, at: Place, via: readonly Place[] = []): UnknownFact => ({
  known: false,
  reason,
  at,
  via,
});

/** The same place and origin with another value; an unknown stays the same unknown. */
export const mapFact = <T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> =>
  fact.known ? { ...fact, value: change(fact.value) } : fact;

/** True if every fact is true. A known false decides and is the one returned; else an unknown; else what is written first. */
export const allOf = (...facts: [Fact<boolean>, ...Fact<boolean>[]]): Fact<boolean> =>
  deciding(facts, false) ?? facts.find((f) => !f.known) ?? deciding(facts, true)!;

/** True if any fact is true. A known true decides and is the one returned; else an unknown; else what is written first. */
export const anyOf = (...facts: [Fact<boolean>, ...Fact<boolean>[]]): Fact<boolean> =>
  deciding(facts, true) ?? facts.find((f) => !f.known) ?? deciding(facts, false)!;

/** A fact of this value: one that somebody wrote rather than a default, as that is where it can be changed. */
const deciding = (facts: readonly Fact<boolean>[], value: boolean): Fact<boolean> | undefined =>
  facts.find((f) => f.known && f.value === value && f.origin !== 'default') ??
  facts.find((f) => f.known && f.value === value);

export const not = (fact: Fact<boolean>): Fact<boolean> => mapFact(fact, (value) => !value);

const someKnown = <T>(list: FactList<T>, test: (value: T) => boolean) =>
  list.items.find((item): item is KnownFact<T> => item.known && test(item.value));

const undecided = <T>(list: FactList<T>): UnknownFact | undefined => {
  const item = list.items.find((i): i is UnknownFact => !i.known);
  if (item) return item;
  if (list.complete) return undefined;
  return unknownFact(list.reason ?? { code: 'not-evaluated', settledBy: workedOut }, list.at);
};

/** Whether any item passes the test: a known one decides; else an unknown item or an incomplete list is unknown. */
export function anyItem<T>(list: FactList<T>, test: (value: T) => boolean): Fact<boolean> {
  const hit = someKnown(list, test);
  if (hit) return { ...hit, value: true };
  return undecided(list) ?? known(false, list.at);
}

/** Whether all items pass the test: a known one that doesn't decides; else unknown as above. */
export const allItems = <T>(list: FactList<T>, test: (value: T) => boolean): Fact<boolean> =>
  not(anyItem(list, (value) => !test(value)));
