import { type Category, type CriterionId } from '../criteria/catalogue.js';
import type { Config } from '../model/config.js';
import type { KindName } from '../model/kinds/index.js';
import type { RuleEntry, RuleIndex } from '../rule/entry.js';
import type { ConfiguredRule } from './rule-verdicts.js';
/** What the run was limited to, by rule ids, criteria and chosen categories. Absent: no limit. */
export interface Selection {
    rules?: readonly string[];
    criteria?: readonly CriterionId[];
    categories?: readonly Category[];
}
/** Security always is; without a choice, all are. */
export declare const isChosen: (category: Category, chosen: readonly Category[] | null) => boolean;
/** Whether a criterion is in scope. */
export declare const inScope: (id: CriterionId, chosen: readonly Category[] | null) => boolean;
/** Entries of the rules that take part: not off, selected, and with a criterion in scope. */
export declare function chosenEntries(index: RuleIndex, config: Config, selection: Selection, chosen: readonly Category[] | null): RuleEntry[];
/**
 * A scan of some files sees some kinds only: rules that judge the repository as a whole or join things that may lie
 * outside of the files are left to the whole scan.
 */
export declare const fitsPartialScan: (entry: RuleEntry) => boolean;
/** Loads the domains of these rules, and gives each rule the config's severity and options. */
export declare function loadRules(index: RuleIndex, entries: readonly RuleEntry[], kinds: ReadonlySet<KindName>, config: Config, selection: Selection, chosen: readonly Category[] | null): Promise<ConfiguredRule[]>;
