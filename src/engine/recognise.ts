import { dialects } from '../dialects/index.ts';
import type { Dialect } from '../dialects/dialect.ts';

const sniffed = 64 * 1024;

/** Which files each dialect reads. The first dialect that claims a path has it. */
export function recognise(
  paths: readonly string[],
  peek: (path: string) => string | undefined,
  isDocument: (path: string) => boolean,
): Map<Dialect, string[]> {
  const claimed = new Map<Dialect, string[]>();
  for (const path of paths) {
    const dialect = dialects.find((candidate) => {
      const claim = candidate.claims(path, isDocument);
      return claim === 'yes' || (claim === 'maybe' && sniff(candidate, path, peek));
    });
    if (!dialect) continue;
    const there = claimed.get(dialect);
    if (there) there.push(path);
    else claimed.set(dialect, [path]);
  }
  return claimed;
}

function sniff(dialect: Dialect, path: string, peek: (path: string) => string | undefined): boolean {
  const text = peek(path);
  return text !== undefined && dialect.sniff!(path, text.slice(0, sniffed));
}
