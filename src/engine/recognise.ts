import { dialects } from '../dialects/index.ts';
import type { Dialect, Files } from '../dialects/dialect.ts';
import type { Memo } from './memo.ts';

const sniffed = 64 * 1024;

/** Which files each dialect reads. The first dialect that claims a path has it. */
export function recognise(
  paths: readonly string[],
  head: (path: string, bytes: number) => string | undefined,
  isDocument: (path: string) => boolean,
  /** Of a history: what an earlier tree had. */
  before?: { memo: Memo; files: Files },
): Map<Dialect, string[]> {
  const claimed = new Map<Dialect, string[]>();
  for (const path of paths) {
    const find = () =>
      dialects.find((candidate) => {
        const claim = candidate.claims(path, isDocument);
        return claim === 'yes' || (claim === 'maybe' && sniff(candidate, path, head));
      });
    const dialect = before ? before.memo.claim(path, before.files.id!(path), find) : find();
    if (!dialect) continue;
    const there = claimed.get(dialect);
    if (there) there.push(path);
    else claimed.set(dialect, [path]);
  }
  return claimed;
}

function sniff(dialect: Dialect, path: string, head: (path: string, bytes: number) => string | undefined): boolean {
  const text = head(path, sniffed);
  return text !== undefined && dialect.sniff!(path, text);
}
