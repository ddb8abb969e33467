import type { CriterionId } from '../criteria/catalogue.ts';
import { criteriaFor, type RuleVerdicts } from '../engine/rule-verdicts.ts';
import type { Judged } from '../engine/judged.ts';
import type { Judgement } from '../engine/judge.ts';
import { shownPlace } from '../model/place.ts';
import type { Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { Severity } from '../model/verdict.ts';

/** `accepted`: it fails, and an exception was in force. `absent`: there is no such subject then. */
export type State = 'pass' | 'fail' | 'accepted' | 'unknown' | 'absent';

/** A time in which nothing changed for one rule and subject. Both ends in seconds; the end is outside. */
export interface Interval {
  state: State;
  from: number;
  to: number;
  /** The commit that began it; null where the passing of a day did, or it is older than the period. */
  commit: string | null;
}

/** What one rule says of one subject over the period. */
export interface Track {
  rule: string;
  severity: Severity;
  criteria: readonly CriterionId[];
  subject: { kind: string; name: string };
  /** Its file by its last name. */
  file: string;
  intervals: Interval[];
}

const worse: { readonly [S in State]: number } = { absent: 0, pass: 1, unknown: 2, accepted: 3, fail: 4 };

interface Seen {
  state: State;
  severity: Severity;
  criteria: readonly CriterionId[];
  subject: Subject;
}

/** Watches the states of a tree go by, and keeps for each rule and subject when it was what. Only of the system itself. */
export class Timeline {
  /** By rule, then by subject. */
  readonly #tracks = new Map<string, Map<string, Track>>();
  readonly #closed: Track[] = [];
  readonly #keys = new WeakMap<Subject, string>();
  readonly #from: number;
  /** What each rule said last, as far as that tells all: nothing of it was accepted. */
  #plain = new Map<string, RuleVerdicts>();
  /** How many subjects of a rule go by each key, where only a few changed since they were counted. */
  readonly #counts = new Map<string, Map<string, number>>();
  /** All rules that took part at some time. */
  readonly rules = new Set<string>();

  constructor(from: number) {
    this.#from = from;
  }

  observe(
    time: number,
    commit: string | null,
    judgement: Judgement & { exceptions: readonly unknown[] },
    renamed: ReadonlyMap<string, string>,
  ): void {
    if (renamed.size > 0) this.#rename(renamed);
    for (const id of judgement.ids) this.rules.add(id);
    const marked = markedIn(judgement);
    const plain = new Map<string, RuleVerdicts>();
    const looked = new Set<string>();
    for (const verdicts of judgement.byRule) {
      const { id } = verdicts.configured.rule;
      looked.add(id);
      if (!marked.has(id)) plain.set(id, verdicts);
      // The same verdicts as before: nothing of this rule has changed.
      const before = renamed.size === 0 && !marked.has(id) ? this.#plain.get(id) : undefined;
      if (before === verdicts) continue;
      if (before && before.number === verdicts.since?.number)
        this.#change(id, before, verdicts, verdicts.since.changed, time, commit);
      else this.#step(id, worstByKey(statesOf(verdicts, marked.get(id)), this.#key), time, commit);
    }
    for (const id of this.#tracks.keys()) if (!looked.has(id)) this.#step(id, new Map(), time, commit);
    this.#plain = plain;
  }

  /** All tracks, with what is open ended at the end of the period. */
  close(to: number): Track[] {
    const tracks = [...this.#tracks.values()].flatMap((ofRule) => [...ofRule.values()]).concat(this.#closed);
    for (const { intervals } of tracks) intervals.at(-1)!.to = to;
    const order = ({ rule, file, subject }: Track) => `${rule}\0${file}\0${subject.kind}\0${subject.name}`;
    return tracks
      .map((track) => [order(track), track] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, track]) => track);
  }

  /** Every subject of a rule. */
  #step(rule: string, worst: ReadonlyMap<string, Seen>, time: number, commit: string | null): void {
    this.#counts.delete(rule);
    const tracks = this.#tracksOf(rule);
    for (const [key, seen] of worst) this.#go(tracks, key, seen, time, commit, rule);
    for (const [key, track] of tracks) if (!worst.has(key)) step(track, 'absent', time, commit);
  }

  /** Only the subjects of which a rule says something else than before, or that are others. */
  #change(
    rule: string,
    before: RuleVerdicts,
    now: RuleVerdicts,
    changed: readonly number[],
    time: number,
    commit: string | null,
  ): void {
    if (changed.length === 0) return;
    const counts = this.#counts.get(rule) ?? this.#countsOf(before.subjects);
    this.#counts.set(rule, counts);
    const keys = new Set<string>();
    const here = new Map<string, number>();
    for (const at of changed) {
      const was = this.#key(before.subjects[at]!);
      const is = this.#key(now.subjects[at]!);
      counts.set(was, counts.get(was)! - 1);
      counts.set(is, (counts.get(is) ?? 0) + 1);
      here.set(is, (here.get(is) ?? 0) + 1);
      keys.add(was).add(is);
    }
    // Another subject of the same name may stand elsewhere.
    const alone = [...keys].every((key) => counts.get(key) === (here.get(key) ?? 0));
    const at = alone ? changed : now.subjects.flatMap((subject, nth) => (keys.has(this.#key(subject)) ? [nth] : []));
    const worst = worstByKey(statesOf(now, undefined, at), this.#key);
    const tracks = this.#tracksOf(rule);
    for (const key of keys) {
      const seen = worst.get(key);
      const track = tracks.get(key);
      if (seen) this.#go(tracks, key, seen, time, commit, rule);
      else if (track) step(track, 'absent', time, commit);
    }
  }

  #countsOf(subjects: readonly Subject[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const subject of subjects) counts.set(this.#key(subject), (counts.get(this.#key(subject)) ?? 0) + 1);
    return counts;
  }

  #tracksOf(rule: string): Map<string, Track> {
    let tracks = this.#tracks.get(rule);
    if (!tracks) this.#tracks.set(rule, (tracks = new Map()));
    return tracks;
  }

  #go(
    tracks: Map<string, Track>,
    key: string,
    { state, severity, criteria, subject }: Seen,
    time: number,
    commit: string | null,
    rule: string,
  ): void {
    let track = tracks.get(key);
    if (!track) {
      const intervals: Interval[] =
        time > this.#from ? [{ state: 'absent', from: this.#from, to: time, commit: null }] : [];
      track = { rule, severity, criteria, subject: nameOf(subject), file: fileOf(subject), intervals };
      tracks.set(key, track);
    }
    if (criteria !== track.criteria) track.criteria = [...new Set([...track.criteria, ...criteria])];
    step(track, state, time, commit);
  }

  readonly #key = (subject: Subject): string => {
    let key = this.#keys.get(subject);
    if (key === undefined) this.#keys.set(subject, (key = keyOf(subject.kind, fileOf(subject), subject.name)));
    return key;
  };

  /** Subjects go with their files, as fingerprints do in a comparison. */
  #rename(renamed: ReadonlyMap<string, string>): void {
    for (const tracks of this.#tracks.values()) {
      const moved: [string, Track][] = [];
      for (const [key, track] of tracks) {
        const file = renamed.get(track.file);
        if (file === undefined) continue;
        tracks.delete(key);
        // Some subjects are called by their file.
        const name = track.subject.name.replaceAll(track.file, file);
        const subject = { ...track.subject, name };
        moved.push([keyOf(subject.kind, file, name), Object.assign(track, { file, subject })]);
      }
      for (const [key, track] of moved) {
        const there = tracks.get(key);
        if (there) this.#closed.push(there);
        tracks.set(key, track);
      }
    }
  }
}

/** All that a rule found, as it is marked, where an exception covers some of it. */
function markedIn({ judged, exceptions }: Judgement & { exceptions: readonly unknown[] }): Map<string, Judged[]> {
  const marked = new Map<string, Judged[]>();
  if (exceptions.length === 0) return marked;
  for (const { result } of judged) if (result.disposition === 'accepted') marked.set(result.rule, []);
  if (marked.size > 0) for (const one of judged) marked.get(one.result.rule)?.push(one);
  return marked;
}

/** What a rule says of each subject of the system; where an exception covers some of it, as it is marked. */
function statesOf(
  { configured, subjects, said }: RuleVerdicts,
  marked: readonly Judged[] | undefined,
  positions: Iterable<number> = subjects.keys(),
): Map<Subject, Seen> {
  const now = new Map<Subject, Seen>();
  const see = (subject: Subject, state: State, severity: Severity, criteria: () => Seen['criteria']) => {
    const there = now.get(subject);
    if (!there || worse[there.state] < worse[state])
      now.set(subject, { state, severity, criteria: criteria(), subject });
  };
  const tell = (subject: Subject, result: Result) =>
    see(subject, stateOf(result), result.severity, () => result.criteria);
  for (const at of positions) {
    const subject = subjects[at]!;
    if (subject.role !== 'system') continue;
    for (const { passed, results } of said[at]?.value ?? []) {
      if (passed) see(subject, 'pass', configured.severity, () => criteriaFor(configured, subject));
      if (!marked) for (const result of results) tell(subject, result);
    }
  }
  for (const { result, subject } of marked ?? []) if (subject.role === 'system') tell(subject, result);
  return now;
}

/** Several subjects of one name are as bad as the worst of them. */
function worstByKey(states: ReadonlyMap<Subject, Seen>, keyOfSubject: (subject: Subject) => string): Map<string, Seen> {
  const worst = new Map<string, Seen>();
  for (const [subject, seen] of states) {
    const key = keyOfSubject(subject);
    const there = worst.get(key);
    if (!there || worse[there.state] < worse[seen.state]) worst.set(key, seen);
  }
  return worst;
}

const stateOf = ({ verdict, disposition }: Result): State =>
  verdict === 'unknown' ? 'unknown' : disposition === 'accepted' ? 'accepted' : 'fail';

const keyOf = (kind: string, file: string, name: string) => `${kind}\0${file}\0${name}`;
const fileOf = ({ at }: Subject): string => shownPlace(at)?.file ?? '';
const nameOf = ({ kind, name }: Subject) => ({ kind, name });

function step({ intervals }: Track, state: State, time: number, commit: string | null): void {
  const last = intervals.at(-1);
  if (last?.state === state) return;
  if (last) last.to = time;
  // Several commits of one second leave nothing between them, but what they showed stays.
  intervals.push({ state, from: time, to: time, commit });
}
