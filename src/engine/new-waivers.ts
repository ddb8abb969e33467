import type { Baseline } from '../model/config.ts';
import { fileStart } from '../model/place.ts';
import { locationOf, type ReportException } from '../model/report.ts';
import { isChanged } from './compare.ts';
import type { Changes } from './diff.ts';

/** Marks what the change under review waives: what the base had in the same words is not new, wherever it stands. */
export function markNewWaivers(
  exceptions: readonly ReportException[],
  base: readonly ReportException[] | null,
  changes: Changes | null,
): void {
  const had = new Map<string, number>();
  for (const exception of base ?? []) had.set(keyOf(exception, changes), (had.get(keyOf(exception, changes)) ?? 0) + 1);
  for (const exception of exceptions) {
    const key = keyOf(exception, null);
    const left = had.get(key) ?? 0;
    if (left > 0) had.set(key, left - 1);
    else if (exception.state !== 'no-equivalent' && (base || (changes && isChanged(exception.location, changes))))
      exception.new = true;
  }
}

function keyOf({ location, ...said }: ReportException, changes: Changes | null): string {
  const { source, tool, rule, aspect, subject, path, until, reason, owner, approver } = said;
  const file = changes?.renamed.get(location.file) ?? location.file;
  return JSON.stringify([source, tool, rule, aspect, subject, path, until, reason, owner, approver, file]);
}

/** Entries that the change adds to the baseline: they waive as well. */
export function newInBaseline(
  baseline: Baseline | null,
  before: Baseline | null,
  changes: Changes | null,
): ReportException[] {
  if (!baseline || baseline === before) return [];
  const had = new Set(before?.findings.map(({ fingerprint }) => fingerprint));
  const moved = new Set(
    before?.findings.map(({ rule, aspect, file, subject, item }) =>
      JSON.stringify([rule, aspect, changes?.renamed.get(file) ?? file, subject, item]),
    ),
  );
  return baseline.findings
    .filter(
      ({ fingerprint, rule, aspect, file, subject, item }) =>
        !had.has(fingerprint) && !moved.has(JSON.stringify([rule, aspect, file, subject, item])),
    )
    .map(({ rule, aspect, file, subject }) => ({
      source: 'baseline',
      rule,
      ...(aspect !== undefined && { aspect }),
      subject,
      ...(file !== '' && { path: file }),
      reason: 'known before: an entry of the baseline',
      location: locationOf(fileStart('.soc2/baseline.json')),
      state: 'used',
      new: true,
    }));
}
