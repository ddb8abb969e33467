import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve as resolvePath, sep } from 'node:path';
import type { Category, CriterionId } from '../criteria/catalogue.ts';
import { lineOf } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import { dialects } from '../dialects/index.ts';
import type { Files } from '../dialects/dialect.ts';
import { scan, type ScanInput, type ScanOutcome } from '../engine/scan.ts';
import type { Config } from '../model/config.ts';
import type { Problem } from '../model/report.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { filesOnDisk } from './files.ts';
import { diffSince, filesAt, head, resolve, stagedFiles, stagedPaths, workTree, type Head } from './git.ts';
import { list } from './list.ts';

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
  config?: string;
  baseline?: string;
  varFiles?: readonly string[];
}

export interface FolderOutcome extends ScanOutcome {
  config: Config;
  /** The scanned folder, absolute. */
  root: string;
  input: ScanInput;
}

/** Paths or arguments that can't be used: what, and what to do. */
export class InputError extends Error {}

/** Scans a folder or files of it, with its configuration, from disk or from git's index. */
export async function scanFolder(request: FolderScan): Promise<FolderOutcome> {
  const { root, only } = targets(request);
  const inGit = workTree(root) !== undefined;
  if (request.staged && !inGit)
    throw new InputError(`--staged needs a git work tree, and ${request.paths[0] ?? '.'} is in none`);
  const problems: Problem[] = [];
  const whole = only === undefined && !request.staged;
  const facts: Head = inGit && whole ? head(root) : { commit: null, dirty: null, date: null, repository: null };
  const asOf = request.asOf ?? facts.date ?? (inGit ? head(root).date : null);
  let files = filesOnDisk(root, () => []);
  if (request.staged) files = stagedFiles(root, isClaimed);
  else if (whole) {
    const listing = await list(root);
    problems.push(...listing.problems);
    files = filesOnDisk(root, () => listing.paths);
  }
  const loaded = await configOf(request, root, files);
  const config = withArguments(loaded.config, request, facts, root);
  const judged = request.staged ? (only ?? stagedPaths(root)) : only;
  const base = request.diff === undefined ? undefined : baseOf(root, request.diff);
  const input: ScanInput = {
    ...loaded,
    config,
    files,
    ...(judged && { only: judged }),
    ...(base && { base }),
    facts: { git: { commit: facts.commit, dirty: facts.dirty } },
    rules: request.rules,
    asOf,
    select: request.select,
    problems,
  };
  return { ...(await scan(input)), config, root, input };
}

/** What a dialect may read, or the configuration: all that has to be fetched from git. */
const isClaimed = (path: string): boolean =>
  path.startsWith('.soc2/') ||
  dialects.some((dialect) => dialect.claims(path, () => true) !== 'no') ||
  /\.(tfvars|hcl|json|ya?ml|tpl|tmpl)$/.test(path);

function targets({ paths, cwd, staged }: FolderScan): { root: string; only?: readonly string[] } {
  const absolute = paths.map((path) => resolvePath(cwd, path));
  for (const [index, path] of absolute.entries()) {
    if (paths[index] === '-')
      throw new InputError('reading from standard input is not supported: name a folder or files');
    if (!existsSync(path)) throw new InputError(`there is no file or folder ${paths[index]}`);
  }
  const folders = absolute.filter((path) => statSync(path).isDirectory());
  if (folders.length > 1 || (folders.length === 1 && absolute.length > 1))
    throw new InputError('name one folder, or files, not both: soc2-lint [DIR | FILE...]');
  const [folder] = folders;
  if (folder) return { root: folder };
  if (absolute.length === 0) return { root: staged ? (workTree(cwd) ?? cwd) : cwd };
  const top = workTree(cwd) ?? cwd;
  const inside = absolute.every((path) => path.startsWith(top + sep));
  const root = inside ? top : dirname(absolute[0]!);
  return { root, only: absolute.map((path) => relative(root, path).split(sep).join('/')).sort() };
}

async function configOf(request: FolderScan, root: string, files: Files) {
  const decoder = new TextDecoder();
  const named = (path: string | undefined) => (path === undefined ? undefined : resolvePath(request.cwd, path));
  const outside = new Map(
    [request.config, request.baseline].flatMap((path) => (path === undefined ? [] : [[path, named(path)!] as const])),
  );
  const text = (path: string): string | undefined => {
    const file = outside.get(path);
    if (file !== undefined) {
      if (!existsSync(file)) throw new InputError(`there is no file ${path}`);
      return readFileSync(file, 'utf8');
    }
    if (!request.staged && !existsSync(join(root, path))) return undefined;
    const bytes = files.read(path);
    return bytes && decoder.decode(bytes);
  };
  const loaded = await loadConfig({ text }, request.rules.entries, {
    ...(request.config !== undefined && { config: request.config }),
    ...(request.baseline !== undefined && { baseline: request.baseline }),
  });
  if (loaded.errors.length > 0) throw new InputError(loaded.errors.map(lineOf).join('\n'));
  return loaded;
}

function withArguments(config: Config, { varFiles = [], cwd }: FolderScan, facts: Head, root: string): Config {
  const repository = config.repository ?? facts.repository ?? undefined;
  const given = varFiles.map((file) => {
    const path = relative(root, resolvePath(cwd, file)).split(sep).join('/');
    if (path.startsWith('..') || isAbsolute(path))
      throw new InputError(`--var-file ${file} lies outside of what is scanned`);
    return { file: path };
  });
  return { ...config, varFiles: [...config.varFiles, ...given], ...(repository && { repository }) };
}

function baseOf(root: string, name: string): NonNullable<ScanInput['base']> {
  const commit = resolve(root, name, true) ?? resolve(root, name);
  const diff = diffSince(root, name);
  if (commit === null && diff === null)
    throw new InputError(`git knows no ${name} to compare with: fetch it, or check the name`);
  return { name, files: commit === null ? null : filesAt(root, commit, isClaimed), diff };
}
