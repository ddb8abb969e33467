import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../dialects/dialect.ts';

/** The files of a folder on disk. What lies outside of it, also by way of a link, is not read. */
export function filesOnDisk(folder: string, list: () => readonly string[]): Files {
  const root = realpathSync(folder);
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
    read: (path) => {
      try {
        const real = realpathSync(join(root, path));
        return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)
          ? readFileSync(real)
          : undefined;
      } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw error;
      }
    },
  };
}
