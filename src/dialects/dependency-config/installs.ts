import { fileStart, type FilePlace } from '../../model/place.ts';
import { child, textOf } from '../../parse/look.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { Node } from '../../parse/tree.ts';
import type { DialectContext } from '../dialect.ts';
import { unverifiedIn, type Unverified } from './lock-entries.ts';
import type { Stated } from './read.ts';

export type Manager = 'npm' | 'pnpm' | 'yarn-1' | 'yarn' | 'bun' | 'uv';

/** A setting as it is written, in whichever of the manager's files. */
export interface Setting {
  value: string;
  at: FilePlace;
}

/** How one project is installed: who does it, by which settings, from which lock file. */
export interface Installs {
  manager: Manager;
  /** Where it is written (`packageManager`), or as far as the lock file's format tells. */
  version?: { from: number; below?: number; minor?: number };
  lockfile: string;
  settings: ReadonlyMap<string, Setting>;
  unverified: readonly Unverified[];
}

const lockfiles: readonly (readonly [RegExp, Manager])[] = [
  [/(^|\/)(package-lock|npm-shrinkwrap)\.json$/, 'npm'],
  [/(^|\/)pnpm-lock\.yaml$/, 'pnpm'],
  [/(^|\/)yarn\.lock$/, 'yarn'],
  [/(^|\/)bun\.lockb?$/, 'bun'],
  [/(^|\/)uv\.lock$/, 'uv'],
];

/** One for each lock file of these managers. */
export function installsOf(context: DialectContext): Stated[] {
  return context.files.list().flatMap((path): Stated[] => {
    const manager = lockfiles.find(([pattern]) => pattern.test(path))?.[1];
    if (!manager) return [];
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const text = path.endsWith('.lockb') ? '' : context.text(path);
    if (text === undefined) return [];
    const exact = manager === 'yarn' && /^# yarn lockfile v1/m.test(text.slice(0, 400)) ? 'yarn-1' : manager;
    const settings = settingsOf(exact, folder, context);
    const version = versionOf(exact, settings, text);
    const model: Installs = {
      manager: exact,
      ...(version && { version }),
      lockfile: path,
      settings,
      unverified: unverifiedIn(path, text),
    };
    return [{ type: 'package-installs', name: `installs by ${path}`, model, at: fileStart(path) }];
  });
}

/** All settings by the names that the manager's own documentation gives them; nested ones with dots. */
function settingsOf(manager: Manager, folder: string, context: DialectContext): Map<string, Setting> {
  const found = new Map<string, Setting>();
  const there = new Set(context.folder(folder.replace(/\/$/, '')));
  const read = (name: string, into: (path: string, text: string) => Iterable<readonly [string, Setting]>) => {
    const path = folder + name;
    const text = there.has(path) ? context.text(path) : undefined;
    if (text !== undefined) for (const [key, setting] of into(path, text)) found.set(key, setting);
  };
  if (manager === 'uv') {
    read('pyproject.toml', (path, text) => tomlSettings(path, text, 'tool.uv.'));
    read('uv.toml', (path, text) => tomlSettings(path, text, ''));
    return found;
  }
  read('package.json', (path, text) => treeSettings(path, parseJson(text).tree, manifestKeys));
  if (manager === 'bun') read('bunfig.toml', (path, text) => tomlSettings(path, text, ''));
  if (manager === 'yarn') read('.yarnrc.yml', (path, text) => treeSettings(path, parseYaml(text).tree[0]?.root));
  if (manager === 'yarn-1')
    read('.yarnrc', (path, text) => lineSettings(path, text, /^-{0,2}([\w-]+)\s+"?([^"\s]+)"?/));
  if (manager !== 'yarn') read('.npmrc', (path, text) => lineSettings(path, text, /^([\w-]+)\s*=\s*["']?([^\s"']+)/));
  if (manager === 'pnpm')
    read('pnpm-workspace.yaml', (path, text) => treeSettings(path, parseYaml(text).tree[0]?.root));
  return found;
}

const manifestKeys = ['packageManager', 'allowScripts', 'trustedDependencies', 'pnpm'];

/** The settings of a mapping; `pnpm` of a manifest holds what the workspace file holds too. */
function* treeSettings(file: string, root: Node | undefined, only?: readonly string[]): Iterable<[string, Setting]> {
  if (root?.type !== 'mapping') return;
  for (const { key, value } of root.entries) {
    if (only && !only.includes(key.text)) continue;
    if (only && key.text === 'pnpm') yield* treeSettings(file, value);
    else yield [key.text, { value: textOf(value) ?? sizeOf(value), at: { file, span: key.span } }];
  }
}

const sizeOf = (value: Node): string =>
  value.type === 'sequence'
    ? `${value.items.length} items`
    : value.type === 'mapping'
      ? `${value.entries.length} items`
      : '';

function* lineSettings(file: string, text: string, form: RegExp): Iterable<[string, Setting]> {
  for (const [index, line] of text.split('\n').entries()) {
    const match = form.exec(line.trim());
    if (match) yield [match[1]!, { value: match[2]!, at: lineAt(file, index, line) }];
  }
}

/** Keys of a TOML file with the names of their tables: `install.minimumReleaseAge`. */
function* tomlSettings(file: string, text: string, under: string): Iterable<[string, Setting]> {
  let table = '';
  for (const [index, line] of text.split('\n').entries()) {
    const header = /^\s*\[([^[\]]+)\]/.exec(line);
    if (header) table = `${header[1]!.trim()}.`;
    const match = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^#\s]+))/.exec(line);
    const key = match && `${table}${match[1]}`;
    if (!key?.startsWith(under)) continue;
    yield [key.slice(under.length), { value: match![2] ?? match![3] ?? match![4]!, at: lineAt(file, index, line) }];
  }
}

const lineAt = (file: string, index: number, line: string): FilePlace => ({
  file,
  span: { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: line.length + 1 },
});

/** `"packageManager": "pnpm@10.4.1+sha512…"`, else what the lock file's format tells. */
function versionOf(manager: Manager, settings: ReadonlyMap<string, Setting>, lock: string): Installs['version'] {
  const written = /^(\w+)@(\d+)(?:\.(\d+))?/.exec(settings.get('packageManager')?.value ?? '');
  if (written && manager.startsWith(written[1]!))
    return { from: Number(written[2]), below: Number(written[2]) + 1, minor: Number(written[3] ?? 0) };
  if (manager !== 'pnpm') return undefined;
  // https://github.com/pnpm/spec/blob/master/lockfile/9.0.md: format 9 came with pnpm 9, and is still written.
  const format = textOf(child(parseYaml(lock.slice(0, 300)).tree[0]?.root, 'lockfileVersion'));
  if (!format) return undefined;
  return Number(format) >= 9 ? { from: 9 } : { from: 1, below: 9 };
}
