import type { DialectContext } from '../dialect.ts';
import { fileStart } from '../../model/place.ts';
import { ecosystemOf, type Ecosystem } from './ecosystems.ts';
import { movingSources, type MovingSource } from './moving-sources.ts';
import type { Stated } from './read.ts';

/** A manifest, and what pins its versions. */
export interface Manifest {
  ecosystem: string;
  /** `''` for the root. */
  folder: string;
  /** The names a lock file may have; none where the ecosystem has none by default. */
  lockfiles: readonly string[];
  lockfile?: string;
  library: boolean;
  movingSources: MovingSource[];
}

/** All manifests of the tree that name dependencies, one for each ecosystem and folder. */
export function manifestsOf(context: DialectContext): Stated[] {
  const paths = context.files.list();
  const there = new Set(paths);
  const found = new Map<string, Stated>();
  for (const path of paths) {
    const ecosystem = ecosystemOf(path);
    if (!ecosystem) continue;
    const folder = ecosystem.folder?.(path) ?? folderOf(path);
    const key = `${ecosystem.name}\0${folder}\0${context.roleOf(path)}`;
    const earlier = found.get(key);
    const readsSources = ['npm', 'pip'].includes(ecosystem.name);
    if (earlier && !readsSources) continue;
    const text = ecosystem.hasDependencies || ecosystem.isLibrary || readsSources ? context.text(path) : '';
    if (text === undefined || (ecosystem.hasDependencies && !ecosystem.hasDependencies.test(text))) continue;
    const sources = readsSources ? movingSources(ecosystem.name, path, text) : [];
    if (earlier) {
      (earlier.model as Manifest).movingSources.push(...sources);
      continue;
    }
    const lockfile = lockfileOf(ecosystem, folder, there);
    const model: Manifest = {
      ecosystem: ecosystem.name,
      folder,
      lockfiles: ecosystem.lockfiles,
      ...(lockfile !== undefined && { lockfile }),
      library: ecosystem.isLibrary?.(text, context.folder(folder)) ?? false,
      movingSources: sources,
    };
    found.set(key, { type: 'manifest', name: path, model, at: fileStart(path) });
  }
  return [...found.values()];
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/** Beside the manifest, or above it: the members of a workspace share one. */
function lockfileOf({ lockfiles }: Ecosystem, folder: string, there: ReadonlySet<string>): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const prefix = parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    const lockfile = lockfiles.find((name) => there.has(prefix + name));
    if (lockfile) return prefix + lockfile;
  }
  return undefined;
}
