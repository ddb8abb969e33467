import type { Baseline, ExceptionEntry, ManualEvidence } from '../model/config.ts';
import { known, notApplicable, type Fact, type NotApplicable } from '../model/fact.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { FilePlace } from '../model/place.ts';
import type { Problem, ReportException } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { chosenEntries, loadRules } from './choose-rules.ts';
import { evaluate } from './evaluate.ts';
import { dayOf, type Judgement } from './judge.ts';
import type { ScanInput } from './scan.ts';

/** What `.soc2/` holds besides settings. */
export interface Records {
  exceptions: readonly ExceptionEntry[];
  manualEvidence: readonly ManualEvidence[];
  baseline: Baseline | null;
}

/**
 * Judges the records themselves, once it is known what the acceptances did: one that has ended, that its owner approved
 * or that accepts nothing is a finding. Of a scan of some files, only what those hold.
 */
export async function judgeRecords(
  judgement: Judgement,
  exceptions: readonly ReportException[],
  { rules: index, config, select, only, asOf }: ScanInput,
  { manualEvidence }: Records,
): Promise<Judgement> {
  const records: Subject[] = [
    ...exceptions.filter(({ source }) => source !== 'inherited').map(acceptanceOf),
    ...manualEvidence.map(evidenceOf),
  ].filter(({ at }) => !only || only.includes((at as FilePlace).file));
  if (records.length === 0) return judgement;
  const kinds = new Set<KindName>(records.map(({ kind }) => kind));
  const entries = chosenEntries(index, config, select, judgement.categories);
  const rules = (await loadRules(index, entries, kinds, config, select, judgement.categories)).filter(
    (configured) => !judgement.rules.some(({ rule }) => rule.id === configured.rule.id),
  );
  const problems: Problem[] = [...judgement.problems];
  const subjects = [...judgement.subjects, ...records];
  const more = evaluate(rules, subjects, dayOf(asOf), (problem) => void problems.push(problem));
  return {
    ...judgement,
    subjects,
    problems,
    rules: [...judgement.rules, ...rules],
    judged: [...judgement.judged, ...more.judged],
    passes: [...judgement.passes, ...more.passes],
    byRule: [...judgement.byRule, ...more.byRule],
  };
}

function acceptanceOf({ rule, aspect, subject, path, until, owner, approver, state, location }: ReportException) {
  const { file, ...span } = location;
  const at: FilePlace = { file, span };
  const of = subject ?? path ?? `${file}:${span.startLine}`;
  return record('acceptance', `acceptance of ${rule}${aspect ? `/${aspect}` : ''} for ${of}`, at, {
    acceptedUntil: until === undefined ? notApplicable('it has no end') : known(until, at),
    approvedByOwner:
      owner === undefined || approver === undefined
        ? notApplicable('it does not name both')
        : known(owner === approver, at),
    matchesFinding: matches(state, at),
  });
}

function matches(state: ReportException['state'], at: FilePlace): Fact<boolean> | NotApplicable {
  if (state === 'used' || state === 'unused') return known(state === 'used', at);
  return notApplicable(state === 'not-checked' ? 'its rule did not look at everything' : 'it accepts nothing any more');
}

function evidenceOf({ criterion, what, nextDue, at }: ManualEvidence): Subject {
  return record('manual-evidence', `record for ${criterion}: ${what}`, at, {
    nextDue: nextDue === undefined ? notApplicable('no day is named') : known(nextDue, at),
  });
}

const record = <K extends KindName>(kind: K, name: string, at: FilePlace, traits: Subject<K>['traits']): Subject =>
  ({ kind, name, role: 'system', at, block: at, parts: [], calls: [], traits }) as unknown as Subject;
