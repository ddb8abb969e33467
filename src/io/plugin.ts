import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isCriterionId, type CriterionId } from '../criteria/catalogue.ts';
import { kinds } from '../model/kinds/index.ts';
import { severities } from '../model/verdict.ts';
import type { RuleIndex } from '../rule/entry.ts';
import type { Rule } from '../rule/rule.ts';
import { UsageError } from '../config/usage-error.ts';

const domain = 'plugin';

/**
 * The rules with those of one's own beside: each file's default export is a rule, or a list of them. Only what is named on
 * the command line or by a workflow is run, never what a scanned repository names. `option` is what the caller calls it.
 */
export async function withPlugins(
  index: RuleIndex,
  files: readonly string[],
  { option = '--plugin', cwd = process.cwd() } = {},
): Promise<RuleIndex> {
  const taken = new Set(index.entries.flatMap(({ id, formerly = [] }) => [id, ...formerly]));
  const rules: Rule[] = [];
  for (const file of files)
    for (const rule of await rulesIn(file, option, cwd)) {
      if (taken.has(rule.id)) throw new UsageError(`${option} ${file}: there is a rule ${rule.id} already`);
      taken.add(rule.id);
      rules.push(rule);
    }
  const entries = rules.map((rule) => ({
    id: rule.id,
    domain,
    severity: rule.severity,
    criteria: Object.keys(rule.criteria) as CriterionId[],
    kinds: rule.on.kinds,
    ...(rule.needs && { needs: rule.needs }),
    ...(rule.formerly && { formerly: rule.formerly }),
    ...(rule.aspects && { aspects: Object.keys(rule.aspects) }),
    ...(rule.options && { options: rule.options }),
  }));
  return {
    entries: [...index.entries, ...entries],
    load: async (name) => (name === domain ? rules : index.load(name)),
  };
}

async function rulesIn(file: string, option: string, cwd: string): Promise<Rule[]> {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new UsageError(`there is no plugin ${file}`);
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (cause) {
    throw new UsageError(
      `${option} ${file} can't be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
  const rules = (Array.isArray(exported) ? exported : [exported]) as unknown[];
  return rules.map((rule) => {
    const wrong = mistakeIn(rule);
    if (wrong) throw new UsageError(`${option} ${file}: ${wrong}`);
    return rule as Rule;
  });
}

/** What keeps a value from being a rule; undefined where nothing does. */
function mistakeIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null)
    return 'expected a rule, or a list of rules, as the default export (import { rule } from "soc2-lint/rule")';
  const { id, title, severity, criteria, do: remedy, on, check } = value as Partial<Rule>;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) return 'expected an id like "storage-is-private"';
  if (typeof title !== 'string' || typeof remedy !== 'string') return `rule ${id} has no title, or no "do"`;
  if (!severities.some((one) => one === severity)) return `rule ${id}: the severity is one of ${severities.join(', ')}`;
  const unknown = Object.keys(criteria ?? {}).find((name) => !isCriterionId(name));
  if (unknown !== undefined) return `rule ${id}: there is no criterion ${unknown}`;
  if (Object.keys(criteria ?? {}).length === 0) return `rule ${id} names no criterion`;
  const strange = on?.kinds.find((kind) => !Object.hasOwn(kinds, kind));
  if (!on || strange !== undefined) return `rule ${id}: there is no kind ${strange ?? ''} to judge`;
  return typeof check === 'function' ? undefined : `rule ${id} has no check`;
}
