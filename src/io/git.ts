import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../dialects/dialect.ts';

// Nothing that the scanned repository's own configuration names may be run: no hooks, no file-system monitor, no external
// diff, no pager, no prompts.
const safe = [
  '--no-optional-locks',
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
];
const environment = {
  ...process.env,
  GIT_TERMINAL_PROMPT: '0',
  GIT_EXTERNAL_DIFF: '',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/** A git command that failed: what it said, in one line. */
export class GitError extends Error {}

/** Runs git in a folder. Throws `GitError` where it fails or isn't there. */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', [...safe, ...args], {
    cwd: folder,
    env: environment,
    maxBuffer: 1 << 30,
    ...(input !== undefined && { input }),
  });
  if (error)
    throw new GitError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : error.message);
  if (status === 0) return stdout;
  const said = stderr.toString().split('\n').find(Boolean) ?? `git ${args[0]} ended with ${status}`;
  const owner = /dubious ownership/.test(said) ? ` (run: git config --global --add safe.directory '${folder}')` : '';
  throw new GitError(`${said.replace(/^fatal: /, '')}${owner}`);
}

/** The work tree that a folder lies in, by its `.git`: no process is started. */
export function workTree(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

export interface Head {
  commit: string | null;
  dirty: boolean | null;
  /** The UTC date of the commit, `YYYY-MM-DD`. */
  date: string | null;
  repository: { host: string; owner: string; name: string } | null;
}

/** What git says of the state that is checked out. A repository without commits has neither commit nor date. */
export function head(folder: string): Head {
  const attempt = (args: readonly string[]): string | null => {
    try {
      return git(folder, args).toString().trim();
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  };
  const commit = attempt(['rev-parse', '--verify', '--quiet', 'HEAD']);
  const seconds = commit ? attempt(['log', '-1', '--no-show-signature', '--format=%ct', 'HEAD']) : null;
  const status = attempt(['status', '--porcelain=v1', '--untracked-files=no', '--ignore-submodules=all', '--', '.']);
  const remote = attempt(['config', '--get', 'remote.origin.url']);
  return {
    commit,
    dirty: status === null ? null : status !== '',
    date: seconds ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10) : null,
    repository: remote ? repositoryOf(remote) : null,
  };
}

/** `git@github.com:acme/cloud.git`, `https://github.com/acme/cloud`, `ssh://git@host:22/acme/cloud.git`. */
export function repositoryOf(remote: string): Head['repository'] {
  const [, host, owner, name] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/](.+)\/([^/]+?)(?:\.git)?\/?$/.exec(remote.trim()) ?? [];
  return host && owner && name ? { host, owner, name } : null;
}

/** The files of a commit, read through one process; only those that `wanted` names are held. */
export function filesAt(folder: string, commit: string, wanted: (path: string) => boolean): Files {
  const prefix = git(folder, ['rev-parse', '--show-prefix']).toString().trim();
  const listing = git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix ? [prefix] : [])]).toString(
    'utf8',
  );
  const blobs = listing.split('\0').flatMap((line) => {
    const [, type, id, path] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    return type === 'blob' && path!.startsWith(prefix) ? [{ id: id!, path: path!.slice(prefix.length) }] : [];
  });
  return filesOf(folder, blobs, wanted);
}

/** The files as they are staged: what a commit made now would hold. */
export function stagedFiles(folder: string, wanted: (path: string) => boolean): Files {
  const listing = git(folder, ['ls-files', '--stage', '-z']).toString('utf8');
  const blobs = listing.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) (\w+) \d\t(.*)$/s.exec(line) ?? [];
    return mode?.startsWith('100') ? [{ id: id!, path: path! }] : [];
  });
  return filesOf(folder, blobs, wanted);
}

/** Paths that the next commit adds or changes, relative to the folder. */
export const stagedPaths = (folder: string): string[] =>
  git(folder, ['diff', '--cached', '--name-only', '-z', '--no-ext-diff', '--diff-filter=d', '--relative'])
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .sort();

/** The lines that changed since the point where this state and the base parted; null where git can't tell. */
export function diffSince(folder: string, base: string): string | null {
  for (const range of [[`--merge-base`, base], [base]]) {
    try {
      return git(folder, [
        'diff',
        '--unified=0',
        '--no-ext-diff',
        '--no-textconv',
        '--no-color',
        '--relative',
        ...range,
        '--',
        '.',
      ]).toString('utf8');
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
  }
  return null;
}

/** The commit that a name stands for; null where it isn't at hand. With `parted`, where this state and it parted. */
export function resolve(folder: string, name: string, parted = false): string | null {
  try {
    if (name.startsWith('-')) return null;
    return git(
      folder,
      parted
        ? ['merge-base', 'HEAD', name]
        : ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
    )
      .toString()
      .trim();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

function filesOf(
  folder: string,
  blobs: readonly { id: string; path: string }[],
  wanted: (path: string) => boolean,
): Files {
  const held = blobs.filter(({ path }) => wanted(path));
  const contents = blobContents(folder, [...new Set(held.map(({ id }) => id))]);
  const byPath = new Map(held.map(({ id, path }) => [path, contents.get(id)]));
  const paths = blobs.map(({ path }) => path).sort();
  return { list: () => paths, read: (path) => byPath.get(path) };
}

function blobContents(folder: string, ids: readonly string[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const output = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < output.length;) {
    const newline = output.indexOf(0x0a, at);
    const [id = '', type, size] = output.subarray(at, newline).toString('latin1').split(' ');
    if (type === 'missing' || size === undefined) {
      at = newline + 1;
      continue;
    }
    contents.set(id, output.subarray(newline + 1, newline + 1 + Number(size)));
    at = newline + 1 + Number(size) + 1;
  }
  return contents;
}
