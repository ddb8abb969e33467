import type { CriterionId } from '../criteria/catalogue.js';
import type { KindName } from '../model/kinds/index.js';
import type { Severity } from '../model/verdict.js';
import type { Options, Rule } from './rule.js';
/** What is known of a rule without loading it: enough to choose what to load and to check a config against. */
export interface RuleEntry {
    id: string;
    domain: string;
    severity: Severity;
    criteria: readonly CriterionId[];
    kinds: readonly KindName[];
    needs?: readonly KindName[];
    formerly?: readonly string[];
    aspects?: readonly string[];
    options?: Options;
}
/** All rules there are: `rules/index.ts`, or that with rules of one's own beside. */
export interface RuleIndex {
    entries: readonly RuleEntry[];
    load(domain: string): Promise<readonly Rule[]>;
}
