import { isUtf8 } from 'node:buffer';
import type { Files } from '../dialect.ts';

/** Files that expressions read. Paths are relative to the folder where Terraform would run; nothing outside of the tree is read. */
export interface SourceFiles {
  /** The folder Terraform runs in: the root's. */
  root: string;
  /** The path in the scanned tree; undefined where it leads outside. */
  resolve(path: string): string | undefined;
  bytes(path: string): Uint8Array | undefined;
  text(path: string): string | undefined;
  list(): readonly string[];
}

const sizeLimit = 5 * 1024 * 1024;

export function sourceFiles(files: Files, root: string): SourceFiles {
  const bytes = (path: string): Uint8Array | undefined => {
    const read = files.read(path);
    return read && read.length <= sizeLimit ? read : undefined;
  };
  return {
    root,
    resolve: (path) => (path.startsWith('/') || path.startsWith('~') ? undefined : joinPath(root, path)),
    bytes,
    text: (path) => {
      const read = bytes(path);
      return read && isUtf8(read) ? new TextDecoder().decode(read) : undefined;
    },
    list: () => files.list(),
  };
}

/** `folder` and a relative path joined, without `.` and `..`; undefined where that leads out of the tree. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The path from one folder of the tree to another, as Terraform shows it: `./` is left out, the same folder is `.`. */
export function relativePath(from: string, to: string): string {
  const start = from ? from.split('/') : [];
  const end = to ? to.split('/') : [];
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/') || '.';
}
