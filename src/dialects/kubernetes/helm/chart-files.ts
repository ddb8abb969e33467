import { minimatch } from 'minimatch';
import type { DialectContext } from '../../dialect.ts';
import { unpacked } from './packed.ts';

/** The files that charts are made of: those of the tree, and those packed in `charts/` as if they were unpacked there. */
export interface ChartFiles {
  /** Sorted. */
  list: readonly string[];
  text(path: string): string | undefined;
  /** The archive that a file comes from. */
  archiveOf(path: string): string | undefined;
  /** Archives that can't be read. */
  unreadable: readonly string[];
}

const largestPacked = 5_000_000;
const archive = /(?:^|\/)charts\/[^/]+\.tgz$/;

export function chartFiles(context: DialectContext): ChartFiles {
  const list = context.files.list();
  const packed = new Map<string, { text: string; archive: string }>();
  const unreadable: string[] = [];
  const there = new Set(list);
  for (const path of list) {
    if (!archive.test(path)) continue;
    const small = (context.files.size?.(path) ?? 0) <= largestPacked;
    const bytes = small ? context.files.read(path) : undefined;
    const files = bytes && unpacked(bytes);
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!files) unreadable.push(path);
    else if (![...files.keys()].some((inner) => there.has(`${folder}/${inner}`)))
      for (const [inner, text] of files) packed.set(`${folder}/${inner}`, { text, archive: path });
  }
  return {
    list: packed.size === 0 ? list : [...list, ...packed.keys()].sort(),
    text: (path) => packed.get(path)?.text ?? context.text(path),
    archiveOf: (path) => packed.get(path)?.archive,
    unreadable,
  };
}

/** Whether a pattern for paths takes long on none: a few stars in each part of it, and no ranges. */
export const isSimple = (pattern: string): boolean =>
  pattern.length < 200 &&
  !/\{[^}]*\.\.|[!?+*@]\(/.test(pattern) &&
  pattern.split('/').every((part) => (part.match(/\*/g)?.length ?? 0) <= 3) &&
  (pattern.match(/\*\*/g)?.length ?? 0) <= 2 &&
  (pattern.match(/[{[]/g)?.length ?? 0) <= 6;

/** What a `.helmignore` leaves out of its chart, by paths in it: https://helm.sh/docs/chart_template_guide/helm_ignore_file/ */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('**') && isSimple(line.replace(/^!/, '')))
    .map((line) => {
      const negated = line.startsWith('!');
      const pattern = line.replace(/^!/, '');
      const glob = pattern.replace(/^\//, '').replace(/\/$/, '');
      const whole = glob.includes('/') || pattern.startsWith('/');
      const fits = (path: string): boolean =>
        minimatch(whole ? path : path.split('/').at(-1)!, glob, { dot: true, nobrace: true, noext: true });
      return { negated, folderOnly: pattern.endsWith('/'), fits };
    });
  if (rules.length === 0) return () => false;
  const leftOut = (path: string, isFolder: boolean): boolean =>
    rules.some(({ negated, folderOnly, fits }) => (!folderOnly || isFolder) && fits(path) !== negated);
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, i) => leftOut(parts.slice(0, i + 1).join('/'), i < parts.length - 1));
  };
}
