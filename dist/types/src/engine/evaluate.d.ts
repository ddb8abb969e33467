import type { Fact } from '../model/fact.js';
import type { Progress } from '../model/progress.js';
import type { Problem } from '../model/report.js';
import type { Subject } from '../model/subject.js';
import type { Memo } from './memo.js';
import type { Judged } from './judged.js';
import { type ConfiguredRule, type Passes, type RuleVerdicts } from './rule-verdicts.js';
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
