import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../dialects/dialect.ts';

/** The files of a folder on disk. What lies outside of it, also by way of a link, is not read. */
export function filesOnDisk(folder: string, list: () => readonly string[]): Files {
  const root = realpathSync(folder);
  const inside = root.endsWith(sep) ? root : root + sep;
  const fileAt = (path: string): { path: string; size: number } | undefined => {
    try {
      const real = realpathSync(join(root, path));
      if (!real.startsWith(inside)) return undefined;
      const stats = statSync(real);
      return stats.isFile() ? { path: real, size: stats.size } : undefined;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  };
  let paths: readonly string[] | undefined;
  return {
    list: () => (paths ??= list()),
    folder: (path) => {
      try {
        return readdirSync(join(root, path), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => (path ? `${path}/${name}` : name))
          .sort();
      } catch {
        return [];
      }
    },
    size: (path) => fileAt(path)?.size,
    read: (path) => {
      const file = fileAt(path);
      return file && readFileSync(file.path);
    },
    head: (path, bytes) => {
      const file = fileAt(path);
      if (!file) return undefined;
      const descriptor = openSync(file.path, 'r');
      try {
        const head = Buffer.alloc(Math.min(bytes, file.size));
        return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
      } finally {
        closeSync(descriptor);
      }
    },
  };
}
