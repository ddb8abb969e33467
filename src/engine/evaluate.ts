import type { Fact } from '../model/fact.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Progress } from '../model/progress.ts';
import type { Problem } from '../model/report.ts';
import type { Role, Subject } from '../model/subject.ts';
import type { Ask, Memo, Picker } from './memo.ts';
import type { Judged } from './judged.ts';
import { verdictsOfRule, type ConfiguredRule, type Looked, type Passes, type RuleVerdicts } from './rule-verdicts.ts';

export interface Evaluation {
  judged: Judged[];
  passes: Passes[];
  byRule: readonly RuleVerdicts[];
}

/** Judges every subject by every rule on its kind. A rule that throws is a problem and costs that subject only. */
export function evaluate(
  rules: readonly ConfiguredRule[],
  subjects: readonly Subject[],
  asOf: Fact<string>,
  problem: (problem: Problem) => void,
  { memo, progress }: { memo?: Memo | undefined; progress?: Progress | undefined } = {},
): Evaluation {
  const byKind = indexesByKind(subjects);
  const ask = answering(finder(subjects, byKind, memo), asOf, memo);
  const looked: Looked = { subjects, byKind, lists: lister(subjects, byKind, memo), ask, asOf, memo };
  const byRule = rules.map((configured, done) => {
    progress?.('rules', done, rules.length);
    return verdictsOfRule(configured, looked);
  });
  const evaluation: Evaluation = { judged: [], passes: [], byRule };
  for (const { judged, passes, problems } of byRule) {
    for (const one of judged) evaluation.judged.push(one);
    evaluation.passes.push(...passes);
    problems.forEach(problem);
  }
  return evaluation;
}

function indexesByKind(subjects: readonly Subject[]): Map<KindName, number[]> {
  const byKind = new Map<KindName, number[]>();
  subjects.forEach(({ kind }, index) => {
    const there = byKind.get(kind);
    if (there) there.push(index);
    else byKind.set(kind, [index]);
  });
  return byKind;
}

/** Subjects by kind and role, each list made once. */
function finder(subjects: readonly Subject[], byKind: ReadonlyMap<KindName, readonly number[]>, memo?: Memo) {
  const lists = new Map<string, readonly Subject[]>();
  return (kind: KindName, role: Role): readonly Subject[] => {
    const key = `${kind} ${role}`;
    let list = lists.get(key);
    if (!list) {
      list = (byKind.get(kind) ?? []).map((index) => subjects[index]!).filter((subject) => subject.role === role);
      if (memo) list = memo.list(`found ${key}`, list);
      lists.set(key, list);
    }
    return list;
  };
}

function lister(
  subjects: readonly Subject[],
  byKind: ReadonlyMap<KindName, readonly number[]>,
  memo: Memo | undefined,
): Looked['lists'] {
  const lists = new Map<KindName, readonly object[]>();
  return (kind) => {
    let list = lists.get(kind);
    if (!list) {
      const indexes = memo!.list(`at ${kind}`, byKind.get(kind) ?? []);
      const own = indexes.map((index) => subjects[index]!);
      lists.set(kind, (list = [indexes, memo!.list(`of ${kind}`, own)]));
    }
    return list;
  };
}

/** What a rule may ask besides its subject. The day is one thing to ask, whatever object holds it. */
function answering(find: ReturnType<typeof finder>, asOf: Fact<string>, memo: Memo | undefined): Ask {
  const day = asOf.known ? asOf.value : null;
  const picks = new Map<Picker, Map<string, readonly unknown[]>>();
  return (question) => {
    if (question === null) return day;
    const { kind, role, pick } = question;
    const subjects = find(kind, role);
    if (!pick) return subjects;
    let ofPick = picks.get(pick);
    if (!ofPick) picks.set(pick, (ofPick = new Map()));
    const key = `${kind} ${role}`;
    let picked = ofPick.get(key);
    if (!picked) ofPick.set(key, (picked = memo ? memo.picked(key, subjects, pick) : subjects.flatMap(pick)));
    return picked;
  };
}
