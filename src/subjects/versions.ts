import { compareVersions, type VersionRange } from '../dialects/dialect.ts';

/**
 * Whether versions of a default's range may be in use, given what the repository says of the provider's version.
 * Without a word about the version, every range may.
 */
export function inRange(entry: { from?: string; below?: string }, version: VersionRange | undefined): boolean {
  if (!version) return true;
  const from = entry.from ? parts(entry.from) : undefined;
  const below = entry.below ? parts(entry.below) : undefined;
  if (from && version.below && compareVersions(version.below, from) <= 0) return false;
  if (below && version.from && compareVersions(version.from, below) >= 0) return false;
  return true;
}

const parts = (version: string): readonly number[] => version.split('.').map(Number);
