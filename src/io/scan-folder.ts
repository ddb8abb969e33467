import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve as resolvePath, sep } from 'node:path';
import type { Category, CriterionId } from '../criteria/catalogue.ts';
import { lineOf } from '../config/errors.ts';
import { UsageError } from '../config/usage-error.ts';
import { loadConfig, type Loaded } from '../config/load.ts';
import { dialects } from '../dialects/index.ts';
import type { Files } from '../dialects/dialect.ts';
import { sizeLimit } from '../engine/files.ts';
import { scan, type ScanInput, type ScanOutcome } from '../engine/scan.ts';
import type { Config } from '../model/config.ts';
import type { LiveFacts } from '../model/live.ts';
import type { Progress } from '../model/progress.ts';
import type { Problem } from '../model/report.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { filesOnDisk } from './files.ts';
import { filesAt, stagedFiles } from './git-files.ts';
import {
  commitOf,
  diffSince,
  GitError,
  head,
  isShallow,
  lastChanges,
  originOf,
  partedFrom,
  resolve,
  stagedPaths,
  workTree,
  type Head,
} from './git.ts';
import { list } from './list.ts';
import { targets } from './targets.ts';

export interface FolderScan {
  /** A folder, or files: then only those are judged. Relative to `cwd`, or absolute. */
  paths: readonly string[];
  cwd: string;
  rules: RuleIndex;
  select: { rules?: readonly string[]; criteria?: readonly CriterionId[]; categories?: readonly Category[] };
  /** `YYYY-MM-DD`; absent: the date of HEAD's commit. */
  asOf?: string;
  staged?: boolean;
  /** A commit to compare with. */
  diff?: string;
  /** What somebody else says that changed, where git has no commit to compare with: a unified diff by the paths below `root`. */
  changed?: { since: string; diff: string };
  config?: string;
  baseline?: string;
  varFiles?: readonly string[];
  /** What the forge says of this repository, where it was asked. */
  live?: LiveFacts;
  progress?: Progress;
}

export interface FolderOutcome extends ScanOutcome {
  config: Config;
  /** The scanned folder, absolute. */
  root: string;
  input: ScanInput;
}

/** What to compare with is not at hand. */
export class BaseError extends UsageError {}

/** Scans a folder or files of it, with its configuration, from disk or from git's index. */
export async function scanFolder(request: FolderScan): Promise<FolderOutcome> {
  const { root, only } = targets(request);
  const inGit = workTree(root) !== undefined;
  for (const [option, given] of [
    ['--staged', request.staged],
    ['--diff', request.diff],
  ] as const)
    if (given && !inGit)
      throw new UsageError(`${option} needs a git work tree, and ${request.paths[0] ?? 'this folder'} is in none`);
  try {
    return await scanTree(request, root, only, inGit);
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

/** The configuration of a folder, before anything of it is scanned. */
export async function folderConfig(request: FolderScan): Promise<Config> {
  const { root } = targets(request);
  return (
    await configOf(
      request,
      root,
      filesOnDisk(root, () => []),
    )
  ).config;
}

async function scanTree(request: FolderScan, root: string, only: readonly string[] | undefined, inGit: boolean) {
  const problems: Problem[] = [];
  const whole = only === undefined && !request.staged;
  const facts = factsOf(request, root, inGit, whole);
  let files = filesOnDisk(root, () => []);
  if (request.staged) files = stagedFiles(root, isClaimed);
  else if (whole) {
    const listing = await list(root);
    problems.push(...listing.problems);
    files = filesOnDisk(root, () => listing.paths);
  }
  const loaded = await configOf(request, root, files);
  const config = withArguments(loaded.config, request, facts, root);
  const judged = request.staged ? stagedOf(root, files, only) : only;
  const base =
    request.diff === undefined
      ? request.changed && linesOnly(request.changed, loaded)
      : await baseOf(request, root, request.diff, loaded, problems);
  const input: ScanInput = {
    ...loaded,
    config,
    files,
    ...(judged && { only: judged }),
    ...(base && { base }),
    facts: {
      git: {
        commit: facts.commit,
        dirty: facts.dirty,
        ...(whole && inGit && { lastChanges: (paths: readonly string[]) => lastChanges(root, paths) }),
      },
      ...(request.live && { live: request.live }),
    },
    rules: request.rules,
    asOf: request.asOf ?? facts.date,
    select: request.select,
    problems,
    ...(request.progress && { progress: request.progress }),
  };
  return { ...(await scan(input)), config, root, input };
}

/** Of some files no more is asked than what they are judged by: a hook waits for it. */
function factsOf({ asOf }: FolderScan, root: string, inGit: boolean, whole: boolean): Head {
  const nothing: Head = { commit: null, dirty: null, date: null, repository: null };
  if (!inGit) return nothing;
  if (whole) return head(root);
  return { ...nothing, repository: originOf(root), ...(asOf === undefined && { date: commitOf(root).date }) };
}

/** What a dialect may read, or the configuration: all that has to be fetched from git. */
export const isClaimed = (path: string): boolean =>
  path.startsWith('.soc2/') ||
  dialects.some((dialect) => dialect.claims(path, () => true) !== 'no') ||
  /\.(tfvars|hcl|json|ya?ml|tpl|tmpl)$/.test(path);

/** The files that are named, as they stand in the index; without names, all that the next commit changes. */
function stagedOf(root: string, files: Files, only: readonly string[] | undefined): readonly string[] {
  const listed = new Set(files.list());
  // Links and submodules are no files.
  if (!only) return stagedPaths(root).filter((path) => listed.has(path));
  const isLink = (path: string) => lstatSync(resolvePath(root, path), { throwIfNoEntry: false })?.isSymbolicLink();
  for (const path of only)
    if (!listed.has(path) && !isLink(path))
      throw new UsageError(`git has no staged file ${path}: git add it, or leave out --staged`);
  return only.filter((path) => listed.has(path));
}

async function configOf(request: FolderScan, root: string, files: Files): Promise<Loaded> {
  const outside = [request.config, request.baseline];
  const text = (path: string): string | undefined => {
    if (!outside.includes(path)) return textOf(path, files, request.staged !== true && root);
    const file = resolvePath(request.cwd, path);
    if (!existsSync(file)) throw new UsageError(`there is no file ${path}`);
    return decoded(path, readFileSync(file));
  };
  const loaded = await loadConfig({ text }, request.rules.entries, {
    ...(request.config !== undefined && { config: request.config }),
    ...(request.baseline !== undefined && { baseline: request.baseline }),
  });
  if (loaded.errors.length > 0) throw new UsageError(loaded.errors.map(lineOf).join('\n'));
  return loaded;
}

/** On disk a look at the name is cheaper than a read that fails. */
export function textOf(path: string, files: Files, folder: string | false): string | undefined {
  if (folder !== false && !existsSync(resolvePath(folder, path))) return undefined;
  const bytes = (files.size?.(path) ?? 0) > sizeLimit ? undefined : files.read(path);
  if (!bytes && (folder !== false || files.list().includes(path)))
    throw new UsageError(`${path}: expected a plain file of at most ${sizeLimit / 1024 / 1024} MB in this folder`);
  return bytes && decoded(path, bytes);
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path}: expected text in UTF-8`);
  }
}

function withArguments(config: Config, { varFiles = [], cwd }: FolderScan, facts: Head, root: string): Config {
  const repository = config.repository ?? facts.repository ?? undefined;
  const given = varFiles.map((file) => {
    const path = relative(root, resolvePath(cwd, file)).split(sep).join('/');
    if (path.startsWith('..') || isAbsolute(path))
      throw new UsageError(`--var-file ${file} lies outside of what is scanned`);
    if (!existsSync(resolvePath(cwd, file))) throw new UsageError(`there is no file ${file}`);
    return { file: path };
  });
  return { ...config, varFiles: [...config.varFiles, ...given], ...(repository && { repository }) };
}

/** Without the files of the base, changed lines alone decide. */
const linesOnly = ({ since, diff }: { since: string; diff: string }, { baseline }: Loaded) => ({
  name: since,
  files: null,
  diff,
  exceptions: [],
  manualEvidence: [],
  baseline,
});

/** The state to compare with: where this one and the named one parted, else the named one as it is. */
async function baseOf(
  { rules, baseline, staged }: FolderScan,
  root: string,
  name: string,
  loaded: Loaded,
  problems: Problem[],
): Promise<NonNullable<ScanInput['base']>> {
  const named = resolve(root, name);
  if (named === null) {
    const how = isShallow(root) ? ': this clone is shallow (git fetch --unshallow, or fetch-depth: 0)' : '';
    throw new BaseError(`git knows no ${name} to compare with${how || ': fetch it, or check the name'}`);
  }
  const parted = partedFrom(root, named);
  const commit = parted ?? named;
  if (parted === null)
    problems.push({
      kind: 'not-scanned',
      message: `where this state and ${name} parted is not in this clone, so it is compared with ${name} as it is now`,
      notice: true,
    });
  const diff = diffSince(root, commit, { staged: staged === true });
  const files = attempted(() => filesAt(root, commit, isClaimed));
  const before = files && (await loadConfig({ text: (path) => textOf(path, files, false) }, rules.entries));
  return {
    name,
    files,
    diff,
    exceptions: before?.exceptions ?? [],
    manualEvidence: before?.manualEvidence ?? [],
    // A baseline of another place has no former state here.
    baseline: baseline === undefined ? (before?.baseline ?? null) : loaded.baseline,
  };
}

/** Null where git hasn't got the objects: then changed lines alone decide. */
function attempted<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}
