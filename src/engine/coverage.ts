import { criteria, criterion, type Category, type CriterionId } from '../criteria/catalogue.ts';
import type { ManualEvidence } from '../model/config.ts';
import type { CoverageRow, CoverageState } from '../model/report.ts';
import { compareSeverity, severities, type Severity } from '../model/verdict.ts';
import { inScope } from './choose-rules.ts';

/** All that decides a criterion's state. */
export interface Tally {
  inScope: boolean;
  reach: CoverageRow['reach'];
  counts: CoverageRow['counts'];
  /** Of failures that aren't accepted, the worst one; findings of severity info are left out. */
  worst: Severity | undefined;
  /** Files that could not be read and might have said something here. */
  unread: number;
  /** All that passed only describes what is kept elsewhere. */
  onlyDocuments: boolean;
}

/** The state of a criterion: the first that applies. Total: every tally has exactly one. */
export function stateOf({ inScope: chosen, reach, counts, unread, onlyDocuments }: Tally): CoverageState {
  const { open, inherited, baseline, accepted } = counts.fail;
  if (!chosen) return 'out-of-scope';
  // What describes such a record is a sign of it, and nothing here makes a gap of what is kept elsewhere.
  if (reach === 'none')
    return counts.pass > 0 && open + inherited + baseline + accepted + counts.unknown + unread === 0
      ? 'supporting-evidence'
      : 'outside-repository';
  if (open + inherited + baseline > 0) return 'gap';
  if (counts.unknown > 0 || (unread > 0 && counts.pass + accepted > 0)) return 'undetermined';
  if (accepted > 0) return 'accepted';
  if (counts.pass > 0)
    return reach === 'weak' || reach === 'document' || onlyDocuments ? 'supporting-evidence' : 'evidence';
  return unread > 0 ? 'undetermined' : 'nothing-to-judge';
}

/** What coverage counts: what one rule or aspect says of one subject. */
export interface Counted {
  rule: string;
  aspect: string | undefined;
  criteria: readonly CriterionId[];
  subject: number;
  severity: Severity;
  /** A failure's disposition, or `pass` or `unknown`. */
  outcome: 'open' | 'accepted' | 'inherited' | 'baseline' | 'pass' | 'unknown';
  shows: 'state' | 'document';
}

// A subject counts once a rule and aspect, by the worst that was said of it.
const worstFirst = ['open', 'inherited', 'baseline', 'unknown', 'accepted', 'pass'] as const;

/** One row for each of the 61 criteria, from the judgements on subjects of role `system`. */
export function coverage(
  judgements: Iterable<Counted>,
  unreadFor: (id: CriterionId) => number,
  chosen: readonly Category[] | null,
  manual: readonly ManualEvidence[],
  asOf: string | null,
): CoverageRow[] {
  const byCriterion = new Map<CriterionId, Map<string, Counted>>(criteria.map(({ id }) => [id, new Map()]));
  for (const judgement of judgements) {
    // A hint is no evidence either way: info never sets a state.
    if (judgement.severity === 'info') continue;
    const key = `${judgement.rule}\0${judgement.aspect ?? ''}\0${judgement.subject}`;
    for (const id of judgement.criteria) {
      const counted = byCriterion.get(id)!;
      const there = counted.get(key);
      if (!there || worstFirst.indexOf(judgement.outcome) < worstFirst.indexOf(there.outcome))
        counted.set(key, judgement);
    }
  }
  return criteria.map(({ id }) => rowOf(id, [...byCriterion.get(id)!.values()], unreadFor(id), chosen, manual, asOf));
}

function rowOf(
  id: CriterionId,
  judgements: readonly Counted[],
  unread: number,
  chosen: readonly Category[] | null,
  manual: readonly ManualEvidence[],
  asOf: string | null,
): CoverageRow {
  const { category, title, route, reach, elsewhere } = criterion(id);
  const count = (outcome: Counted['outcome']) => judgements.filter((judgement) => judgement.outcome === outcome).length;
  const counts = {
    pass: count('pass'),
    fail: {
      open: count('open'),
      accepted: count('accepted'),
      inherited: count('inherited'),
      baseline: count('baseline'),
    },
    unknown: count('unknown'),
  };
  const gaps = judgements
    .filter(({ outcome }) => ['open', 'inherited', 'baseline'].includes(outcome))
    .map(({ severity }) => severity);
  const worst = [...gaps].sort(compareSeverity)[0];
  const bySeverity = Object.fromEntries(
    severities.map((s) => [s, gaps.filter((g) => g === s).length]).filter(([, n]) => n),
  );
  const passed = judgements.filter(({ outcome }) => outcome === 'pass');
  const entries = manual.filter((entry) => entry.criterion === id);
  return {
    criterion: id,
    category,
    title,
    state: stateOf({
      inScope: inScope(id, chosen),
      reach,
      counts,
      worst,
      unread,
      onlyDocuments: passed.every(({ shows }) => shows === 'document'),
    }),
    route,
    reach,
    ...(worst && { worst }),
    counts,
    unread,
    ...(gaps.length > 0 && { bySeverity }),
    elsewhere,
    ...(entries.length > 0 && {
      manual: entries.map(({ what, where, date, nextDue }) => ({
        what,
        where,
        date,
        ...(nextDue && { nextDue }),
        ...(nextDue && asOf && nextDue < asOf && { overdue: true }),
      })),
    }),
  };
}
