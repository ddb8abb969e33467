import { ruleIndex } from '../../rules/index.ts';
import type { Rule } from '../rule/rule.ts';

/** Every rule there is, in the order of the index. */
export async function allRules(): Promise<readonly Rule[]> {
  const domains = [...new Set(ruleIndex.entries.map(({ domain }) => domain))];
  return (await Promise.all(domains.map((domain) => ruleIndex.load(domain)))).flat();
}
