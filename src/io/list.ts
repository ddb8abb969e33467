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
  const listed = (...args: readonly string[]) =>
    git(folder, ['ls-files', '-z', ...args])
      .toString('utf8')
      .split('\0')
      .filter(Boolean);
  const problems: Problem[] = [];
  const paths = new Set<string>();
  for (const line of listed('--stage')) {
    const [, mode, path = ''] = /^(\d+) \w+ \d\t(.*)$/s.exec(line) ?? [];
    if (mode === '160000') problems.push(leftOut(path, 'a submodule: scan it where it lives'));
    else if (mode !== '120000') paths.add(path);
  }
  for (const path of listed('--others', '--exclude-standard')) {
    if (path.endsWith('/')) problems.push(leftOut(path.slice(0, -1), 'a repository of its own inside of this one'));
    else paths.add(path);
  }
  for (const path of listed('--deleted')) paths.delete(path);
  for (const path of paths) {
    const why = reasonNotToRead(join(folder, path), path);
    if (why !== undefined) paths.delete(path);
    if (why) problems.push(why);
  }
  return { paths: [...paths].sort(), problems };
}

/** Undefined for a plain file; null for what is none (a link, a pipe): it is left out without a word. */
function reasonNotToRead(absolute: string, path: string): Problem | null | undefined {
  try {
    return lstatSync(absolute).isFile() ? undefined : null;
  } catch (error) {
    if (path.includes('\ufffd')) return leftOut(path, 'its name is not valid UTF-8');
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') ? null : unreadable(path, error);
  }
}

const leftOut = (path: string, why: string): Problem => ({
  kind: 'not-scanned',
  message: `is left out: ${why}`,
  location: locationOf(fileStart(path)),
  notice: true,
});

const unreadable = (path: string, cause: unknown): Problem => ({
  kind: 'unreadable',
  message: `can't be listed: ${(cause as Error).message.split(',')[0]}`,
  location: locationOf(fileStart(path)),
});

/** The rules of one `.gitignore`, for paths below its folder. */
interface Ignores {
  base: string;
  test(path: string): { ignored: boolean; unignored: boolean };
}

async function byWalk(folder: string): Promise<Listing> {
  const { default: ignore } = await import('ignore');
  const paths: string[] = [];
  const problems: Problem[] = [];
  const rulesIn = (base: string, entries: readonly Dirent[]): Ignores[] => {
    if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return [];
    const file = base ? `${base}/.gitignore` : '.gitignore';
    try {
      const rules = ignore({ allowRelativePaths: true }).add(readFileSync(join(folder, file), 'utf8'));
      return [{ base, test: (path) => rules.test(path) }];
    } catch (cause) {
      problems.push(unreadable(file, cause));
      return [];
    }
  };
  const visit = (path: string, above: readonly Ignores[]): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch (cause) {
      problems.push(unreadable(path || '.', cause));
      return;
    }
    const rules = [...above, ...rulesIn(path, entries)];
    for (const entry of entries) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (entry.name === '.git' || isIgnored(below + (entry.isDirectory() ? '/' : ''), rules)) continue;
      if (entry.isFile()) paths.push(below);
      else if (entry.isDirectory() && existsSync(join(folder, below, '.git')))
        problems.push(leftOut(below, 'a repository of its own inside of this one'));
      else if (entry.isDirectory() && entry.name !== 'node_modules') visit(below, rules);
    }
  };
  visit('', []);
  return { paths: paths.sort(), problems: problems.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) };
}

const placeOf = ({ location }: Problem): string => location?.file ?? '';

/** As git decides: the nearest file that says something has the last word. */
function isIgnored(path: string, rules: readonly Ignores[]): boolean {
  for (const { base, test } of rules.toReversed()) {
    const { ignored, unignored } = test(base ? path.slice(base.length + 1) : path);
    if (ignored || unignored) return ignored;
  }
  return false;
}
