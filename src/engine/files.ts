import type { DialectContext, Files } from '../dialects/dialect.ts';
import type { Problem } from '../model/report.ts';
import { locationOf } from '../model/report.ts';
import { fileStart } from '../model/place.ts';

/** Files larger than this are not read: such a file is data, and one line of it could cost the whole scan. */
export const sizeLimit = 5 * 1024 * 1024;

/** Texts of files, each decoded at most once; what can't be decoded becomes one problem for the dialect that asked. */
export interface Texts {
  /** The text as it is, for code frames and sniffing: no problem is told. */
  peek(path: string): string | undefined;
  /** The beginning of the text, also of a file that is too large to be read. */
  head(path: string, bytes: number): string | undefined;
  /** The text for a dialect that claims the file. */
  text(path: string, dialect: string, whenTooLarge?: string): string | undefined;
  /** How many files were read for a dialect, and how many of those could not be. */
  count(): { read: number; unread: number };
}

type Decoded = { text: string } | { kind: Problem['kind']; message: string };

export function textsOf(files: Files, problem: (problem: Problem) => void): Texts {
  const decoded = new Map<string, Decoded>();
  const claimed = new Map<string, boolean>();
  const decode = (path: string): Decoded => {
    let result = decoded.get(path);
    if (!result) decoded.set(path, (result = decodeFile(files, path)));
    return result;
  };
  return {
    peek: (path) => {
      const result = decode(path);
      return 'text' in result ? result.text : undefined;
    },
    head: (path, bytes) => {
      const result = decode(path);
      if ('text' in result) return result.text.slice(0, bytes);
      const head = result.kind === 'too-large' ? files.head?.(path, bytes) : undefined;
      return head && lenient.decode(head);
    },
    text: (path, dialect, whenTooLarge) => {
      const result = decode(path);
      const first = !claimed.has(path);
      if ('text' in result) {
        claimed.set(path, true);
        return result.text;
      }
      claimed.set(path, false);
      if (first)
        problem({
          kind: result.kind,
          message: result.kind === 'too-large' ? `${result.message}; ${whenTooLarge ?? forData}` : result.message,
          location: locationOf(fileStart(path)),
          dialect,
        });
      return undefined;
    },
    count: () => {
      const all = [...claimed.values()];
      return { read: all.filter(Boolean).length, unread: all.filter((read) => !read).length };
    },
  };
}

function decodeFile(files: Files, path: string): Decoded {
  let bytes: Uint8Array | undefined;
  try {
    const size = files.size?.(path) ?? 0;
    if (size > sizeLimit) return tooLarge(size);
    bytes = files.read(path);
  } catch (cause) {
    return { kind: 'unreadable', message: `can't be read: ${why(cause)}` };
  }
  if (!bytes) return { kind: 'unreadable', message: 'there is no such file, or it is a link out of what is scanned' };
  if (bytes.length > sizeLimit) return tooLarge(bytes.length);
  if (bytes.subarray(0, 8000).includes(0))
    return { kind: 'encoding', message: 'holds NUL bytes, so it is binary or UTF-16; expected text in UTF-8' };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { kind: 'encoding', message: 'is not valid UTF-8; save it as UTF-8' };
  }
}

const tooLarge = (size: number): Decoded => ({
  kind: 'too-large',
  message: `is ${(size / 1024 / 1024).toFixed(1)} MB, over the limit of ${sizeLimit / 1024 / 1024} MB`,
});

const forData = 'exclude it in .soc2/config.yml if it is data';

/** `EACCES: permission denied, open '/home/…'` without the absolute path, which differs from machine to machine. */
const why = (cause: unknown): string =>
  cause instanceof Error ? cause.message.replace(/,? (?:\w+ )?'[^']*'(?: -> '[^']*')?$/, '') : String(cause);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// A head may end within a character.
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The folder listing of files that have none of their own: the same lists for as long as the paths are one list. */
export function folderOf(files: Files): DialectContext['folder'] {
  if (files.folder) return files.folder;
  return (folder) => {
    const paths = files.list();
    let byFolder = folders.get(paths);
    if (!byFolder) folders.set(paths, (byFolder = sorted(paths)));
    return byFolder.get(folder) ?? empty;
  };
}

const folders = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();
const empty: readonly string[] = [];

function sorted(paths: readonly string[]): Map<string, string[]> {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const there = byFolder.get(parent);
    if (there) there.push(path);
    else byFolder.set(parent, [path]);
  }
  return byFolder;
}
