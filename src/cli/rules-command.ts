import { ruleIndex } from '../../rules/index.ts';
import type { Rule } from '../rule/rule.ts';
import { count } from '../report/words.ts';
import { parse, several } from './args.ts';
import { criteriaNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';

/** `soc2-lint rules`: all rules, as a table or as JSON with all that is known of them. */
export async function rulesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    criteria: { type: 'string', multiple: true },
  });
  if (positionals.length > 0)
    throw new UsageError(`rules takes no names; soc2-lint explain ${positionals[0]} tells more of one`);
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json'] as const);
  const names = several(values.criteria);
  const wanted = names && new Set<string>(criteriaNamed(names));
  const domains = [...new Set(ruleIndex.entries.map(({ domain }) => domain))];
  const loaded = await Promise.all(
    domains.map(async (domain) => (await ruleIndex.load(domain)).map((rule) => ({ domain, rule }))),
  );
  const rules = loaded.flat().filter(({ rule }) => !wanted || Object.keys(rule.criteria).some((id) => wanted.has(id)));
  process.stdout.write(format === 'json' ? `${JSON.stringify(rules.map(entryOf), null, 2)}\n` : table(rules));
  return 0;
}

const entryOf = ({ domain, rule }: { domain: string; rule: Rule }) => ({
  id: rule.id,
  title: rule.title,
  severity: rule.severity,
  criteria: rule.criteria,
  ...(rule.equivalents && { equivalents: rule.equivalents }),
  ...(rule.aspects && { aspects: rule.aspects }),
  kinds: rule.on.kinds,
  options: rule.options ?? {},
  page: `rules/${domain}/${rule.id}.md`,
});

function table(rules: readonly { domain: string; rule: Rule }[]): string {
  const width = Math.max(...rules.map(({ rule }) => rule.id.length), 4);
  const lines = rules.map(
    ({ rule }) =>
      `${rule.severity.padEnd(8)}  ${rule.id.padEnd(width)}  ${rule.title} (${Object.keys(rule.criteria).join(', ')})`,
  );
  return [...lines, `${count(rules.length, 'rule')}; soc2-lint explain RULE tells more`, ''].join('\n');
}
