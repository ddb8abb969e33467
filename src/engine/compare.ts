import type { Location, Result } from '../model/report.ts';
import type { ChangedLines } from './diff.ts';
import type { Judged } from './judged.ts';

/** Marks failures that the base doesn't have, and ones with a place on a changed line. */
export function compare(
  judged: readonly Judged[],
  /** What was said of the base; null where its files are not at hand: then nothing is called introduced. */
  base: readonly Judged[] | null,
  changed: ChangedLines | null,
): void {
  const before =
    base && new Set(base.filter(({ result }) => result.verdict === 'fail').map(({ result }) => result.fingerprint));
  for (const { result } of judged) {
    if (result.verdict !== 'fail') continue;
    if (before) result.introduced = !before.has(result.fingerprint);
    if (changed) result.touched = placesOf(result).some((place) => isChanged(place, changed));
  }
}

const placesOf = ({ location, related }: Result): Location[] => [
  ...(location ? [location] : []),
  ...related.map((other) => other.location),
];

const isChanged = ({ file, startLine, endLine }: Location, changed: ChangedLines): boolean =>
  changed.get(file)?.some(({ from, to }) => from <= endLine && startLine <= to) ?? false;

/** What a pull request is shown: what it introduces or touches; touched lines; changed files; everything. */
export type DiffMode = 'auto' | 'lines' | 'files' | 'all';

/** Whether a failure belongs to the change under review, by the mode. Without a comparison everything does. */
export function concernsChange(result: Result, mode: DiffMode, changedFiles: ReadonlySet<string> | null): boolean {
  if (mode === 'all' || (result.introduced === undefined && result.touched === undefined)) return true;
  if (mode === 'lines') return result.touched === true;
  if (mode === 'files') return placesOf(result).some(({ file }) => changedFiles?.has(file) ?? true);
  return result.introduced === true || result.touched === true;
}
