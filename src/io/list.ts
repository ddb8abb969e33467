import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/report.ts';
import { fileStart } from '../model/place.ts';
import { locationOf } from '../model/report.ts';
import { git, GitError, workTree } from './git.ts';

export interface Listing {
  /** Relative to the folder, with `/`, sorted. */
  paths: string[];
  /** What was left out on purpose, and what could not be listed. */
  problems: Problem[];
}

/** All files of a folder: as git sees them, else by walking and honouring `.gitignore`. Links are never followed. */
export async function list(folder: string): Promise<Listing> {
  if (workTree(folder)) {
    try {
      return byGit(folder);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const walked = await byWalk(folder);
      const problem: Problem = {
        kind: 'not-scanned',
        message: `git could not list the files, so the folder was walked: ${error.message}`,
        notice: true,
      };
      return { ...walked, problems: [problem, ...walked.problems] };
    }
  }
  return byWalk(folder);
}

function byGit(folder: string): Listing {
  const tracked = git(folder, ['ls-files', '--stage', '-z']).toString('utf8').split('\0');
  const problems: Problem[] = [];
  const paths = new Set<string>();
  for (const line of tracked) {
    const [, mode, path] = /^(\d+) \w+ \d\t(.*)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    if (mode === '160000') problems.push(leftOut(path, 'a submodule: scan it where it lives'));
    else if (mode !== '120000') paths.add(path);
  }
  const others = git(folder, ['ls-files', '--others', '--exclude-standard', '-z'])
    .toString('utf8')
    .split('\0')
    .filter(Boolean);
  for (const path of others) {
    if (path.endsWith('/')) problems.push(leftOut(path.slice(0, -1), 'a repository of its own inside of this one'));
    else paths.add(path);
  }
  const deleted = git(folder, ['ls-files', '--deleted', '-z']).toString('utf8').split('\0').filter(Boolean);
  for (const path of deleted) paths.delete(path);
  return { paths: [...paths].filter((path) => isFile(join(folder, path))).sort(), problems };
}

const isFile = (path: string): boolean => {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
};

const leftOut = (path: string, why: string): Problem => ({
  kind: 'not-scanned',
  message: `is left out: ${why}`,
  location: locationOf(fileStart(path)),
  notice: true,
});

async function byWalk(folder: string): Promise<Listing> {
  const { default: ignore } = await import('ignore');
  const paths: string[] = [];
  const problems: Problem[] = [];
  type Rules = { base: string; ignores(path: string): boolean };
  const visit = (path: string, above: readonly Rules[]): void => {
    const absolute = join(folder, path);
    let entries: Dirent[];
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch (cause) {
      problems.push({
        kind: 'unreadable',
        message: `can't be listed: ${(cause as Error).message.split(',')[0]}`,
        location: locationOf(fileStart(path || '.')),
      });
      return;
    }
    const rules = entries.some(({ name }) => name === '.gitignore') ? [...above, rulesOf(absolute, path)] : above;
    for (const entry of entries) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (
        entry.name === '.git' ||
        rules.some(({ base, ignores }) =>
          ignores((base ? below.slice(base.length + 1) : below) + (entry.isDirectory() ? '/' : '')),
        )
      )
        continue;
      if (entry.isFile()) paths.push(below);
      else if (entry.isDirectory() && existsSync(join(folder, below, '.git')))
        problems.push(leftOut(below, 'a repository of its own inside of this one'));
      else if (entry.isDirectory() && entry.name !== 'node_modules') visit(below, rules);
    }
  };
  const rulesOf = (absolute: string, base: string): Rules => {
    const rules = ignore().add(readFileSync(join(absolute, '.gitignore'), 'utf8'));
    return { base, ignores: (path) => rules.ignores(path) };
  };
  visit('', []);
  return { paths: paths.sort(), problems };
}
