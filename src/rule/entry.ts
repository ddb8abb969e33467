import type { CriterionId } from '../criteria/catalogue.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Severity } from '../model/verdict.ts';
import type { Options, Rule } from './rule.ts';

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
