import type { Category } from '../criteria/catalogue.js';
import type { Files } from '../dialects/dialect.js';
import type { Baseline, Config, ExceptionEntry, ManualEvidence } from '../model/config.js';
import type { Problem, Report } from '../model/report.js';
import type { RuleIndex } from '../rule/entry.js';
import type { Rule } from '../rule/rule.js';
import type { Selection } from './choose-rules.js';
import { type Records } from './records.js';
export interface ScanInput {
    files: Files;
    /** These files only, and what is needed to evaluate them: no coverage, no rules over the whole. */
    only?: readonly string[];
    /** What to compare with. Without its files, touched lines alone decide. */
    base?: Base;
    facts: {
        git?: {
            commit: string | null;
            dirty: boolean | null;
        };
    };
    config: Config;
    exceptions: readonly ExceptionEntry[];
    manualEvidence: readonly ManualEvidence[];
    baseline: Baseline | null;
    rules: RuleIndex;
    /** `YYYY-MM-DD`: the only "today" there is. */
    asOf: string | null;
    select: Selection & {
        categories?: readonly Category[];
    };
    /** What listing the files found already. */
    problems: readonly Problem[];
}
/** The state that a change is compared with, and what `.soc2/` held there. */
export interface Base extends Records {
    name: string;
    files: Files | null;
    diff: string | null;
}
export interface ScanOutcome {
    report: Report;
    /** The rules that took part, for reporters. */
    rules: readonly Rule[];
    /** Texts that no output may hold. */
    secrets: readonly string[];
    /** The text of a file that was read, for code frames. */
    source(file: string): string | undefined;
}
/** Judges a tree. A function of what it is given: no file system, network or clock of its own. */
export declare function scan(input: ScanInput): Promise<ScanOutcome>;
