import { createHash } from 'node:crypto';
import type { Request } from './pull-requests.ts';
import { dayOfTime, type Commit, type Person } from './commit.ts';
import { classOf, wayOf, type ChangeKind, type FileClass } from './change-kind.ts';

/** One change of the branch. */
export interface Item {
  commit: string;
  /** By its committer. */
  day: string;
  /** When its author says it was written. */
  authored: string;
  author: Person;
  committer: Person;
  title: string;
  kind: ChangeKind;
  /** The pull request that it names. A claim: anybody can write it. */
  pullRequest: number | null;
  trailers: readonly string[];
  signed: boolean;
  classes: readonly FileClass[];
  files: number;
  /** Reviewed by somebody else: `pass` only where the host says so, `cannot-tell` where only the commit's own words do. */
  result: 'pass' | 'deviation' | 'cannot-tell';
  reason: string;
  /** What the host says of its pull request, where an export was given that has it. */
  request?: Request;
}

export function itemOf(commit: Commit): Item {
  return {
    commit: commit.id,
    day: dayOfTime(commit.time),
    authored: dayOfTime(commit.authored),
    author: commit.author,
    committer: commit.committer,
    title: commit.message.split('\n', 1)[0]!,
    signed: commit.signed,
    classes: [...new Set(commit.changes.map(({ path }) => classOf(path)))].sort(),
    files: commit.changes.length,
    ...wayOf(commit),
  };
}

/** What stands for the whole population, in its order. */
export const populationHash = (items: readonly Item[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ commit }) => commit)))
    .digest('hex');

/** A sample that anybody can draw again: the period in N equal parts of the population, one of each, by its hash. */
export function sampleOf(items: readonly Item[], size: number): Item[] {
  const seed = populationHash(items);
  const parts = Math.min(size, items.length);
  return Array.from({ length: parts }, (_, part) => {
    const begin = Math.floor((part * items.length) / parts);
    const end = Math.floor(((part + 1) * items.length) / parts);
    const drawn = createHash('sha256').update(`${seed} ${part}`).digest().readUIntBE(0, 6);
    return items[begin + (drawn % (end - begin))]!;
  });
}
