import { loadConfig, type Loaded } from '../config/load.ts';
import { lineOf as errorLine } from '../config/errors.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Files } from '../dialects/dialect.ts';
import type { Judgement } from '../engine/judge.ts';
import { Memo } from '../engine/memo.ts';
import { judged, type ScanInput } from '../engine/scan.ts';
import { Acceptances } from '../history/acceptances.ts';
import { Contradictions } from '../history/contradictions.ts';
import { Reviews } from '../history/reviews.ts';
import { dayOfTime, timeOfDay, type Commit } from '../history/commit.ts';
import { historyOf, type Gathered, type History } from '../history/history.ts';
import { Timeline } from '../history/timeline.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { commitsAfter, hidden, lineOf, treeAt, Trees } from './git-log.ts';
import { GitError, head, resolve, workTree } from './git.ts';
import { isClaimed, textOf } from './scan-folder.ts';

export interface HistoryRequest {
  /** The work tree, absolute. */
  root: string;
  rules: RuleIndex;
  version: string;
  /** `YYYY-MM-DD`, both inside. */
  from: string;
  to: string;
  /** The branch; absent: what is checked out. */
  branch?: string;
  asOf?: string;
  /** A configuration that holds for every state, instead of the one of then. */
  config?: { name: string; text: string };
  sample?: number;
  /** What the host says of pull requests. */
  pullRequests?: NonNullable<Gathered['pullRequests']>;
  /** For tests: hears of every state that was judged. */
  heard?: (commit: string | null, judgement: Judgement, input: ScanInput) => void;
}

/** Judges every state of a branch within a period, from git's objects: nothing is checked out. */
export async function historyOfFolder(request: HistoryRequest): Promise<History> {
  if (workTree(request.root) !== request.root)
    throw new UsageError('history needs the top folder of a git work tree: run it there');
  try {
    return await walk(request);
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

async function walk(request: HistoryRequest): Promise<History> {
  const { root, from, to, branch = 'HEAD' } = request;
  const tip = resolve(root, branch);
  if (tip === null) throw new UsageError(`git knows no commit ${branch}: name a branch that is here with --branch`);
  const begin = timeOfDay(from);
  const end = timeOfDay(to) + day;
  const line = lineOf(root, tip);
  const asOf = request.asOf ?? dayOfTime(line.at(-1)!.time);
  const inside = line.findIndex(({ time }) => time >= begin);
  const before = inside < 0 ? line.at(-1)!.id : (line[inside - 1]?.id ?? null);
  const last = line.findLast(({ time }) => time < end)?.id ?? null;
  const after = last === null || last === before || inside < 0 ? [] : commitsAfter(root, before, last);
  const reasons = hidden(root, branch);
  if (to > asOf) reasons.push(`the period ends on ${to}, after ${asOf}, the last day that is known`);
  if (before === null)
    reasons.push(`the branch has no commit before ${from}: what was there when the period began is not known`);
  const states = new States(request, new Timeline(begin), begin);
  if (before !== null) await states.begin(treeAt(root, before), begin);
  // Before there was anything, there was nothing to judge.
  const since = before === null ? Math.min(Math.max(after[0]?.time ?? end, begin), end) : begin;
  await states.pass(after, since, end);
  return historyOf({
    ...request,
    begin,
    end,
    before,
    commits: after,
    tracks: states.timeline.close(end),
    acceptances: states.acceptances.all(),
    ...states.reviews.close(from, to),
    contradictions: states.contradictions.close(end),
    rules: states.timeline.rules,
    reasons: [...reasons, ...states.doubts()],
  });
}

const day = 86_400;

/** The states of the tree, one after the other. */
class States {
  readonly timeline: Timeline;
  readonly acceptances = new Acceptances();
  readonly reviews = new Reviews();
  readonly contradictions: Contradictions;
  readonly #request: HistoryRequest;
  readonly #trees: Trees;
  readonly #repository: ScanInput['config']['repository'];
  #loaded: { key: string; loaded: Loaded; memo: Memo } | undefined = undefined;
  #isFirst = true;
  #misconfigured = new Map<string, string>();
  #unread = new Set<string>();

  constructor(request: HistoryRequest, timeline: Timeline, begin: number) {
    this.#request = request;
    this.timeline = timeline;
    this.contradictions = new Contradictions(begin);
    this.#trees = new Trees(request.root, isClaimed);
    this.#repository = head(request.root).repository ?? undefined;
  }

  async begin(tree: Commit['changes'], time: number): Promise<void> {
    this.#trees.apply(tree);
    this.#trees.fetch([]);
    await this.#observe(null, time, new Map());
  }

  /** Each commit, and each day that begins between two of them: what is due is due without a commit. */
  async pass(commits: readonly Commit[], begin: number, end: number): Promise<void> {
    let clock = begin;
    let covered = 0;
    for (const [index, commit] of commits.entries()) {
      clock = await this.#days(clock, Math.min(commit.time, end - 1));
      if (index >= covered)
        covered = index + Math.max(1, this.#trees.fetch(commits.slice(index).map(({ changes }) => changes)));
      this.#trees.apply(commit.changes);
      // A date that runs backwards doesn't turn the line around.
      clock = Math.min(Math.max(clock, commit.time), end - 1);
      const renamed = new Map(commit.changes.flatMap(({ from, path }) => (from === undefined ? [] : [[from, path]])));
      await this.#observe(commit.id, clock, renamed);
    }
    await this.#days(clock, end - 1);
  }

  doubts(): string[] {
    return [
      ...[...this.#misconfigured].map(
        ([commit, error]) => `at ${commit} the configuration can't be read, so the one before was used: ${error}`,
      ),
      ...(this.#unread.size > 0
        ? [`files that could not be read: ${[...this.#unread].sort().slice(0, 20).join(', ')}`]
        : []),
    ];
  }

  async #days(clock: number, until: number): Promise<number> {
    let now = clock;
    for (let next = (Math.floor(clock / day) + 1) * day; next <= until; next += day) {
      await this.#observe(null, next, new Map());
      now = next;
    }
    return now;
  }

  async #observe(commit: string | null, time: number, renamed: ReadonlyMap<string, string>): Promise<void> {
    const files = this.#trees.files();
    const { loaded, memo } = await this.#configuration(files, commit);
    const asOf = dayOfTime(time);
    const config = {
      ...loaded.config,
      ...(!loaded.config.repository && this.#repository && { repository: this.#repository }),
    };
    const input: ScanInput = {
      ...loaded,
      config,
      files,
      facts: {},
      rules: this.#request.rules,
      asOf,
      select: {},
      problems: [],
      memo,
    };
    const judgement = await judged(input, files, input, []);
    for (const { notice, location, message } of judgement.problems)
      if (!notice) this.#unread.add(location?.file ?? message);
    this.#request.heard?.(commit, judgement, input);
    this.timeline.observe(time, commit, judgement, renamed);
    this.acceptances.observe(time, commit, judgement.exceptions, this.#isFirst && commit === null);
    this.contradictions.observe(time, commit, judgement, renamed);
    // The passing of a day changes nothing that a document says.
    if (commit !== null || this.#isFirst) this.reviews.observe(time, commit, judgement.subjects, renamed);
    this.#isFirst = false;
  }

  /** What `.soc2/` held then. A memo goes with one configuration: another begins anew. */
  async #configuration(files: Files, commit: string | null) {
    const own = files.list().filter((path) => path.startsWith('.soc2/'));
    const key = own.map((path) => `${path}\0${files.id!(path)}`).join('\0');
    if (this.#loaded?.key === key) return this.#loaded;
    const { config, rules } = this.#request;
    const text = (path: string) => (path === config?.name ? config.text : textOf(path, files, false));
    const loaded = await loadConfig({ text }, rules.entries, config && { config: config.name });
    const [error] = loaded.errors;
    if (error && error.file === config?.name) throw new UsageError(errorLine(error));
    if (error)
      this.#misconfigured.set(commit?.slice(0, 12) ?? 'the beginning of the period or of a day', errorLine(error));
    this.#loaded = { key, loaded: error && this.#loaded ? this.#loaded.loaded : loaded, memo: new Memo() };
    return this.#loaded;
  }
}
