import type { KindName } from '../model/kinds/index.ts';
import { isApplicable, type Fact } from '../model/fact.ts';
import { isFilePlace, shownPlace, type FilePlace, type Place } from '../model/place.ts';
import { locationOf, type Problem, type Result } from '../model/report.ts';
import type { CriterionId } from '../criteria/catalogue.ts';
import type { Role, Subject } from '../model/subject.ts';
import type { Severity } from '../model/verdict.ts';
import type { Check, Context, Outcome, Rule } from '../rule/rule.ts';
import { fingerprint } from './fingerprint.ts';
import {
  noteAsked,
  sameAsked,
  sameItems,
  stands,
  type Picker,
  type Answered,
  type Ask,
  type Asked,
  type Memo,
} from './memo.ts';
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
  /** The subjects it looked at, in their order, and what it says of each: the same object while that holds. Null: it threw. */
  subjects: readonly Subject[];
  said: readonly (Answered<readonly AspectVerdict[]> | null)[];
  /** Where something else is said, or of somebody else, than in the verdicts with this number. */
  since: { number: number; changed: readonly number[] } | undefined;
  number: number;
  judged: readonly Judged[];
  passes: readonly Passes[];
  problems: readonly Problem[];
}

/** What the rules look at. */
export interface Looked {
  subjects: readonly Subject[];
  byKind: ReadonlyMap<KindName, readonly number[]>;
  /** Which subjects of a kind there are, and where in the list: the same objects while that is so. */
  lists(kind: KindName): readonly object[];
  ask: Ask;
  asOf: Fact<string>;
  memo: Memo | undefined;
}

export function verdictsOfRule(configured: ConfiguredRule, looked: Looked): RuleVerdicts {
  const { memo } = looked;
  if (!memo) {
    const answers = askAll(configured, looked, []);
    return { configured, ...answers, ...listed(configured, looked, answers), since: undefined, number: 0 };
  }
  const { rule } = configured;
  const over = rule.on.kinds.flatMap((kind) => looked.lists(kind));
  const before = memo.said<RuleVerdicts>(rule);
  const holds = before !== undefined && stands(before.asked, looked.ask);
  // What throws is worked out anew each time.
  if (holds && sameItems(before.over, over) && before.value.problems.length === 0) return before.value;
  const asked = holds ? [...before.asked] : [];
  // Where each subject stands in the list of all is the same: the lists may be, too.
  const placed = before?.over.every((list, nth) => nth % 2 === 1 || list === over[nth]) ? before.value : undefined;
  const count = countOf(configured, looked);
  const answers = askAll(configured, looked, asked, before && earlier(before.value, count, holds, looked.ask));
  const changed = placed && changedIn(placed, answers);
  const lists = placed && sameLists(placed, answers, changed!) ? placed : listed(configured, looked, answers);
  const since = placed && { number: placed.number, changed: changed! };
  const number = (before?.value.number ?? 0) + 1;
  const value = { configured, ...answers, judged: lists.judged, passes: lists.passes, since, number };
  memo.keepSaid(rule, { over, asked, value });
  return value;
}

const countOf = ({ rule }: ConfiguredRule, { byKind }: Looked): number =>
  rule.on.kinds.reduce((sum, kind) => sum + (byKind.get(kind)?.length ?? 0), 0);

type Earlier = (subject: Subject, position: number) => Answered<readonly AspectVerdict[]> | undefined;

/**
 * What was said of a subject before, where it still holds: for `all`, it does. As many subjects as now (`count`) stand where they
 * stood; else they are looked for.
 */
function earlier({ subjects, said }: RuleVerdicts, count: number, all: boolean, ask: Ask): Earlier {
  const positions = subjects.length === count ? undefined : new Map(subjects.map((subject, index) => [subject, index]));
  let looked: readonly Asked[] | undefined;
  let stood = all;
  return (subject, position) => {
    const at = subjects[position] === subject ? position : positions?.get(subject);
    const kept = at === undefined ? null : said[at];
    if (!kept) return undefined;
    if (!all && kept.asked !== looked) stood = stands((looked = kept.asked), ask);
    return stood ? kept : undefined;
  };
}

type Answers = Pick<RuleVerdicts, 'subjects' | 'said' | 'problems'>;

/** Asks a rule about each of its subjects; into `asked` goes what it wanted to know besides. */
function askAll(configured: ConfiguredRule, looked: Looked, asked: Asked[], known?: Earlier): Answers {
  const { rule } = configured;
  const subjects: Subject[] = [];
  const said: (Answered<readonly AspectVerdict[]> | null)[] = [];
  const problems: Problem[] = [];
  let lastAsked: readonly Asked[] = [];
  for (const kind of rule.on.kinds) {
    for (const index of looked.byKind.get(kind) ?? []) {
      const subject = looked.subjects[index]!;
      let answered: Answered<readonly AspectVerdict[]> | null = known?.(subject, subjects.length) ?? null;
      try {
        answered ??= verdictsOf(configured, subject, looked, lastAsked);
      } catch (cause) {
        problems.push(ruleProblem(configured, subject, cause));
      }
      subjects.push(subject);
      said.push(answered);
      if (!answered || answered.asked === lastAsked) continue;
      for (const [question, answer] of answered.asked) noteAsked(asked, question, answer);
      lastAsked = answered.asked;
    }
  }
  return { subjects, said, problems };
}

function changedIn(before: RuleVerdicts, { subjects, said }: Answers): number[] {
  const changed: number[] = [];
  for (let at = 0; at < subjects.length; at++)
    if (subjects[at] !== before.subjects[at] || said[at] !== before.said[at]) changed.push(at);
  return changed;
}

/** Whether what is said comes to the same lists: what has changed passes as what stood there did, and finds nothing. */
const sameLists = (before: RuleVerdicts, now: Answers, changed: readonly number[]): boolean =>
  changed.every((at) => {
    const said = now.said[at];
    const there = before.said[at];
    if (!said || !there || said.value.length !== there.value.length) return false;
    return said.value.every(({ aspect, results, passed }, nth) => {
      const other = there.value[nth]!;
      return other.aspect === aspect && other.passed === passed && other.results.length + results.length === 0;
    });
  });

/** All that is found, and the subjects that pass, in the order of the subjects. */
function listed({ rule }: ConfiguredRule, looked: Looked, answers: Answers): Pick<RuleVerdicts, 'judged' | 'passes'> {
  const judged: Judged[] = [];
  const passes = new Map<string | undefined, number[]>();
  let position = 0;
  for (const kind of rule.on.kinds) {
    for (const index of looked.byKind.get(kind) ?? []) {
      const subject = answers.subjects[position]!;
      for (const { aspect, results, passed } of answers.said[position++]?.value ?? []) {
        for (const result of results) judged.push({ result, subject });
        if (!passed) continue;
        const there = passes.get(aspect);
        if (there) there.push(index);
        else passes.set(aspect, [index]);
      }
    }
  }
  const ofAspects = [...passes].map(([aspect, indexes]) => ({
    rule: rule.id,
    ...(aspect !== undefined && { aspect }),
    subjects: indexes,
  }));
  return { judged, passes: ofAspects };
}

export interface AspectVerdict {
  aspect: string | undefined;
  results: readonly Result[];
  passed: boolean;
}

/** What a rule says of a subject; where there is a memo, with all that it asked for: in the list of those before it, if that is the same. */
function verdictsOf(
  configured: ConfiguredRule,
  subject: Subject,
  { ask, asOf, memo }: Looked,
  usual: readonly Asked[],
): Answered<readonly AspectVerdict[]> {
  const criteria = criteriaFor(configured, subject);
  if (criteria.length === 0) return nothing;
  const asked: Asked[] = [];
  const noting: Ask = (question) => {
    const answer = ask(question);
    noteAsked(asked, question, answer);
    return answer;
  };
  const answer = configured.rule.check(subject, contextFor(configured, subject.role, asOf, memo ? noting : ask));
  const value = aspectsOf(configured.rule, answer).map(([aspect, check]) => ({
    aspect,
    ...resultsOf({ ...configured, criteria }, subject, aspect, check),
  }));
  return { asked: sameAsked(asked, usual) ? usual : asked, value };
}

const nothing: Answered<readonly AspectVerdict[]> = { asked: [], value: [] };

/** The criteria in scope that a rule judges this subject for. */
export function criteriaFor({ rule, criteria }: ConfiguredRule, subject: Subject): readonly CriterionId[] {
  if (!rule.about) return criteria;
  const about = new Set(rule.about(subject));
  return criteria.filter((id) => about.has(id));
}

const contextFor = (
  { rule, options }: ConfiguredRule,
  role: Role,
  asOf: Fact<string>,
  ask: Ask,
): Context<KindName> => ({
  find: ((kind: KindName, pick?: Picker) => {
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
