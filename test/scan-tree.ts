import { ruleIndex } from '../rules/index.ts';
import { scan, type ScanOutcome } from '../src/engine/scan.ts';
import { loadConfig } from '../src/config/load.ts';
import { filesOf } from './page.ts';

/** Scans texts as a repository, with the configuration they hold. */
export async function scanTree(
  texts: ReadonlyMap<string, string>,
  settings: { rules?: readonly string[]; asOf?: string; only?: readonly string[] } = {},
): Promise<ScanOutcome> {
  const files = filesOf(texts);
  const loaded = await loadConfig({ text: (path) => texts.get(path) }, ruleIndex.entries);
  if (loaded.errors.length > 0)
    throw new Error(loaded.errors.map((error) => `${error.file}:${error.line} ${error.message}`).join('\n'));
  return scan({
    files,
    facts: { git: { commit: null, dirty: null } },
    ...loaded,
    rules: ruleIndex,
    asOf: settings.asOf ?? null,
    ...(settings.only && { only: settings.only }),
    select: settings.rules ? { rules: settings.rules } : {},
    problems: [],
  });
}
