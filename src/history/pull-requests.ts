import type { Item } from './population.ts';

/** A pull request as the host tells of it. A null login: an account that is gone. */
export interface PullRequest {
  number: number;
  author: string | null;
  mergedBy: string | null;
  /** When it was merged; null where it was not. */
  mergedAt: string | null;
  mergeCommit: string | null;
  head: string;
  reviews: readonly Review[];
  checks: readonly { name: string; state: 'passed' | 'failed' | 'other' }[];
  /** The titles of its commits, oldest first, where the export has them. */
  commits: readonly string[];
}

export interface Review {
  author: string | null;
  state: string;
  at: string;
  /** The commit it was about; null where the export does not say. */
  commit: string | null;
}

/** What an export says of one change. */
export interface Request {
  number: number;
  author: string | null;
  mergedBy: string | null;
  /** Those besides its author whose last word before the merge was an approval. */
  approvedBy: readonly string[];
  /** What they approved: the head that was merged, one before it, or what the export leaves open. */
  approved: 'final-head' | 'earlier-head' | 'not-told' | 'nothing';
  checks: { passed: number; failed: number; other: number };
}

/** The changes with what the host says of each: joined by the commit that a merge made, or else by the number that is named. */
export function joined(items: readonly Item[], requests: readonly PullRequest[]): Item[] {
  const byCommit = new Map(requests.flatMap((one) => (one.mergeCommit === null ? [] : [[one.mergeCommit, one]])));
  const rebased = rebasedOnto(items, byCommit);
  const byNumber = new Map(requests.map((one) => [one.number, one]));
  return items.map((item) => {
    const series = rebased.get(item.commit);
    const own = byCommit.get(item.commit) ?? series;
    if (own)
      return {
        ...item,
        ...(item.kind !== 'merge' && { kind: kindBy(own, series !== undefined, item) }),
        pullRequest: own.number,
        ...judged(own),
      };
    const reason = unjoined(item, byNumber.get(item.pullRequest ?? -1));
    return reason === undefined ? unheld(item, requests) : { ...item, reason };
  });
}

/** A pull request of one commit can be squashed or rebased, and both look the same. */
function kindBy({ commits }: PullRequest, isSeries: boolean, { kind }: Item): Item['kind'] {
  if (isSeries) return 'rebase';
  return commits.length > 1 ? 'squash' : kind === 'direct' ? 'unclear' : kind;
}

/** What an export that holds the pull requests before and after a change says of it by not holding one for it. */
function unheld(item: Item, requests: readonly PullRequest[]): Item {
  const merged = requests.flatMap(({ mergedAt }) => mergedAt?.slice(0, 10) ?? []);
  const isWithin = merged.some((day) => day <= item.day) && merged.some((day) => day >= item.day);
  // Without the commits of each, those of a rebase can't be known.
  const isWhole = requests.every(({ commits }) => commits.length > 0);
  const reason = 'the export has no pull request that was merged as it';
  if (item.result === 'cannot-tell' && item.pullRequest === null && isWithin && isWhole)
    return { ...item, result: 'deviation', reason: `${reason}, and has others from before and after it` };
  return { ...item, reason: `${item.reason}; ${reason}` };
}

/** Why a commit that names a pull request is not what that one was merged as. */
function unjoined({ pullRequest }: Item, named: PullRequest | undefined): string | undefined {
  if (pullRequest === null) return undefined;
  if (!named) return `its message names #${pullRequest}, which the export does not hold`;
  if (named.mergedAt === null) return `its message names #${pullRequest}, which was not merged`;
  return `its message names #${pullRequest}, which was merged as ${named.mergeCommit?.slice(0, 12) ?? 'a commit that the export does not name'}`;
}

/** A rebase puts several commits on the branch, and the host names the last: those before it are known by their titles. */
function rebasedOnto(items: readonly Item[], byCommit: ReadonlyMap<string, PullRequest>): Map<string, PullRequest> {
  const found = new Map<string, PullRequest>();
  for (const [index, { commit, kind }] of items.entries()) {
    const request = byCommit.get(commit);
    if (!request || kind === 'merge' || request.commits.length < 2) continue;
    const first = index - request.commits.length + 1;
    if (first < 0 || !request.commits.every((title, at) => isTitle(items[first + at]!.title, title))) continue;
    for (const one of items.slice(first, index + 1)) found.set(one.commit, request);
  }
  return found;
}

/** Long titles are cut off where they are told. */
const isTitle = (title: string, told: string): boolean =>
  told.endsWith('…') ? title.startsWith(told.slice(0, -1)) : title === told;

function judged(request: PullRequest): Pick<Item, 'result' | 'reason' | 'request'> {
  const standing = lastWords(request);
  const given = standing.filter(({ state, author }) => state === 'APPROVED' && author !== request.author);
  const approvals = given.filter(({ author }) => !program.test(author!));
  const approved = approvedHead(approvals, request.head);
  const count = (state: string) => request.checks.filter((check) => check.state === state).length;
  const checks = { passed: count('passed'), failed: count('failed'), other: count('other') };
  const told: Request = {
    number: request.number,
    author: request.author,
    mergedBy: request.mergedBy,
    approvedBy: [...new Set(approvals.map(({ author }) => author!))].sort(),
    approved,
    checks,
  };
  const programs = given.filter(({ author }) => program.test(author!)).map(({ author }) => author!);
  if (approvals.length === 0 && programs.length > 0)
    return {
      result: 'cannot-tell',
      reason: `#${request.number} was approved by ${programs.join(', ')}, which is a program: whether a person looked at it, the export does not say`,
      request: told,
    };
  return { ...resultOf(told, standing), request: told };
}

/** Accounts of programs, as the host names them. */
const program =
  /\[bot\]$|^app\/|^(?:github-actions|dependabot|renovate|renovate-bot|mergify|copilot-pull-request-reviewer|coderabbitai|auto-?approve\w*)$/i;

/** The last word of each reviewer before the merge. A comment takes nothing back. */
function lastWords({ reviews, mergedAt }: PullRequest): Review[] {
  const last = new Map<string, Review>();
  const counted = reviews.filter(({ state, at }) => state !== 'COMMENTED' && (mergedAt === null || at <= mergedAt));
  for (const review of [...counted].sort((a, b) => (a.at < b.at ? -1 : 1)))
    if (review.author !== null) last.set(review.author, review);
  return [...last.values()];
}

function approvedHead(approvals: readonly Review[], head: string): Request['approved'] {
  if (approvals.length === 0) return 'nothing';
  if (approvals.some(({ commit }) => commit === head)) return 'final-head';
  return approvals.every(({ commit }) => commit !== null) ? 'earlier-head' : 'not-told';
}

function resultOf(told: Request, standing: readonly Review[]): Pick<Item, 'result' | 'reason'> {
  const { number, author, mergedBy, approvedBy, approved, checks } = told;
  const cannotTell = (reason: string) => ({ result: 'cannot-tell', reason: `#${number} ${reason}` }) as const;
  if (author === null)
    return cannotTell('has an author whose account is gone: who approved can’t be held against them');
  if (approved === 'nothing') {
    const merger = mergedBy === author ? ', and its author merged it' : '';
    return { result: 'deviation', reason: `#${number} was approved by nobody besides its author ${author}${merger}` };
  }
  const by = approvedBy.join(', ');
  if (approved === 'earlier-head') return cannotTell(`was approved by ${by} in an earlier state than was merged`);
  if (approved === 'not-told') return cannotTell(`was approved by ${by}; which state of it, the export does not say`);
  const against = standing.filter(({ state }) => state === 'CHANGES_REQUESTED').map((review) => review.author);
  if (against.length > 0) return cannotTell(`was approved by ${by}, and ${against.join(', ')} still asked for changes`);
  if (checks.failed > 0)
    return cannotTell(
      `was approved by ${by}; ${checks.failed} of its checks failed, and whether they were required, the export does not say`,
    );
  const ran = checks.passed + checks.other === 0 ? 'no check is told of' : `${checks.passed} checks passed`;
  return { result: 'pass', reason: `#${number} by ${author} was approved by ${by} as it was merged; ${ran}` };
}
