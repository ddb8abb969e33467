import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import type { Report } from '../src/model/report.ts';
import { packageFolder } from './bundle.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const forTests = {
  PATH: process.env['PATH'],
  HOME: packageFolder,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Runs the bundle's command line, as a user does. */
export function cli(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  user: { uid?: number; gid?: number } = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(packageFolder, 'dist/cli.js'), ...args], {
    cwd,
    env: { ...forTests, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...user,
  });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A scan's report, with its exit code and what was said on stderr. */
export function scanned(
  cwd: string,
  args: readonly string[] = [],
  env?: NodeJS.ProcessEnv,
  user?: { uid?: number; gid?: number },
) {
  const ran = cli(cwd, [...args, '--format', 'json'], env, user);
  if (ran.out === '') throw new Error(`no report, exit ${ran.code}: ${ran.err}`);
  const whole = JSON.parse(ran.out) as Report;
  return { ...ran, whole, report: { ...whole, results: whole.results.filter(({ rule }) => looked.has(rule)) } };
}

/** The rules that these tests look at: what other rules say of the same files is theirs to test. */
export const looked: ReadonlySet<string> = new Set([
  'actions-are-pinned',
  'exceptions-are-current',
  'manual-evidence-is-current',
  'pipelines-hold-no-passwords',
  'jobs-have-names',
]);

/** A configuration that leaves only those on. */
export const otherRulesOff = `rules:\n${ruleIndex.entries
  .filter(({ id }) => !looked.has(id))
  .map(({ id }) => `  ${id}: off\n`)
  .join('')}`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export type Tree = { readonly [path: string]: string | Uint8Array | { link: string } };

/** An empty folder outside of any repository, gone after the test file. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'soc2-lint-')));
  folders.push(folder);
  return folder;
}

export function write(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, target);
    else writeFileSync(target, content);
  }
}

/** A folder with these files and no repository. */
export function folderWith(tree: Tree): string {
  const folder = emptyFolder();
  write(folder, tree);
  return folder;
}

const identity = {
  ...forTests,
  GIT_AUTHOR_NAME: 'author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'committer',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
  GIT_AUTHOR_DATE: '2026-10-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-10-01T12:00:00Z',
};

/** Runs git and gives what it says. */
export function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    env: identity,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** A repository with these files in its one commit. */
export function repository(tree: Tree, { commit: wantsCommit = true } = {}): string {
  const folder = folderWith(tree);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  if (wantsCommit) commit(folder);
  return folder;
}

/** Commits everything as it is. */
export function commit(folder: string, message = 'change'): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A workflow with one finding of actions-are-pinned, and none of any other rule. */
export const workflow = ({ action = 'actions/checkout@v4', job = 'build' } = {}): string => `name: ci
on: push
permissions:
  contents: read
jobs:
  ${job}:
    runs-on: ubuntu-latest
    steps:
      - uses: ${action}
`;
export const pinned = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
