import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { workTree } from './git.ts';

export interface Targets {
  /** The scanned folder, absolute: what paths in the report are relative to. */
  root: string;
  /** The files that were named, relative to it. */
  only?: readonly string[];
}

/**
 * What the arguments name: a folder, or files. Of files the root is the top of the work tree, else the working directory;
 * where a file lies outside of that, the folder that holds them all.
 */
export function targets({
  paths,
  cwd,
  staged = false,
}: {
  paths: readonly string[];
  cwd: string;
  staged?: boolean;
}): Targets {
  const absolute = paths.map((path) => located(path, cwd, staged));
  const folders = absolute.filter((path) => isFolder(path));
  if (folders.length > 1 || (folders.length === 1 && absolute.length > 1))
    throw new UsageError('name one folder, or files, not both: soc2-lint [DIR | FILE...]');
  const [folder] = folders;
  if (folder) return { root: realpathSync(folder) };
  const top = workTree(cwd) ?? cwd;
  if (absolute.length === 0) return { root: staged ? top : cwd };
  const root = absolute.every((path) => isInside(path, top)) ? top : commonFolder(absolute);
  const names = absolute.map((path) => relative(root, path).split(sep).join('/'));
  return { root, only: [...new Set(names)].sort() };
}

/** As written, or with the `\\` of Windows. A staged file may be gone from the disk. */
function located(path: string, cwd: string, staged: boolean): string {
  if (path === '-') throw new UsageError('reading from standard input is not supported: name a folder or files');
  const found = [path, path.replaceAll('\\', '/')].map((name) => resolve(cwd, name)).find((name) => existsSync(name));
  if (found === undefined && !staged) throw new UsageError(`there is no file or folder ${path}`);
  return found ?? resolve(cwd, path);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0]!);
  while (!files.every((file) => isInside(file, folder))) folder = dirname(folder);
  return folder;
}
