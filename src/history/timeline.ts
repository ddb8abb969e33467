import type { CriterionId } from '../criteria/catalogue.ts';
import { criteriaFor } from '../engine/evaluate.ts';
import type { Judgement } from '../engine/judge.ts';
import { shownPlace } from '../model/place.ts';
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
  readonly #tracks = new Map<string, Track>();
  readonly #closed: Track[] = [];
  readonly #keys = new WeakMap<Subject, string>();
  readonly #from: number;
  /** All rules that took part at some time. */
  readonly rules = new Set<string>();

  constructor(from: number) {
    this.#from = from;
  }

  observe(time: number, commit: string | null, judgement: Judgement, renamed: ReadonlyMap<string, string>): void {
    if (renamed.size > 0) this.#rename(renamed);
    for (const id of judgement.ids) this.rules.add(id);
    const now = this.#states(judgement);
    for (const [key, { state, severity, criteria, subject }] of now) {
      let track = this.#tracks.get(key);
      if (!track) {
        const rule = key.slice(0, key.indexOf('\0'));
        const intervals: Interval[] =
          time > this.#from ? [{ state: 'absent', from: this.#from, to: time, commit: null }] : [];
        track = { rule, severity, criteria, subject: nameOf(subject), file: fileOf(subject), intervals };
        this.#tracks.set(key, track);
      }
      if (criteria !== track.criteria) track.criteria = [...new Set([...track.criteria, ...criteria])];
      step(track, state, time, commit);
    }
    for (const [key, track] of this.#tracks) if (!now.has(key)) step(track, 'absent', time, commit);
  }

  /** All tracks, with what is open ended at the end of the period. */
  close(to: number): Track[] {
    const tracks = [...this.#tracks.values(), ...this.#closed];
    for (const { intervals } of tracks) intervals.at(-1)!.to = to;
    const order = ({ rule, file, subject }: Track) => `${rule}\0${file}\0${subject.kind}\0${subject.name}`;
    return tracks
      .map((track) => [order(track), track] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, track]) => track);
  }

  #states({ judged, passes, subjects, rules }: Judgement): Map<string, Seen> {
    const now = new Map<string, Seen>();
    const configured = new Map(rules.map((one) => [one.rule.id, one]));
    const see = (rule: string, subject: Subject, state: State, severity: Severity, criteria: Seen['criteria']) => {
      if (subject.role !== 'system') return;
      const key = `${rule}\0${this.#key(subject)}`;
      const there = now.get(key);
      if (!there || worse[there.state] < worse[state]) now.set(key, { state, severity, criteria, subject });
    };
    for (const { rule, subjects: indexes } of passes) {
      const { severity } = configured.get(rule)!;
      for (const index of indexes)
        see(rule, subjects[index]!, 'pass', severity, criteriaFor(configured.get(rule)!, subjects[index]!));
    }
    for (const { result, subject } of judged)
      see(
        result.rule,
        subject,
        result.verdict === 'unknown' ? 'unknown' : result.disposition === 'accepted' ? 'accepted' : 'fail',
        result.severity,
        result.criteria,
      );
    return now;
  }

  #key(subject: Subject): string {
    let key = this.#keys.get(subject);
    if (key === undefined) this.#keys.set(subject, (key = keyOf(subject.kind, fileOf(subject), subject.name)));
    return key;
  }

  /** Subjects go with their files, as fingerprints do in a comparison. */
  #rename(renamed: ReadonlyMap<string, string>): void {
    const moved: [string, Track][] = [];
    for (const [key, track] of this.#tracks) {
      const file = renamed.get(track.file);
      if (file === undefined) continue;
      this.#tracks.delete(key);
      // Some subjects are called by their file.
      const name = track.subject.name.replaceAll(track.file, file);
      moved.push([
        `${track.rule}\0${keyOf(track.subject.kind, file, name)}`,
        Object.assign(track, { file, subject: { ...track.subject, name } }),
      ]);
    }
    for (const [key, track] of moved) {
      const there = this.#tracks.get(key);
      if (there) this.#closed.push(there);
      this.#tracks.set(key, track);
    }
  }
}

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
