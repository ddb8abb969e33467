import type { KindName } from '../model/kinds/index.js';
import { type Fact } from '../model/fact.js';
import { type Problem, type Result } from '../model/report.js';
import type { CriterionId } from '../criteria/catalogue.js';
import type { Subject } from '../model/subject.js';
import type { Severity } from '../model/verdict.js';
import type { Rule } from '../rule/rule.js';
import { type Answered, type Ask, type Memo } from './memo.js';
import type { Judged } from './judged.js';
/** A rule with what the config says of it. */
export interface ConfiguredRule {
    rule: Rule;
    severity: Severity;
    options: {
        readonly [name: string]: number | boolean | readonly string[];
    };
    /** Its criteria that are in scope. */
    criteria: readonly CriterionId[];
}
/** Subjects that pass, by rule and aspect: passes have no objects of their own. */
export interface Passes {
    rule: string;
    aspect?: string;
    subjects: number[];
}
/** What one rule says. In a history it is the same object for as long as the rule says the same of the same subjects. */
export interface RuleVerdicts {
    configured: ConfiguredRule;
    /** The subjects it looked at, in their order, and what it says of each: the same object while that holds. Null: it threw. */
    subjects: readonly Subject[];
    said: readonly (Answered<readonly AspectVerdict[]> | null)[];
    /** Where something else is said, or of somebody else, than in the verdicts with this number. */
    since: {
        number: number;
        changed: readonly number[];
    } | undefined;
    number: number;
    judged: readonly Judged[];
    passes: readonly Passes[];
    problems: readonly Problem[];
}
/** What the rules look at. */
export interface Looked {
    subjects: readonly Subject[];
    byKind: ReadonlyMap<KindName, readonly number[]>;
    /** Which subjects of a kind there are, and where in the list: the same objects while that is so. */
    lists(kind: KindName): readonly object[];
    ask: Ask;
    asOf: Fact<string>;
    memo: Memo | undefined;
}
export declare function verdictsOfRule(configured: ConfiguredRule, looked: Looked): RuleVerdicts;
export interface AspectVerdict {
    aspect: string | undefined;
    results: readonly Result[];
    passed: boolean;
}
/** The criteria in scope that a rule judges this subject for. */
export declare function criteriaFor({ rule, criteria }: ConfiguredRule, subject: Subject): readonly CriterionId[];
