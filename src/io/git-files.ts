import { extname } from 'node:path';
import type { Files } from '../dialects/dialect.ts';
import { sizeLimit } from '../engine/files.ts';
import { git } from './git.ts';

interface Entry {
  id: string;
  path: string;
}

/** The files of a commit. All that `wanted` names are fetched at once. */
export function filesAt(folder: string, commit: string, wanted: (path: string) => boolean): Files {
  const prefix = git(folder, ['rev-parse', '--show-prefix']).toString().replace(/\n$/, '');
  const listing = git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix ? ['--', prefix] : [])]);
  const entries = listing
    .toString('utf8')
    .split('\0')
    .flatMap((line): Entry[] => {
      const [, mode, id, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
      return mode?.startsWith('100') && path!.startsWith(prefix) ? [{ id: id!, path: path!.slice(prefix.length) }] : [];
    });
  return filesOf(folder, entries, () => entries.filter(({ path }) => wanted(path)));
}

/** The files as they are staged: what a commit made now would hold. Fetched as they are asked for. */
export function stagedFiles(folder: string, wanted: (path: string) => boolean): Files {
  const listing = git(folder, ['ls-files', '--stage', '-z']).toString('utf8');
  const entries = listing.split('\0').flatMap((line): Entry[] => {
    const [, mode, id, path] = /^(\d+) (\w+) \d\t(.*)$/s.exec(line) ?? [];
    return mode?.startsWith('100') ? [{ id: id!, path: path! }] : [];
  });
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  let asked = 0;
  return filesOf(folder, entries, (first) => {
    // Who asks again and again looks through all files of a sort (who calls this module?): they then come at once.
    const kin = ++asked > 4 ? extname : folderOf;
    return entries.filter(({ path }) => path === first || (kin(path) === kin(first) && wanted(path)));
  });
}

/** `ahead` names what is fetched together with a path that is asked for. */
function filesOf(folder: string, entries: readonly Entry[], ahead: (path: string) => readonly Entry[]): Files {
  const idOf = new Map(entries.map(({ id, path }) => [path, id]));
  const paths = [...idOf.keys()].sort();
  const blobs = new Map<string, Blob>();
  const blob = (path: string): Blob | undefined => {
    const id = idOf.get(path);
    if (id === undefined) return undefined;
    if (!blobs.has(id)) {
      const ids = new Set([id, ...ahead(path).map((entry) => entry.id)].filter((one) => !blobs.has(one)));
      for (const [found, content] of blobsOf(folder, [...ids])) blobs.set(found, content);
    }
    return blobs.get(id);
  };
  return { list: () => paths, size: (path) => blob(path)?.size, read: (path) => blob(path)?.content };
}

/** Without content where it is too large to be read. */
export interface Blob {
  size: number;
  content?: Uint8Array;
}

export function blobsOf(folder: string, ids: readonly string[]): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  const sizes = git(folder, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], `${ids.join('\n')}\n`);
  for (const line of sizes.toString('latin1').split('\n')) {
    const [id = '', size] = line.split(' ');
    if (/^\d+$/.test(size ?? '')) blobs.set(id, { size: Number(size) });
  }
  const small = [...blobs].filter(([, { size }]) => size <= sizeLimit).map(([id]) => id);
  if (small.length === 0) return blobs;
  const output = git(folder, ['cat-file', '--batch'], `${small.join('\n')}\n`);
  for (let at = 0; at < output.length;) {
    const newline = output.indexOf(0x0a, at);
    const [id = '', , size] = output.subarray(at, newline).toString('latin1').split(' ');
    const end = newline + 1 + Number(size);
    blobs.get(id)!.content = output.subarray(newline + 1, end);
    at = end + 1;
  }
  return blobs;
}
