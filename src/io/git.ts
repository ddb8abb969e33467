import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/**
 * Options that take the repository's own filters and drivers off: its configuration may name any program for them, which
 * git runs when it compares files.
 */
function withoutDrivers(folder: string): string[] {
  const settings = attempt(folder, ['config', '--list', '--null', '--name-only', '--show-scope'])?.split('\0') ?? [];
  const options = settings.flatMap((name, index) => {
    const isOwn = settings[index - 1] === 'local' || settings[index - 1] === 'worktree';
    if (!isOwn) return [];
    if (/^filter\..*\.(clean|smudge|process)$/.test(name)) return ['-c', `${name}=`];
    return /^filter\..*\.required$/.test(name) ? ['-c', `${name}=false`] : [];
  });
  return options;
}

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
  const commit = attempt(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  const seconds = commit ? attempt(folder, ['log', '-1', '--no-show-signature', '--format=%ct', 'HEAD']) : null;
  const status = attempt(folder, [
    ...withoutDrivers(folder),
    'status',
    '--porcelain=v1',
    '--untracked-files=no',
    '--ignore-submodules=all',
    '--',
    '.',
  ]);
  const remote = attempt(folder, ['config', '--get', 'remote.origin.url']);
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
    ...withoutDrivers(folder),
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
