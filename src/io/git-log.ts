import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../dialects/dialect.ts';
import type { Change, Commit } from '../history/commit.ts';
import { blobsOf, type Blob } from './git-files.ts';
import { git, isShallow } from './git.ts';

/** The line of first parents, oldest first: who, and when it was committed. */
export const lineOf = (folder: string, tip: string): { id: string; time: number }[] =>
  git(folder, ['log', '--first-parent', '--no-show-signature', '--format=%H %ct', tip, '--'])
    .toString('latin1')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ id: line.slice(0, line.indexOf(' ')), time: Number(line.slice(line.indexOf(' ') + 1)) }))
    .reverse();

/** All files of a commit, as what it changes against nothing. */
export const treeAt = (folder: string, commit: string): Change[] =>
  git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit])
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, blob, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
      return mode?.startsWith('100') ? [{ path: path!, blob: blob! }] : [];
    });

/** The commits after `before` (all, where that is null) on the line of first parents, oldest first, with what each changes. */
export function commitsAfter(folder: string, before: string | null, tip: string): Commit[] {
  const output = git(folder, [
    '-c',
    'log.showSignature=false',
    '-c',
    'diff.renameLimit=2000',
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--root',
    '--raw',
    '--no-abbrev',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-notes',
    '--no-mailmap',
    '--ignore-submodules=none',
    '--find-renames',
    '--encoding=UTF-8',
    '-z',
    // Two empty fields can't stand in a record of --raw: they open a commit.
    `--format=${mark}%x00%H%x00%P%x00%ct%x00%at%x00%an%x00%ae%x00%cn%x00%ce%x00%B%x00`,
    before === null ? tip : `${before}..${tip}`,
    '--',
  ]).toString('utf8');
  const fields = output.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at < fields.length;) {
    if (!fields[at]!.endsWith(mark)) {
      at++;
      continue;
    }
    const [id = '', parents = '', time, authored, author = '', authorMail = '', committer = '', committerMail = ''] =
      fields.slice(at + 1, at + 9);
    const message = fields[at + 9] ?? '';
    at += 10;
    const changes: Change[] = [];
    while (at < fields.length && !fields[at]!.endsWith(mark)) {
      const [, mode, blob, kind] = /:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at]!) ?? [];
      if (kind === undefined) {
        at++;
        continue;
      }
      const moved = kind === 'R' || kind === 'C';
      const path = fields[at + (moved ? 2 : 1)]!;
      changes.push({
        path,
        // Links and submodules are no files of the tree.
        ...(kind !== 'D' && mode!.startsWith('100') && { blob: blob! }),
        ...(kind === 'R' && { from: fields[at + 1]! }),
      });
      at += moved ? 3 : 2;
    }
    commits.push({
      id,
      parents: parents.split(' ').filter(Boolean),
      time: Number(time),
      authored: Number(authored),
      author: { name: author, mail: authorMail },
      committer: { name: committer, mail: committerMail },
      message,
      signed: false,
      changes,
    });
  }
  const signed = signedAmong(
    folder,
    commits.map((commit) => commit.id),
  );
  return commits.reverse().map((commit) => ({ ...commit, signed: signed.has(commit.id) }));
}

const mark = '\u0001commit\u0001';

/** Commits that carry a signature. Nobody's key is asked for: presence is all that is read. */
function signedAmong(folder: string, ids: readonly string[]): Set<string> {
  const signed = new Set<string>();
  if (ids.length === 0) return signed;
  const output = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < output.length;) {
    const newline = output.indexOf(0x0a, at);
    const [id = '', , size] = output.subarray(at, newline).toString('latin1').split(' ');
    const end = newline + 1 + Number(size);
    const [header = ''] = output
      .subarray(newline + 1, end)
      .toString('latin1')
      .split('\n\n', 1);
    if (/^gpgsig(?:-sha256)? /m.test(header)) signed.add(id);
    at = end + 1;
  }
  return signed;
}

/** What of the history is cut off or replaced, in words; empty where git shows nothing of the kind. */
export function hidden(folder: string, branch: string): string[] {
  const found: string[] = [];
  if (isShallow(folder)) found.push('the clone is shallow: older commits are missing (git fetch --unshallow)');
  const common = git(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir']).toString().trim();
  if (existsSync(join(common, 'info/grafts'))) found.push('commits have other parents than they say (info/grafts)');
  if (git(folder, ['for-each-ref', '--count=1', 'refs/replace/']).length > 0)
    found.push('objects are replaced by others (refs/replace)');
  const forced = forcedUpdates(folder, branch);
  if (forced > 0)
    found.push(
      `the branch was written anew ${forced === 1 ? 'once' : `${forced} times`} since this clone has it (forced-update in the reflog)`,
    );
  return found;
}

/** Fetches that this clone remembers, in which the branch did not go on from where it was. */
function forcedUpdates(folder: string, branch: string): number {
  const name = git(folder, ['rev-parse', '--abbrev-ref', branch]).toString('utf8').trim();
  const log = git(folder, ['log', '--walk-reflogs', '--all', '--format=%gD%x00%gs']).toString('utf8');
  return log.split('\n').filter((line) => {
    const [at = '', what = ''] = line.split('\0');
    const ref = at.slice(0, at.lastIndexOf('@'));
    return what.endsWith('forced-update') && (ref === name || ref.endsWith(`/${name}`));
  }).length;
}

const ahead = 4000;

/** What of a tree the next one has changed, and that one. */
interface Tree {
  was: Map<string, string | undefined>;
  next: Tree | undefined;
}

/** The trees of a history, one after the other. What changes next is fetched together; what no tree has any more goes. */
export class Trees {
  readonly #folder: string;
  readonly #wanted: (path: string) => boolean;
  readonly #ids = new Map<string, string>();
  readonly #blobs = new Map<string, Blob>();
  #paths: readonly string[] | undefined = undefined;
  #files: Files | undefined = undefined;
  #tree: Tree = { was: new Map(), next: undefined };

  constructor(folder: string, wanted: (path: string) => boolean) {
    this.#folder = folder;
    this.#wanted = wanted;
  }

  apply(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    // Files of an earlier tree may be asked for later: they remember what is another file now, and not the whole tree.
    this.#tree.next = { was: new Map(), next: undefined };
    const { was } = this.#tree;
    this.#tree = this.#tree.next;
    this.#files = undefined;
    for (const { path, blob, from } of changes) {
      for (const one of from === undefined ? [path] : [path, from]) if (!was.has(one)) was.set(one, this.#ids.get(one));
      if (from !== undefined || blob === undefined || !this.#ids.has(path)) this.#paths = undefined;
      if (from !== undefined) this.#ids.delete(from);
      if (blob === undefined) this.#ids.delete(path);
      else this.#ids.set(path, blob);
    }
  }

  /** Fetches what the tree and the next changes hold and is not at hand. Says how many of the changes are covered. */
  fetch(next: readonly (readonly Change[])[]): number {
    const ids = new Set<string>();
    const want = (path: string, id: string) => {
      if (this.#wanted(path)) ids.add(id);
    };
    for (const [path, id] of this.#ids) want(path, id);
    let covered = 0;
    for (; covered < next.length && ids.size < this.#ids.size + ahead; covered++)
      for (const { path, blob } of next[covered]!) if (blob !== undefined) want(path, blob);
    for (const id of this.#blobs.keys()) if (!ids.has(id)) this.#blobs.delete(id);
    const missing = [...ids].filter((id) => !this.#blobs.has(id));
    if (missing.length > 0) for (const [id, blob] of blobsOf(this.#folder, missing)) this.#blobs.set(id, blob);
    return covered;
  }

  /** The tree as it is now; it stays as it is when the next changes come, and is the same object until they do. */
  files(): Files {
    return (this.#files ??= this.#snapshot());
  }

  #snapshot(): Files {
    const paths = (this.#paths ??= [...this.#ids.keys()].sort());
    const tree = this.#tree;
    const idOf = (path: string): string | undefined => {
      for (let at = tree; at.next; at = at.next) if (at.was.has(path)) return at.was.get(path);
      return this.#ids.get(path);
    };
    const blob = (path: string): Blob | undefined => {
      const id = idOf(path);
      if (id === undefined) return undefined;
      return this.#blobs.get(id) ?? blobsOf(this.#folder, [id]).get(id);
    };
    return {
      list: () => paths,
      id: idOf,
      size: (path) => blob(path)?.size,
      read: (path) => blob(path)?.content,
    };
  }
}
