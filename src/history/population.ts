import { createHash } from 'node:crypto';
import type { Request } from './pull-requests.ts';
import { dayOfTime, type Commit, type Person } from './commit.ts';

/** How a commit came to the branch, as far as its own words and parents say. */
export type ChangeKind = 'merge' | 'squash-or-rebase' | 'direct';

/** One change of the branch. */
export interface Item {
  commit: string;
  day: string;
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

export type FileClass = 'infrastructure' | 'pipeline' | 'policy' | 'governance' | 'code';

export function itemOf(commit: Commit): Item {
  const title = commit.message.split('\n', 1)[0]!;
  const pullRequest = numberIn(title);
  const kind: ChangeKind = commit.parents.length > 1 ? 'merge' : pullRequest === null ? 'direct' : 'squash-or-rebase';
  const claimed = pullRequest !== null;
  return {
    commit: commit.id,
    day: dayOfTime(commit.time),
    author: commit.author,
    committer: commit.committer,
    title,
    kind,
    pullRequest,
    trailers: trailersOf(commit.message),
    signed: commit.signed,
    classes: [...new Set(commit.changes.map(({ path }) => classOf(path)))].sort(),
    files: commit.changes.length,
    result: claimed || kind === 'merge' ? 'cannot-tell' : 'deviation',
    reason: claimed
      ? `its message names #${pullRequest}; whether somebody else reviewed it, git does not hold`
      : kind === 'merge'
        ? 'a merge that names no pull request; whether somebody reviewed it, git does not hold'
        : 'one parent and no pull request named: as far as git shows, it was put on the branch directly',
  };
}

/** `Merge pull request #12 from …`, `Add a bucket (#12)` and `Merged PR 12: …`. */
function numberIn(title: string): number | null {
  const [, number] =
    /^Merge pull request #(\d{1,9})\b/.exec(title) ??
    /^Merged PR (\d{1,9}):/.exec(title) ??
    /\(#(\d{1,9})\)\s*$/.exec(title) ??
    [];
  return number === undefined ? null : Number(number);
}

/** The last paragraph, where all of it is `Name: value`. */
function trailersOf(message: string): string[] {
  const paragraphs = message.trim().split(/\n\s*\n/);
  const last = paragraphs.length > 1 ? paragraphs.at(-1)!.split('\n') : [];
  return last.every((line) => /^[A-Za-z][A-Za-z0-9-]*: \S/.test(line)) ? last : [];
}

function classOf(path: string): FileClass {
  if (/^\.soc2\/|(?:^|\/)CODEOWNERS$/.test(path)) return 'governance';
  if (/^\.github\/(?:workflows|actions)\//.test(path)) return 'pipeline';
  if (/\.(?:tf|tofu|tfvars)(?:\.json)?$|\.terraform\.lock\.hcl$/.test(path)) return 'infrastructure';
  return /\.(?:md|mdx|markdown)$/.test(path) ? 'policy' : 'code';
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
