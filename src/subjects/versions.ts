import type { VersionRange } from '../dialects/dialect.ts';

/**
 * Whether versions of a default's range may be in use, given what the repository says of the provider's version.
 * Without a word about the version, every range may.
 */
export function inRange(entry: { from?: string; below?: string }, version: VersionRange | undefined): boolean {
  if (!version) return true;
  const from = entry.from ? parts(entry.from) : undefined;
  const below = entry.below ? parts(entry.below) : undefined;
  if (from && version.below && compare(version.below, from) <= 0) return false;
  if (below && version.from && compare(version.from, below) >= 0) return false;
  return true;
}

const parts = (version: string): readonly number[] => version.split('.').map(Number);

/** Negative when `a` is the older version; missing parts count as 0. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
