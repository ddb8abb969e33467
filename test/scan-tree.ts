import { ruleIndex } from '../rules/index.ts';
import type { Memo } from '../src/engine/memo.ts';
import { scan, type ScanOutcome } from '../src/engine/scan.ts';
import { loadConfig } from '../src/config/load.ts';
import { askGitHub } from '../src/io/github-live.ts';
import { GitHubError } from '../src/io/github.ts';
import type { LiveFacts } from '../src/model/live.ts';
import { filesOf } from './page.ts';

/** Scans texts as a repository, with the configuration they hold. */
export async function scanTree(
  texts: ReadonlyMap<string, string>,
  settings: {
    rules?: readonly string[];
    asOf?: string;
    only?: readonly string[];
    live?: LiveFacts;
    changes?: ReadonlyMap<string, string>;
    memo?: Memo;
  } = {},
): Promise<ScanOutcome> {
  const files = { ...filesOf(texts), ...(settings.memo && { id: (path: string) => texts.get(path) }) };
  const loaded = await loadConfig({ text: (path) => texts.get(path) }, ruleIndex.entries);
  if (loaded.errors.length > 0)
    throw new Error(loaded.errors.map((error) => `${error.file}:${error.line} ${error.message}`).join('\n'));
  return scan({
    files,
    facts: {
      git: { commit: null, dirty: null, ...(settings.changes && { lastChanges: () => settings.changes! }) },
      ...(settings.live && { live: settings.live }),
    },
    ...loaded,
    rules: ruleIndex,
    asOf: settings.asOf ?? null,
    ...(settings.only && { only: settings.only }),
    ...(settings.memo && { memo: settings.memo }),
    select: settings.rules ? { rules: settings.rules } : {},
    problems: [],
  });
}

/** What a forge says that has these answers by path, and refuses all else. */
export function liveOf(answers: ReadonlyMap<string, unknown>): Promise<LiveFacts> {
  const send = (method: string, path: string): Promise<unknown> => {
    const answer = answers.get(path.replace(/\?.*/, ''));
    return answer === undefined
      ? Promise.reject(new GitHubError(403, `${method} ${path}: 403 Resource not accessible by integration`))
      : Promise.resolve(answer);
  };
  const pages = async (path: string, _most: number, listIn = (body: unknown) => body) => ({
    items: listIn(await send('GET', path)) as unknown[],
    complete: true,
  });
  return askGitHub({ send, pages }, { url: 'https://api.github.com', repository: 'acme/shop' });
}
