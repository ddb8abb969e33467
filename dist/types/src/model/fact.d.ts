import { type Place } from './place.js';
/** What settles a value that nobody worked out, in whichever language it stands. */
export declare const workedOut = "a plan or template in which it is worked out";
/** Why something could not be worked out. The list is closed, so that reports can group and explain. */
export type UnknownCode = 'no-value' | 'known-after-apply' | 'data-source' | 'remote-module' | 'not-evaluated' | 'function-outside' | 'cycle' | 'too-large' | 'wrong-type' | 'does-not-exist' | 'default-depends-on-version' | 'default-depends-on-account' | 'conflicting-writers' | 'other-repository' | 'ambiguous-date' | 'no-date' | 'ambiguous-words' | 'no-as-of' | 'not-rendered' | 'not-visible' | 'not-in-repository' | 'parse-problem';
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
export declare const notApplicable: (reason: string) => NotApplicable;
export declare const isApplicable: <T>(trait: T | NotApplicable) => trait is T;
/** Whether a trait is known to have this value: neither unknown nor not applicable. */
export declare const isKnown: <T>(trait: Fact<T> | NotApplicable, value: T) => boolean;
export declare const known: <T>(value: T, at: Place, via?: readonly Place[]) => KnownFact<T>;
/** A platform's own default. `source` is the page that states it; `at` is where it could have been written. */
export declare const byDefault: <T>(value: T, at: Place, source: string, via?: readonly Place[]) => KnownFact<T>;
export declare const unknownFact: (reason: UnknownReason, at: Place, via?: readonly Place[]) => UnknownFact;
/** The same place and origin with another value; an unknown stays the same unknown. */
export declare const mapFact: <T, U>(fact: Fact<T>, change: (value: T) => U) => Fact<U>;
/** True if every fact is true. A known false decides and is the one returned; else an unknown; else what is written first. */
export declare const allOf: (...facts: [Fact<boolean>, ...Fact<boolean>[]]) => Fact<boolean>;
/** True if any fact is true. A known true decides and is the one returned; else an unknown; else what is written first. */
export declare const anyOf: (...facts: [Fact<boolean>, ...Fact<boolean>[]]) => Fact<boolean>;
export declare const not: (fact: Fact<boolean>) => Fact<boolean>;
/** Whether any item passes the test: a known one decides; else an unknown item or an incomplete list is unknown. */
export declare function anyItem<T>(list: FactList<T>, test: (value: T) => boolean): Fact<boolean>;
/** Whether all items pass the test: a known one that doesn't decides; else unknown as above. */
export declare const allItems: <T>(list: FactList<T>, test: (value: T) => boolean) => Fact<boolean>;
