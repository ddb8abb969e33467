import type { Baseline, BaselineEntry } from '../model/config.ts';
import type { Result } from '../model/report.ts';
import type { Judged } from './judged.ts';

/** Marks open failures that stood when the baseline was made. They stay gaps: a baseline improves no coverage. */
export function applyBaseline(judged: Judged[], baseline: Baseline | null): void {
  if (!baseline) return;
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  for (const [at, { result, subject }] of judged.entries())
    if (result.disposition === 'open' && known.has(result.fingerprint))
      judged[at] = { result: { ...result, disposition: 'baseline' }, subject };
}

/** A baseline of all failures that nothing accepts, in a stable order. */
export const createBaseline = (results: readonly Result[]): Baseline => ({
  version: 1,
  findings: results
    .filter(({ disposition }) => disposition === 'open' || disposition === 'baseline')
    .map(entryOf)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
});

/** The baseline without what is no longer found. */
export function pruneBaseline(baseline: Baseline, results: readonly Result[]): Baseline {
  const standing = new Set(results.filter(({ verdict }) => verdict === 'fail').map(({ fingerprint }) => fingerprint));
  return { version: 1, findings: baseline.findings.filter(({ fingerprint }) => standing.has(fingerprint)) };
}

const entryOf = ({ fingerprint, rule, aspect, location, subject, item }: Result): BaselineEntry => ({
  fingerprint,
  rule,
  ...(aspect !== undefined && { aspect }),
  file: location?.file ?? '',
  subject: subject.name,
  ...(item !== undefined && { item }),
});

const sortKey = ({ rule, aspect = '', file, subject, item = '', fingerprint }: BaselineEntry) =>
  [rule, aspect, file, subject, item, fingerprint].join('\0');
