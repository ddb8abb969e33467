import { criterion, type Category, type CriterionId } from '../criteria/catalogue.ts';
import type { Config } from '../model/config.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { RuleEntry, RuleIndex } from '../rule/entry.ts';
import type { ConfiguredRule } from './rule-verdicts.ts';

/** What the run was limited to, by rule ids, criteria and chosen categories. Absent: no limit. */
export interface Selection {
  rules?: readonly string[];
  criteria?: readonly CriterionId[];
  categories?: readonly Category[];
}

/** Security always is; without a choice, all are. */
export const isChosen = (category: Category, chosen: readonly Category[] | null): boolean =>
  category === 'security' || chosen === null || chosen.includes(category);

/** Whether a criterion is in scope. */
export const inScope = (id: CriterionId, chosen: readonly Category[] | null): boolean =>
  isChosen(criterion(id).category, chosen);

/** Entries of the rules that take part: not off, selected, and with a criterion in scope. */
export function chosenEntries(
  index: RuleIndex,
  config: Config,
  selection: Selection,
  chosen: readonly Category[] | null,
) {
  return index.entries.filter((entry) => {
    if (config.rules[entry.id]?.enabled === false) return false;
    if (selection.rules && ![entry.id, ...(entry.formerly ?? [])].some((id) => selection.rules!.includes(id)))
      return false;
    return criteriaOf(entry, selection, chosen).length > 0;
  });
}

const criteriaOf = (entry: RuleEntry, { criteria }: Selection, chosen: readonly Category[] | null) =>
  entry.criteria.filter((id) => inScope(id, chosen) && (!criteria || criteria.includes(id)));

// What is made of all files, or of several that may not be among those of a partial scan.
const ofTheWhole: readonly KindName[] = ['repository', 'policy', 'policy-set'];

/**
 * A scan of some files sees some kinds only: rules that judge the repository as a whole or join things that may lie
 * outside of the files are left to the whole scan.
 */
export const fitsPartialScan = (entry: RuleEntry): boolean =>
  !entry.needs?.length && !entry.kinds.some((kind) => ofTheWhole.includes(kind));

/** Loads the domains of these rules, and gives each rule the config's severity and options. */
export async function loadRules(
  index: RuleIndex,
  entries: readonly RuleEntry[],
  kinds: ReadonlySet<KindName>,
  config: Config,
  selection: Selection,
  chosen: readonly Category[] | null,
): Promise<ConfiguredRule[]> {
  const wanted = new Map(entries.filter((entry) => entry.kinds.some((kind) => kinds.has(kind))).map((e) => [e.id, e]));
  const domains = [...new Set([...wanted.values()].map((entry) => entry.domain))];
  const loaded = await Promise.all(domains.map((domain) => index.load(domain)));
  return loaded.flat().flatMap((rule): ConfiguredRule[] => {
    const entry = wanted.get(rule.id);
    if (!entry) return [];
    const settings = config.rules[rule.id];
    const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default] as const);
    return [
      {
        rule,
        severity: settings?.severity ?? rule.severity,
        options: { ...Object.fromEntries(defaults), ...settings?.options },
        criteria: criteriaOf(entry, selection, chosen),
      },
    ];
  });
}
