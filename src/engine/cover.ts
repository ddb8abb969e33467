import type { CriterionId } from '../criteria/catalogue.ts';
import type { CoverageRow } from '../model/report.ts';
import type { RuleEntry } from '../rule/entry.ts';
import { coverage, type Counted } from './coverage.ts';
import { criteriaFor } from './rule-verdicts.ts';
import type { Judgement } from './judge.ts';
import type { ScanInput } from './scan.ts';

/** Coverage of a whole scan; a partial one has none. */
export function coverageOf(judgement: Judgement, { rules, manualEvidence, asOf, only }: ScanInput): CoverageRow[] {
  if (only) return [];
  const unread = unreadByCriterion(judgement, rules.entries);
  return coverage(counted(judgement), (id) => unread.get(id) ?? 0, judgement.categories, manualEvidence, asOf);
}

/** All that was said of subjects of role `system`, rule by rule. */
function* counted({ judged, passes, rules, subjects }: Judgement): Iterable<Counted> {
  const byId = new Map(rules.map((configured) => [configured.rule.id, configured]));
  const indexes = new Map(subjects.map((subject, index) => [subject, index]));
  for (const { result, subject } of judged) {
    if (subject.role !== 'system') continue;
    const { rule, severity } = byId.get(result.rule)!;
    const outcome = result.verdict === 'unknown' ? 'unknown' : result.disposition!;
    yield {
      rule: rule.id,
      aspect: result.aspect,
      criteria: result.criteria,
      subject: indexes.get(subject)!,
      severity,
      outcome,
      shows: rule.shows ?? 'state',
    };
  }
  for (const pass of passes) {
    const configured = byId.get(pass.rule)!;
    const { rule, severity } = configured;
    for (const subject of pass.subjects)
      if (subjects[subject]!.role === 'system')
        yield {
          rule: rule.id,
          aspect: pass.aspect,
          criteria: criteriaFor(configured, subjects[subject]!),
          subject,
          severity,
          outcome: 'pass',
          shows: rule.shows ?? 'state',
        };
  }
}

/**
 * How many files could not be read that might have said something for each criterion: all criteria of rules on the kinds
 * that the file's dialect can show.
 */
function unreadByCriterion({ problems, kindsOf }: Judgement, entries: readonly RuleEntry[]): Map<CriterionId, number> {
  const unread = new Map<CriterionId, number>();
  const told = new Set<string>();
  for (const problem of problems) {
    const place = `${problem.dialect} ${problem.location?.file} ${problem.criteria?.join(' ')}`;
    if (problem.notice || told.has(place)) continue;
    told.add(place);
    const touched =
      problem.criteria ?? (problem.dialect === undefined ? [] : criteriaOf(kindsOf(problem.dialect), entries));
    for (const id of new Set(touched)) unread.set(id, (unread.get(id) ?? 0) + 1);
  }
  return unread;
}

const criteriaOf = (kinds: ReadonlySet<string>, entries: readonly RuleEntry[]): CriterionId[] =>
  entries.filter((entry) => entry.kinds.some((kind) => kinds.has(kind))).flatMap((entry) => entry.criteria);
