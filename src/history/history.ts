import type { Contradiction } from './contradictions.ts';
import type { Happening, Review } from './reviews.ts';
import { authored, type Acceptance } from './acceptances.ts';
import { criteria, type CriterionId } from '../criteria/catalogue.ts';
import { totalOf, windowsOf, type Total, type Window } from './exposure.ts';
import { itemOf, populationHash, sampleOf, type Item } from './population.ts';
import { dayOfTime, type Commit } from './commit.ts';
import { joined, type PullRequest } from './pull-requests.ts';
import type { Interval, Track } from './timeline.ts';
import { worstOf } from './worst.ts';

/** What a branch shows over a period. */
export interface History {
  schemaVersion: 1;
  tool: { name: 'soc2-lint'; version: string };
  /** Both days belong to it. */
  period: { from: string; to: string };
  /** Commits are dated by their committers. */
  clock: 'committer';
  /** Rules are this version's, over the trees of then. */
  rules: 'of-today';
  range: { before: string | null; last: string | null; commits: number };
  /** Without a reason against it, nothing that git shows speaks against it being whole. */
  completeness: { established: boolean; reasons: readonly string[] };
  /** With what all its rules and subjects came to together: at each time the worst. */
  criteria: readonly ({ criterion: CriterionId; intervals: readonly Interval[] } & Total)[];
  perRule: readonly ({ rule: string } & Total)[];
  windows: readonly Window[];
  /** Exceptions of the repository's own: when each was added, renewed, expired and removed. */
  acceptances: readonly Acceptance[];
  /** What has to be reviewed again and again, by what was laid down at that time. */
  reviews: readonly Review[];
  /** What is on record only when something happens. */
  happenings: readonly Happening[];
  contradictions: readonly Contradiction[];
  tracks: readonly Track[];
  population: { sha256: string; items: readonly Item[]; passes: number; deviations: number; cannotTell: number };
  /** The export that says who reviewed what: how many pull requests it has, and how many changes it tells of. */
  pullRequests?: { sha256: string; count: number; joined: number };
  sample?: readonly string[];
}

export interface Gathered {
  version: string;
  from: string;
  to: string;
  /** The period in seconds; the end is outside. */
  begin: number;
  end: number;
  before: string | null;
  commits: readonly Commit[];
  tracks: readonly Track[];
  acceptances: readonly Acceptance[];
  reviews: readonly Review[];
  happenings: readonly Happening[];
  contradictions: readonly Contradiction[];
  rules: ReadonlySet<string>;
  reasons: readonly string[];
  sample?: number;
  pullRequests?: { sha256: string; requests: readonly PullRequest[] };
}

export function historyOf(gathered: Gathered): History {
  const { version, from, to, begin, end, before, commits, tracks, rules, reasons, sample } = gathered;
  const windows = tracks.flatMap((track) => windowsOf(track, begin));
  const { pullRequests } = gathered;
  const items = pullRequests ? joined(commits.map(itemOf), pullRequests.requests) : commits.map(itemOf);
  const told = [...reasons, ...doubts(commits)];
  const total = (tracksOfIt: readonly Track[] = [], windowsOfIt: readonly Window[] = []): Total => {
    const found = totalOf(tracksOfIt, windowsOfIt, begin, end);
    // What may have been and does not show is no reason to call anything clean.
    return found.state === 'no-deviation' && told.length > 0 ? { ...found, state: 'undetermined' } : found;
  };
  // A hint is no evidence either way, as in a scan.
  const criteriaOf = (one: Track | Window) => (one.severity === 'info' ? [] : one.criteria);
  const ofCriteria = [groupedBy(tracks, criteriaOf), groupedBy(windows, criteriaOf)] as const;
  const ofRules = [groupedBy(tracks, ({ rule }) => [rule]), groupedBy(windows, ({ rule }) => [rule])] as const;
  return {
    schemaVersion: 1,
    tool: { name: 'soc2-lint', version },
    period: { from, to },
    clock: 'committer',
    rules: 'of-today',
    range: { before, last: commits.at(-1)?.id ?? before, commits: commits.length },
    completeness: { established: told.length === 0, reasons: told },
    criteria: criteria.flatMap(({ id }) => {
      const own = ofCriteria[0].get(id);
      return own ? [{ criterion: id, ...total(own, ofCriteria[1].get(id)), intervals: worstOf(own, begin, end) }] : [];
    }),
    perRule: [...rules].sort().map((rule) => ({ rule, ...total(ofRules[0].get(rule), ofRules[1].get(rule)) })),
    windows: [...windows].sort((a, b) => a.from - b.from),
    acceptances: authored(gathered.acceptances, commits),
    reviews: gathered.reviews,
    happenings: gathered.happenings,
    contradictions: gathered.contradictions,
    tracks,
    population: {
      sha256: populationHash(items),
      items,
      passes: items.filter(({ result }) => result === 'pass').length,
      deviations: items.filter(({ result }) => result === 'deviation').length,
      cannotTell: items.filter(({ result }) => result === 'cannot-tell').length,
    },
    ...(pullRequests && {
      pullRequests: {
        sha256: pullRequests.sha256,
        count: pullRequests.requests.length,
        joined: items.filter(({ request }) => request !== undefined).length,
      },
    }),
    ...(sample !== undefined && { sample: sampleOf(items, sample).map(({ commit }) => commit) }),
  };
}

/** The things by what each of them is about. */
function groupedBy<T, K>(things: readonly T[], about: (thing: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things)
    for (const key of about(thing)) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}

/** Dates that can't all be true. */
function doubts(commits: readonly Commit[]): string[] {
  const back = commits.filter(({ time }, index) => index > 0 && time < commits[index - 1]!.time);
  const ahead = commits.filter(({ time, authored }) => authored > time + 86_400);
  return [
    ...(back.length > 0
      ? [`${counted(back)} dated before the one they follow (first ${named(back[0]!)}, ${dayOfTime(back[0]!.time)})`]
      : []),
    ...(ahead.length > 0
      ? [
          `${counted(ahead)} dated by the author more than a day after the committer (first ${named(ahead[0]!)}, written ${dayOfTime(ahead[0]!.authored)})`,
        ]
      : []),
  ];
}

const counted = ({ length }: readonly Commit[]): string => `${length} ${length === 1 ? 'commit is' : 'commits are'}`;
const named = ({ id }: Commit): string => id.slice(0, 12);
