import type { CriterionId } from '../criteria/catalogue.js';
import type { Report } from '../model/report.js';
import type { Severity } from '../model/verdict.js';
import type { RuleIndex } from '../rule/entry.js';
/** What reporters say of a rule. */
export interface RuleInfo {
    id: string;
    title: string;
    severity: Severity;
    /** Why a pass is evidence, for each criterion. */
    criteria: {
        readonly [C in CriterionId]?: string;
    };
    do: string;
    /** Where its page is: an address, or a path. */
    page: string;
}
/** What reporters say of the rules that took part, with their pages beside the program. */
export declare function ruleInfos(rules: readonly Omit<RuleInfo, 'page'>[], { entries }: Pick<RuleIndex, 'entries'>): ReadonlyMap<string, RuleInfo>;
/** What a reporter gets besides the report. Nothing of it changes what is said, only how much and how it looks. */
export interface RenderContext {
    /** The text of a file that was read, for code frames. */
    source(file: string): string | undefined;
    /** Texts that no output may hold. */
    secrets: readonly string[];
    /** The rules that took part, in the order of the rule index. */
    rules: ReadonlyMap<string, RuleInfo>;
    color: boolean;
    /** Columns of the terminal. */
    width: number;
    verbose: boolean;
    quiet: boolean;
    /** Where the scanned files can be looked at. */
    links?: {
        server: string;
        repository: string;
        commit: string;
    };
    /** Bytes that a Markdown summary may take. */
    limit?: number;
    /** Annotations that a workflow's step makes besides those of the findings, by level. */
    besides?: {
        readonly error?: number;
        readonly warning?: number;
        readonly notice?: number;
    };
}
/** A report as text, with a line end after the last line. */
export type Reporter = (report: Report, context: RenderContext) => string;
