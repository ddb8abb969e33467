import type { GitHub } from '../io/github.ts';
import type { Event } from './event.ts';

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
interface ChangedFile {
  filename: string;
  previous_filename?: string;
  status: string;
  /** Missing where it is large or binary. */
  patch?: string;
}

/** A pull request lists so many files, a comparison of commits so many; beyond, the list is not whole. */
const mostOfPull = 3000;
const mostOfCompare = 300;

/** What the change alters, by GitHub's word, as a unified diff; undefined where GitHub doesn't list all of it. */
export async function changedFiles(
  api: GitHub,
  repository: string,
  { pull, base, head }: Event,
  prefix: string,
): Promise<string | undefined> {
  const compared = pull === undefined;
  const most = compared ? mostOfCompare : mostOfPull;
  const { items } = compared
    ? await api.pages(`/repos/${repository}/compare/${base}...${head}?per_page=100`, 1, filesIn)
    : await api.pages(`/repos/${repository}/pulls/${pull}/files?per_page=100`, most);
  const files = items as ChangedFile[];
  return files.length >= most ? undefined : diffOf(files, prefix);
}

/** The files stand on the first page of a comparison; further ones are of commits. */
const filesIn = (body: unknown) => (body as { files?: unknown }).files ?? [];

/** Hunks without context, as `changesOf` reads them. Of a file without a patch every line counts as changed. */
function diffOf(files: readonly ChangedFile[], prefix: string): string {
  const lines = files.flatMap(({ filename, previous_filename: former, status, patch }) => {
    if (status === 'removed' || !filename.startsWith(prefix)) return [];
    const name = filename.slice(prefix.length);
    const renamed = former?.startsWith(prefix) ? [`rename from ${quoted(former.slice(prefix.length))}`] : [];
    if (renamed.length > 0) renamed.push(`rename to ${quoted(name)}`);
    const whole = status === 'renamed' && patch === undefined ? [] : ['@@ -0,0 +1,1000000000 @@'];
    return [
      `diff --git ${quoted(`a/${name}`)} ${quoted(`b/${name}`)}`,
      ...renamed,
      `+++ ${quoted(`b/${name}`)}`,
      ...(patch === undefined ? whole : hunksOf(patch)),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Always in quotes: a name may hold a line end. */
const quoted = (name: string): string =>
  `"${name.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;

/** The runs of changed lines in a patch, each as a hunk of its own. */
function hunksOf(patch: string): string[] {
  const hunks: string[] = [];
  let line = 0;
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    if (removed.length + added.length > 0) {
      const from = added.length > 0 ? line - added.length : line - 1;
      hunks.push(`@@ -0,${removed.length} +${from},${added.length} @@`, ...removed, ...added);
    }
    removed = [];
    added = [];
  };
  for (const text of patch.split('\n')) {
    const [, start] = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text) ?? [];
    if (start !== undefined) {
      close();
      line = Number(start);
    } else if (text.startsWith('-')) {
      removed.push('-');
    } else if (text.startsWith('+')) {
      added.push('+');
      line++;
    } else if (!text.startsWith('\\')) {
      close();
      line++;
    }
  }
  close();
  return hunks;
}
