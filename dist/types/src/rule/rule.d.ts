import type { CriterionId } from '../criteria/catalogue.js';
import { type KindName, type TraitsOf } from '../model/kinds/index.js';
import type { Fact, NotApplicable, UnknownReason } from '../model/fact.js';
import type { Place } from '../model/place.js';
import type { Subject } from '../model/subject.js';
import type { Severity } from '../model/verdict.js';
/** Ids of the same check elsewhere. People find their way by them, and their suppression comments are honoured. */
export declare const tools: readonly ["checkov", "trivy", "tfsec", "kics", "zizmor", "hadolint", "cfn-lint", "cfn-nag", "kube-linter", "poutine", "scorecard"];
export type Tool = (typeof tools)[number];
/** KICS by query UUID, Trivy with its `AVD-` prefix. */
export type Equivalents = {
    readonly [T in Tool]?: readonly string[];
};
/** Which subjects a rule judges. Made by `on()` or `having()`. */
export interface Selector<K extends KindName> {
    kinds: readonly K[];
}
/** All subjects of these kinds. */
export declare const on: <K extends KindName>(...names: [K, ...K[]]) => Selector<K>;
type TraitName = {
    [K in KindName]: keyof TraitsOf<K> & string;
}[KindName];
type KindsHaving<N extends TraitName> = {
    [K in KindName]: N extends keyof TraitsOf<K> ? K : never;
}[KindName];
/** All subjects whose kind has this trait, whatever the kind. */
export declare const having: <N extends TraitName>(name: N) => Selector<KindsHaving<N>>;
/** What a rule says of one subject, one aspect of it, or one item. */
export type Outcome = {
    verdict: 'pass';
    at?: Place;
    item?: string;
} | {
    verdict: 'fail';
    message: string;
    at: Place;
    via: readonly Place[];
    item?: string;
    label?: string;
    do?: string;
    related?: readonly RelatedPlace[];
} | {
    verdict: 'unknown';
    reason: UnknownReason;
    at: Place;
    via: readonly Place[];
    item?: string;
};
/** Another place that a verdict rests on. */
export interface RelatedPlace {
    name: string;
    at: Place;
}
/** One outcome, one per item, or "not applicable" with its reason. An empty list says nothing at all. */
export type Check = Outcome | NotApplicable | readonly (Outcome | NotApplicable)[];
interface More {
    /** What stands at the caret: three to six words. */
    label?: string;
    /** What to do, where the rule's own `do` doesn't fit. */
    do?: string;
    /** Which of several items of the subject this is about: a port, a statement id. Stable over edits elsewhere. */
    item?: string;
    related?: readonly RelatedPlace[];
}
/**
 * Judges one fact: passes where `ok` holds, fails with `message` where it doesn't, and stays unknown with the fact's
 * own reason where the value is not known.
 */
export declare function expect<T>(fact: Fact<T> | NotApplicable, ok: (value: T) => boolean, message: string | ((value: T) => string), more?: More): Outcome | NotApplicable;
/** A failure at a place, for rules that join things and don't rest on one fact. */
export declare const fail: (message: string, at: Place, more?: More & {
    via?: readonly Place[];
}) => Outcome;
export declare const pass: (at?: Place, item?: string) => Outcome;
export declare const unknown: (reason: UnknownReason, at: Place, item?: string) => Outcome;
export interface NumberOption {
    type: 'number';
    default: number;
    min: number;
    max: number;
    about: string;
}
export interface ListOption {
    type: 'strings';
    default: readonly string[];
    about: string;
}
export interface FlagOption {
    type: 'flag';
    default: boolean;
    about: string;
}
/** An option of a rule: typed, with default and bounds; the user's config is validated against it. */
export type Option = NumberOption | ListOption | FlagOption;
export type Options = {
    readonly [name: string]: Option;
};
export type OptionValues<O extends Options> = {
    readonly [N in keyof O]: O[N] extends NumberOption ? number : O[N] extends ListOption ? readonly string[] : boolean;
};
/** What a check may look at besides its subject. */
export interface Context<N extends KindName = never, O extends Options = Options> {
    /** All subjects of a kind that the rule named in `needs`, of the same role as the one that is judged. */
    find<K extends N>(kind: K): readonly Subject<K>[];
    /**
     * What `pick` takes of each of them, gathered once for all that the rule judges. A function of its subject alone, the same one
     * each time: then a subject that changes nothing of it costs nothing in a history.
     */
    find<K extends N, T>(kind: K, pick: (subject: Subject<K>) => readonly T[]): readonly T[];
    options: OptionValues<O>;
    /** The day the report is as of, `YYYY-MM-DD`: the only "today" there is. */
    asOf: Fact<string>;
}
/** What an aspect claims: its equivalents, and its own remedy and criteria where they differ from the rule's. */
export type Aspect = Equivalents;
export interface RuleDefinition<K extends KindName, A extends string, N extends KindName, O extends Options> {
    /** The good condition, in an auditor's words. */
    id: string;
    title: string;
    severity: Severity;
    /** For each criterion one sentence: why a pass is evidence for it. */
    criteria: {
        readonly [C in CriterionId]?: string;
    };
    /** What to do about a failure: one or two sentences that name the setting. */
    do: string;
    /** One control, the several things it looks at. A rule that looks at one thing has `equivalents` instead. */
    aspects?: {
        readonly [name in A]: Aspect;
    };
    equivalents?: Equivalents;
    /** Former ids: exceptions that name them stay valid. */
    formerly?: readonly string[];
    on: Selector<K>;
    /** Kinds that the check looks up with `find`. */
    needs?: readonly N[];
    options?: O;
    /** `document`: a pass shows what a document says about something kept elsewhere (at most supporting evidence). */
    shows?: 'state' | 'document';
    /**
     * Of its criteria those that a subject has to do with, where that differs from subject to subject: an access policy is
     * no evidence for backups. Absent: all. Where none of them is in scope, the subject is left alone.
     */
    about?(subject: Subject<K>): readonly CriterionId[];
    check(subject: Subject<K>, context: Context<N, O>): Check | {
        readonly [name in A]: Check;
    };
}
/** A rule as the engine sees it, whatever it is about. */
export interface Rule {
    id: string;
    title: string;
    severity: Severity;
    criteria: {
        readonly [C in CriterionId]?: string;
    };
    do: string;
    aspects?: {
        readonly [name: string]: Aspect;
    };
    equivalents?: Equivalents;
    formerly?: readonly string[];
    on: Selector<KindName>;
    needs?: readonly KindName[];
    options?: Options;
    shows?: 'state' | 'document';
    about?(subject: Subject): readonly CriterionId[];
    check(subject: Subject, context: Context<KindName, Options>): Check | {
        readonly [name: string]: Check;
    };
}
/** Defines a rule. Everything a rule may say is in the type; the examples on the page beside it are its tests. */
export declare const rule: <K extends KindName, const A extends string = never, const N extends KindName = never, const O extends Options = {}>(definition: RuleDefinition<K, A, N, O>) => Rule;
export {};
