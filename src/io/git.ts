import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';

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
// What is missing in a partial clone is not fetched: a scan asks nobody.
const environment = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_EXTERNAL_DIFF: '',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
};
// Git tells its hooks where their repository is; the folder that is scanned may lie in another one.
const ofHooks = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_INDEX_FILE'];

function environmentFor(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofHooks.includes(name)));
  const index = process.env['GIT_INDEX_FILE'];
  const top = workTree(folder);
  // `git commit FILE` and `git commit -a` make the commit from an index of its own.
  const own = index !== undefined && top !== undefined && top === workTree(process.cwd());
  return { ...inherited, ...environment, ...(own && { GIT_INDEX_FILE: resolvePath(top, index) }) };
}

/** A git command that failed: what it said, in one line, without the folder's own name. */
export class GitError extends Error {}

/** Runs git in a folder. Throws `GitError` where it fails or isn't there. */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', [...safe, ...args], {
    cwd: folder,
    env: environmentFor(folder),
    maxBuffer: 1 << 30,
    ...(input !== undefined && { input }),
  });
  if (error)
    throw new GitError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : error.message);
  if (status === 0) return stdout;
  const said = stderr.toString().split('\n').find(Boolean) ?? `git ${args[0]} ended with ${status}`;
  if (/dubious ownership/.test(said))
    throw new GitError(
      'git does not trust the owner of this folder (git config --global --add safe.directory FOLDER tells it to)',
    );
  throw new GitError(said.replace(/^fatal: /, '').replaceAll(folder, '.'));
}

interface Setting {
  /** Where it is written: `local`, `worktree`, `global`, `system`, `command`. */
  scope: string;
  name: string;
  value: string;
}

function settings(folder: string): Setting[] {
  const parts = attempt(folder, ['config', '--list', '--null', '--show-scope'])?.split('\0') ?? [];
  return parts.flatMap((scope, index) => {
    if (index % 2 === 1 || parts[index + 1] === undefined) return [];
    const [name = '', ...value] = parts[index + 1]!.split('\n');
    return [{ scope, name, value: value.join('\n') }];
  });
}

/**
 * Options that take the repository's own filters and drivers off: its configuration may name any program for them, which
 * git runs when it compares files.
 */
const withoutDrivers = (own: readonly Setting[]): string[] =>
  own.flatMap(({ scope, name }) => {
    if (scope !== 'local' && scope !== 'worktree') return [];
    if (/^filter\..*\.(clean|smudge|process)$/.test(name)) return ['-c', `${name}=`];
    return /^filter\..*\.required$/.test(name) ? ['-c', `${name}=false`] : [];
  });

/** What git says, trimmed; null where it fails. */
function attempt(folder: string, args: readonly string[]): string | null {
  try {
    return git(folder, args).toString().trim();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
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
  const own = settings(folder);
  const remote = own.findLast(({ name }) => name === 'remote.origin.url')?.value;
  const status = attempt(folder, [
    ...withoutDrivers(own),
    'status',
    '--porcelain=v1',
    '--untracked-files=no',
    '--ignore-submodules=all',
    '--',
    '.',
  ]);
  return {
    ...commitOf(folder),
    dirty: status === null ? null : status !== '',
    repository: remote ? repositoryOf(remote) : null,
  };
}

/** The commit that is checked out and its day, without a look at the files. */
export function commitOf(folder: string): Pick<Head, 'commit' | 'date'> {
  const [commit, seconds] = attempt(folder, ['log', '-1', '--no-show-signature', '--format=%H %ct'])?.split(' ') ?? [];
  return commit && seconds
    ? { commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) }
    : { commit: null, date: null };
}

/**
 * The day, in UTC, of the last commit that changed each of these files. Left out: files that are changed since or are not in git, and
 * all of a shallow clone, whose oldest commit seems to have changed everything.
 */
export function lastChanges(folder: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  if (paths.length === 0 || isShallow(folder)) return days;
  const names = ['--no-ext-diff', '--no-renames', '--name-only', '--relative'];
  const changed = attempt(folder, [...withoutDrivers(settings(folder)), 'diff', ...names, 'HEAD', '--', ...paths]);
  const log = attempt(folder, ['log', '--no-show-signature', '--format=@%ct', ...names, '--', ...paths]);
  if (changed === null || log === null) return days;
  let day = '';
  for (const line of log.split('\n')) {
    if (line.startsWith('@')) day = new Date(Number(line.slice(1)) * 1000).toISOString().slice(0, 10);
    else if (line !== '' && !days.has(line)) days.set(line, day);
  }
  for (const path of changed.split('\n')) days.delete(path);
  return days;
}

/** Which repository this is on its host, by its configuration file alone: no process is started. */
export function originOf(folder: string): Head['repository'] {
  const top = workTree(folder);
  if (top === undefined) return null;
  try {
    const text = readFileSync(join(top, '.git/config'), 'utf8');
    const [, section = ''] = /^\[remote "origin"\]([^[]*)/m.exec(text) ?? [];
    const [, remote] = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section) ?? [];
    return remote ? repositoryOf(remote) : null;
  } catch {
    // A work tree of its own has its configuration elsewhere.
    return null;
  }
}

/** `git@github.com:acme/cloud.git`, `https://github.com/acme/cloud`, `ssh://git@host:22/acme/cloud.git`. */
export function repositoryOf(remote: string): Head['repository'] {
  const [, host, owner, name] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/](.+)\/([^/]+?)(?:\.git)?\/?$/.exec(remote.trim()) ?? [];
  return host && owner && name ? { host, owner, name } : null;
}

/** Paths that the next commit adds or changes, relative to the folder. */
export const stagedPaths = (folder: string): string[] =>
  git(folder, [
    'diff',
    '--cached',
    '--name-only',
    '-z',
    '--no-ext-diff',
    '--no-renames',
    '--diff-filter=d',
    '--relative',
  ])
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .sort();

/** The lines and names that changed since a commit, as a unified diff whatever the user's settings; null where git can't tell. */
export function diffSince(folder: string, commit: string, { staged = false } = {}): string | null {
  return attempt(folder, [
    ...withoutDrivers(settings(folder)),
    '-c',
    'diff.noprefix=false',
    '-c',
    'diff.mnemonicPrefix=false',
    'diff',
    '--unified=0',
    '--inter-hunk-context=0',
    '--find-renames',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--ignore-submodules=all',
    '--relative',
    ...(staged ? ['--cached'] : []),
    commit,
    '--',
    '.',
  ]);
}

/** The commit that a name stands for; null where it isn't at hand. */
export const resolve = (folder: string, name: string): string | null =>
  name.startsWith('-')
    ? null
    : attempt(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);

/** Where this state and a commit parted; null where the history at hand doesn't reach that far. */
export const partedFrom = (folder: string, commit: string): string | null =>
  attempt(folder, ['merge-base', 'HEAD', commit]);

/** Whether the history was cut off when the repository was cloned. */
export const isShallow = (folder: string): boolean =>
  attempt(folder, ['rev-parse', '--is-shallow-repository']) === 'true';
