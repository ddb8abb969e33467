import { scanTree } from '../scan-tree.ts';

/** What one rule says of a Terraform text: `aspect verdict`, with the item where there is one; passes once an aspect. */
export async function judged(rule: string, text: string): Promise<string[]> {
  const { report } = await scanTree(new Map([['main.tf', text]]), { rules: [rule] });
  const results = report.results.map(({ aspect, verdict, item }) => [aspect, verdict, item].filter(Boolean).join(' '));
  const passes = report.passes.map(({ aspect }) => [aspect, 'pass'].filter(Boolean).join(' '));
  return [...new Set([...results, ...passes])].sort();
}
