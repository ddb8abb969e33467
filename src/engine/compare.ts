import type { DiffMode } from '../model/config.ts';
import { shownPlace } from '../model/place.ts';
import type { Location, Result } from '../model/report.ts';
import type { Changes } from './diff.ts';
import { fingerprint } from './fingerprint.ts';
import type { Judged } from './judged.ts';

/** Marks failures that the base doesn't have, and ones with a place on a changed line. */
export function compare(
  judged: readonly Judged[],
  /** What was said of the base; null where its files are not at hand: then nothing is called introduced. */
  base: readonly Judged[] | null,
  changes: Changes | null,
): void {
  const before = base && new Set(base.filter(({ result }) => result.verdict === 'fail').map(fingerprintsNow(changes)));
  for (const { result } of judged) {
    if (result.verdict !== 'fail') continue;
    if (before) result.introduced = !before.has(result.fingerprint);
    if (changes) result.touched = placesOf(result).some((place) => isChanged(place, changes));
  }
}

/** The fingerprint that a finding of the base has under the new name of its file. */
const fingerprintsNow =
  (changes: Changes | null) =>
  ({ result, subject }: Judged): string => {
    const file = shownPlace(subject.at)?.file ?? result.location?.file ?? '';
    const now = changes?.renamed.get(file);
    if (now === undefined) return result.fingerprint;
    // Some subjects are called by their file.
    const name = subject.name.replaceAll(file, now);
    return fingerprint({ rule: result.rule, aspect: result.aspect, file: now, subject: name, item: result.item });
  };

const placesOf = ({ location, related }: Result): Location[] => [
  ...(location ? [location] : []),
  ...related.map((other) => other.location),
];

export const isChanged = ({ file, startLine, endLine }: Location, { lines }: Changes): boolean =>
  lines.get(file)?.some(({ from, to }) => from <= endLine && startLine <= to) ?? false;

/** Whether a failure belongs to the change under review, by the mode. Without a comparison everything does. */
export function concernsChange(result: Result, mode: DiffMode, changedFiles: ReadonlySet<string> | null): boolean {
  if (mode === 'all' || (result.introduced === undefined && result.touched === undefined)) return true;
  if (mode === 'lines') return result.touched === true;
  if (mode === 'files') return placesOf(result).some(({ file }) => changedFiles?.has(file) ?? true);
  return result.introduced === true || result.touched === true;
}
