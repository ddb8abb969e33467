import type { KindName } from '../model/kinds/index.ts';
import { isApplicable, type Fact } from '../model/fact.ts';
import { isFilePlace, shownPlace, type FilePlace, type Place } from '../model/place.ts';
import type { Progress } from '../model/progress.ts';
import { locationOf, type Problem, type Result } from '../model/report.ts';
import type { CriterionId } from '../criteria/catalogue.ts';
import type { Role, Subject } from '../model/subject.ts';
import type { Severity } from '../model/verdict.ts';
import type { Check, Context, Outcome, Rule } from '../rule/rule.ts';
import { fingerprint } from './fingerprint.ts';
import { noteAsked, type Ask, type Asked, type Memo, type Pick, type Verdicts } from './memo.ts';
import type { Judged } from './judged.ts';
import { sentenceOf } from './reasons.ts';

/** A rule with what the config says of it. */
export interface ConfiguredRule {
  rule: Rule;
  severity: Severity;
  options: { readonly [name: string]: number | boolean | readonly string[] };
  /** Its criteria that are in scope. */
  criteria: readonly CriterionId[];
}

/** Subjects that pass, by rule and aspect: passes have no objects of their own. */
export interface Passes {
  rule: string;
  aspect?: string;
  subjects: number[];
}

/** What one rule says. In a history it is the same object for as long as the rule says the same of the same subjects. */
export interface RuleVerdicts {
  configured: ConfiguredRule;
  judged: readonly Judged[];
  passes: readonly Passes[];
  problems: readonly Problem[];
}

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
    // Acceptances mark results: each state of the tree has its own list.
    for (const { result, subject } of judged) evaluation.judged.push({ result, subject });
    evaluation.passes.push(...passes);
    problems.forEach(problem);
  }
  return evaluation;
}

/** What the rules look at. */
interface Looked {
  subjects: readonly Subject[];
  byKind: ReadonlyMap<KindName, readonly number[]>;
  /** Which subjects of a kind there are, and where in the list: the same objects while that is so. */
  lists(kind: KindName): readonly object[];
  ask: Ask;
  asOf: Fact<string>;
  memo: Memo | undefined;
}

function verdictsOfRule(configured: ConfiguredRule, looked: Looked): RuleVerdicts {
  const { memo } = looked;
  if (!memo) return judgeAll(configured, looked, []);
  const { rule } = configured;
  const over = rule.on.kinds.flatMap((kind) => looked.lists(kind));
  const kept = memo.whole<RuleVerdicts>(rule, over, looked.ask);
  if (kept) return kept;
  const asked: Asked[] = [];
  const verdicts = judgeAll(configured, looked, asked);
  // What throws is worked out anew each time.
  if (verdicts.problems.length === 0) memo.keepWhole(rule, over, asked, verdicts);
  return verdicts;
}

/** Each subject of a rule, one after the other; in `asked`, what it wanted to know besides. */
function judgeAll(configured: ConfiguredRule, looked: Looked, asked: Asked[]): RuleVerdicts {
  const { rule } = configured;
  const judged: Judged[] = [];
  const problems: Problem[] = [];
  const passes = new Map<string | undefined, number[]>();
  const kept = looked.memo?.verdicts<readonly AspectVerdict[]>(rule);
  for (const kind of rule.on.kinds) {
    for (const index of looked.byKind.get(kind) ?? []) {
      const subject = looked.subjects[index]!;
      try {
        for (const { aspect, results, passed } of verdictsOf(configured, subject, looked, kept, asked)) {
          for (const result of results) judged.push({ result, subject });
          if (!passed) continue;
          const there = passes.get(aspect);
          if (there) there.push(index);
          else passes.set(aspect, [index]);
        }
      } catch (cause) {
        problems.push(ruleProblem(configured, subject, cause));
      }
    }
  }
  const listed = [...passes].map(([aspect, indexes]) => ({
    rule: rule.id,
    ...(aspect !== undefined && { aspect }),
    subjects: indexes,
  }));
  return { configured, judged, passes: listed, problems };
}

interface Kept {
  before: Verdicts<readonly AspectVerdict[]>;
  now: Verdicts<readonly AspectVerdict[]>;
}

interface AspectVerdict {
  aspect: string | undefined;
  results: readonly Result[];
  passed: boolean;
}

function verdictsOf(
  configured: ConfiguredRule,
  subject: Subject,
  looked: Looked,
  kept: Kept | undefined,
  asked: Asked[],
): readonly AspectVerdict[] {
  const judge = (ask: Ask): AspectVerdict[] => {
    const criteria = criteriaFor(configured, subject);
    if (criteria.length === 0) return [];
    const answer = configured.rule.check(subject, contextFor(configured, subject.role, looked.asOf, ask));
    return aspectsOf(configured.rule, answer).map(([aspect, check]) => ({
      aspect,
      ...resultsOf({ ...configured, criteria }, subject, aspect, check),
    }));
  };
  if (!looked.memo || !kept) return judge(looked.ask);
  const { asked: own, value } = looked.memo.verdict(kept.before, kept.now, subject, looked.ask, judge);
  for (const [question, answer] of own) noteAsked(asked, question, answer);
  return value;
}

/** The criteria in scope that a rule judges this subject for. */
export function criteriaFor({ rule, criteria }: ConfiguredRule, subject: Subject): readonly CriterionId[] {
  if (!rule.about) return criteria;
  const about = new Set(rule.about(subject));
  return criteria.filter((id) => about.has(id));
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
  const picks = new Map<Pick, Map<string, readonly unknown[]>>();
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

const contextFor = (
  { rule, options }: ConfiguredRule,
  role: Role,
  asOf: Fact<string>,
  ask: Ask,
): Context<KindName> => ({
  find: ((kind: KindName, pick?: Pick) => {
    if (!rule.needs?.includes(kind)) throw new Error(`${rule.id} looks up ${kind} without naming it in needs`);
    return ask({ kind, role, pick });
  }) as Context<KindName>['find'],
  options: options as Context<KindName>['options'],
  get asOf() {
    ask(null);
    return asOf;
  },
});

function aspectsOf(rule: Rule, answer: Check | { readonly [name: string]: Check }): [string | undefined, Check][] {
  return rule.aspects ? Object.entries(answer as { [name: string]: Check }) : [[undefined, answer as Check]];
}

/** The results of one subject and aspect; passed when nothing failed, nothing is unknown and something passed. */
function resultsOf(rule: ConfiguredRule, subject: Subject, aspect: string | undefined, check: Check) {
  const outcomes = (Array.isArray(check) ? check : [check]).filter((o): o is Outcome => isApplicable<Outcome>(o));
  const results = new Map<string, Result>();
  for (const outcome of outcomes) {
    if (outcome.verdict === 'pass') continue;
    const result = resultOf(rule, subject, aspect, outcome);
    const same = results.get(result.fingerprint);
    // Two outcomes about the same thing are one finding with two places; a failure outweighs an unknown.
    if (!same) results.set(result.fingerprint, result);
    else if (same.verdict === 'unknown' && result.verdict === 'fail') results.set(result.fingerprint, result);
    else if (same.verdict === result.verdict && result.location)
      results.set(same.fingerprint, {
        ...same,
        related: [...same.related, { name: subject.name, location: result.location }],
      });
  }
  return { results: [...results.values()], passed: results.size === 0 && outcomes.length > 0 };
}

function resultOf(
  { rule, severity, criteria }: ConfiguredRule,
  subject: Subject,
  aspect: string | undefined,
  outcome: Exclude<Outcome, { verdict: 'pass' }>,
): Result {
  const at = shownPlace(outcome.at) ?? shownPlace(subject.at);
  const own = shownPlace(subject.at);
  return {
    rule: rule.id,
    ...(aspect !== undefined && { aspect }),
    ...(outcome.item !== undefined && { item: outcome.item }),
    verdict: outcome.verdict,
    severity,
    criteria,
    message: outcome.verdict === 'fail' ? outcome.message : `${subject.name}: ${sentenceOf(outcome.reason)}.`,
    do: outcome.verdict === 'fail' ? (outcome.do ?? rule.do) : `Settle it with ${outcome.reason.settledBy}.`,
    ...(outcome.verdict === 'fail' && outcome.label !== undefined && { label: outcome.label }),
    ...(outcome.verdict === 'unknown' && { reason: outcome.reason }),
    subject: { kind: subject.kind, name: subject.name, role: subject.role },
    location: at ? locationOf(at) : null,
    related: relatedOf(subject, outcome, at),
    disposition: outcome.verdict === 'fail' ? 'open' : null,
    fingerprint: fingerprint({
      rule: rule.id,
      aspect,
      file: own?.file ?? at?.file ?? '',
      subject: subject.name,
      item: outcome.item,
    }),
  };
}

/** The other places a verdict rests on: the subject itself, its parts, and the way a value came. */
function relatedOf(subject: Subject, outcome: Exclude<Outcome, { verdict: 'pass' }>, at: FilePlace | undefined) {
  const places: { name: string; at: Place }[] = [
    ...(outcome.verdict === 'fail' ? (outcome.related ?? []) : []),
    { name: subject.name, at: subject.at },
    ...subject.parts,
    ...outcome.via.map((place) => ({ name: 'via', at: place })),
    ...subject.calls.map((place) => ({ name: 'called here', at: place })),
  ];
  const seen = new Set([at && key(at)]);
  return places.flatMap(({ name, at: place }) => {
    if (!isFilePlace(place) || place.file === '' || seen.has(key(place))) return [];
    seen.add(key(place));
    return [{ name, location: locationOf(place) }];
  });
}

const key = ({ file, span }: FilePlace) => `${file}:${span.startLine}:${span.startColumn}`;

const ruleProblem = ({ rule, criteria }: ConfiguredRule, subject: Subject, cause: unknown): Problem => ({
  kind: 'rule',
  message: `rule ${rule.id} stopped on ${subject.name}: ${cause instanceof Error ? cause.message : String(cause)}; this is a defect of soc2-lint`,
  ...(isFilePlace(subject.at) && { location: locationOf(subject.at) }),
  criteria,
});
