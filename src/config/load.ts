import type { Baseline, Config, ExceptionEntry, ManualEvidence, RuleSettings } from '../model/config.ts';
import type { RuleEntry } from '../rule/entry.ts';
import { defaults } from './defaults.ts';
import type { ConfigError } from './errors.ts';

export const configFile = '.soc2/config.yml';
export const exceptionsFile = '.soc2/exceptions.yml';
export const manualEvidenceFile = '.soc2/manual-evidence.yml';
export const baselineFile = '.soc2/baseline.json';

export interface Loaded {
  config: Config;
  exceptions: readonly ExceptionEntry[];
  manualEvidence: readonly ManualEvidence[];
  baseline: Baseline | null;
  errors: readonly ConfigError[];
}

/**
 * Reads `.soc2/`. All of it is optional, and where none of it exists neither the schema nor the YAML parser is loaded.
 * `names` replaces file names, as `--config` and `--baseline` do.
 */
export async function loadConfig(
  files: { text(path: string): string | undefined },
  entries: readonly RuleEntry[],
  names: { config?: string; baseline?: string } = {},
): Promise<Loaded> {
  const paths = {
    config: names.config ?? configFile,
    exceptions: exceptionsFile,
    evidence: manualEvidenceFile,
    baseline: names.baseline ?? baselineFile,
  };
  const texts = {
    config: files.text(paths.config),
    exceptions: files.text(paths.exceptions),
    evidence: files.text(paths.evidence),
    baseline: files.text(paths.baseline),
  };
  const nothing: Loaded = { config: defaults, exceptions: [], manualEvidence: [], baseline: null, errors: [] };
  if (Object.values(texts).every((text) => text === undefined)) return nothing;

  const [{ read }, schemas] = await Promise.all([import('./read.ts'), import('./schema.ts')]);
  const errors: ConfigError[] = [];
  const ids = { rule: entries.flatMap((entry) => [entry.id, ...(entry.formerly ?? [])]) };
  const config =
    texts.config === undefined ? undefined : read(paths.config, texts.config, schemas.configSchema, ids, errors);
  const register =
    texts.exceptions === undefined
      ? undefined
      : read(paths.exceptions, texts.exceptions, schemas.exceptionsSchema, ids, errors);
  const evidence =
    texts.evidence === undefined
      ? undefined
      : read(paths.evidence, texts.evidence, schemas.manualEvidenceSchema, ids, errors);
  const baseline =
    texts.baseline === undefined
      ? undefined
      : read(paths.baseline, texts.baseline, schemas.baselineSchema, ids, errors);

  const { checkAspects, checkOptions } = await import('./check.ts');
  if (config) checkOptions(config, entries, errors);
  if (register) checkAspects(register, entries, errors);
  return {
    config: config ? configOf(config, entries) : defaults,
    exceptions: (register?.value.exceptions ?? []).map((entry, index) => ({
      ...entry,
      at: register!.place('exceptions', index),
    })) as ExceptionEntry[],
    manualEvidence: (evidence?.value.evidence ?? []).map((entry, index) => ({
      ...entry,
      at: evidence!.place('evidence', index),
    })) as ManualEvidence[],
    baseline: (baseline?.value as Baseline | undefined) ?? null,
    errors,
  };
}

type ReadConfig = import('./read.ts').Checked<import('valibot').InferOutput<typeof import('./schema.ts').configSchema>>;

function configOf({ value, place }: ReadConfig, entries: readonly RuleEntry[]): Config {
  const { categories, holds = [], engagement, rules = {}, ...rest } = value;
  const settings = Object.entries(rules).map(([name, setting]): [string, RuleSettings] => {
    const id = entries.find(({ formerly }) => formerly?.includes(name))?.id ?? name;
    if (setting === 'off') return [id, { enabled: false }];
    return [id, (typeof setting === 'string' ? { severity: setting } : setting) as RuleSettings];
  });
  return {
    ...defaults,
    ...(rest as Partial<Config>),
    categories: categories ?? null,
    holds: new Map(holds.map((boundary, index) => [boundary, place('holds', index)])),
    engagement: (engagement ?? defaults.engagement) as Config['engagement'],
    rules: Object.fromEntries(settings),
  };
}
