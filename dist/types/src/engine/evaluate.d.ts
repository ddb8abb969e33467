import { type Fact } from '../model/fact.js';
import type { Progress } from '../model/progress.js';
import { type Problem } from '../model/report.js';
import type { CriterionId } from '../criteria/catalogue.js';
import type { Subject } from '../model/subject.js';
import type { Severity } from '../model/verdict.js';
import type { Rule } from '../rule/rule.js';
import { type Memo } from './memo.js';
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
    judged: readonly Judged[];
    passes: readonly Passes[];
    problems: readonly Problem[];
}
export interface Evaluation {
    judged: Judged[];
    passes: Passes[];
    byRule: readonly RuleVerdicts[];
}
/** Judges every subject by every rule on its kind. A rule that throws is a problem and costs that subject only. */
export declare function evaluate(rules: readonly ConfiguredRule[], subjects: readonly Subject[], asOf: Fact<string>, problem: (problem: Problem) => void, { memo, progress }?: {
    memo?: Memo | undefined;
    progress?: Progress | undefined;
}): Evaluation;
/** The criteria in scope that a rule judges this subject for. */
export declare function criteriaFor({ rule, criteria }: ConfiguredRule, subject: Subject): readonly CriterionId[];
