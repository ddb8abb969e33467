import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { strangerIn, type Entry } from '../evidence/verify.ts';

/** Everything below a folder, in the order of the paths. Links are not followed, and only plain files are opened. */
export function entriesOf(folder: string): Entry[] {
  const entries: Entry[] = [];
  const walk = (below: string) => {
    for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? item.name : `${below}/${item.name}`;
      if (item.isDirectory()) {
        entries.push({ path, kind: 'folder' });
        walk(path);
      } else if (item.isFile()) entries.push({ path, kind: 'file', bytes: bytesOf(join(folder, path)) });
      else entries.push({ path, kind: item.isSymbolicLink() ? 'link' : 'other' });
    }
  };
  walk('');
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`can't read ${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The folder that evidence is kept in, which has to be there. */
export function evidenceFolder(name: string): string {
  const folder = resolve(name);
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no folder ${name}`);
  if (!stat.isDirectory()) throw new UsageError(`${name}: expected a folder, and no link to one`);
  return folder;
}

/** Where evidence about `root` may be written: a folder that is new, empty, or one of ours with nothing else in it. */
export function outputFolder(name: string, root: string): string {
  const folder = join(realParent(name), basename(resolve(name)));
  if (isWithin(folder, root) || isWithin(root, folder))
    throw new UsageError(
      `${name} and what is scanned lie in each other: evidence would be part of what it is about; name a folder outside, like ../evidence`,
    );
  if (lstatSync(folder, { throwIfNoEntry: false })) checkOwn(folder, name);
  return folder;
}

function checkOwn(folder: string, name: string): void {
  const stranger = strangerIn(entriesOf(evidenceFolder(folder)));
  if (stranger !== undefined)
    throw new UsageError(
      `${name} is neither empty nor only evidence of soc2-lint: ${stranger} lies in it; name another folder, or take it away`,
    );
}

function realParent(name: string): string {
  try {
    return realpathSync(dirname(resolve(name)));
  } catch {
    throw new UsageError(`${name}: the folder in which it should be made is not there`);
  }
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Writes the files in this order into a folder of `outputFolder`, in place of what was there. */
export function writeFolder(folder: string, files: readonly { path: string; bytes: Uint8Array | string }[]): void {
  if (lstatSync(folder, { throwIfNoEntry: false })) checkOwn(folder, folder);
  else mkdirSync(folder);
  for (const { path, kind } of entriesOf(folder).reverse())
    if (kind === 'folder') rmdirSync(join(folder, path));
    else unlinkSync(join(folder, path));
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    // Nothing may stand there: a link that somebody puts there meanwhile is not written through.
    writeFileSync(file, bytes, { flag: 'wx' });
  }
}
