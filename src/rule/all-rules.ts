import type { RuleIndex } from './entry.ts';
import type { Rule } from './rule.ts';

/** Every rule there is, in the order of the index. */
export async function allRules(index: RuleIndex): Promise<readonly Rule[]> {
  const domains = [...new Set(index.entries.map(({ domain }) => domain))];
  return (await Promise.all(domains.map((domain) => index.load(domain)))).flat();
}
