import type { Category } from '../criteria/catalogue.js';
import type { Files } from '../dialects/dialect.js';
import type { Baseline, Config, ExceptionEntry, ManualEvidence } from '../model/config.js';
import type { LiveFacts } from '../model/live.js';
import type { Progress } from '../model/progress.js';
import type { Problem, Report } from '../model/report.js';
import type { RuleIndex } from '../rule/entry.js';
import type { Rule } from '../rule/rule.js';
import type { Selection } from './choose-rules.js';
import type { Memo } from './memo.js';
import { type Records } from './records.js';
/** What git says of the tree. */
export interface GitFacts {
    commit: string | null;
    dirty: boolean | null;
    /** The day on which each of these files was changed last, `YYYY-MM-DD`, for as many of them as git can tell. */
    lastChanges?(paths: readonly string[]): ReadonlyMap<string, string>;
}
export interface ScanInput {
    files: Files;
    /** These files only, and what is needed to evaluate them: no coverage, no rules over the whole. */
    only?: readonly string[];
    /** What to compare with. Without its files, touched lines alone decide. */
    base?: Base;
    facts: {
        git?: GitFacts;
        live?: LiveFacts;
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
    progress?: Progress;
    /** Of a history: what was worked out of an earlier tree under the same configuration. It never changes what is said. */
    memo?: Memo;
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
/** What the rules say of one state of the tree, with the records that were kept there: a scan without its report. */
export declare function judged(input: ScanInput, files: Files, records: Records, problems: readonly Problem[]): Promise<{
    exceptions: import("../model/report.js").ReportException[];
    tree: import("./read-tree.js").ReadTree;
    subjects: readonly import("../model/subject.js").Subject[];
    rules: readonly import("./rule-verdicts.js").ConfiguredRule[];
    problems: Problem[];
    ids: ReadonlySet<string>;
    categories: readonly Category[] | null;
    kindsOf(dialect: string): ReadonlySet<import("../model/kinds/index.js").KindName>;
    judged: import("./judged.js").Judged[];
    passes: import("./rule-verdicts.js").Passes[];
    byRule: readonly import("./rule-verdicts.js").RuleVerdicts[];
}>;
