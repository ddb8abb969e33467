import type { FilePlace } from '../../model/place.ts';

/** A package of a lock file that may be changed on its way without anyone noticing. */
export interface Unverified {
  name: string;
  how: 'comes unencrypted' | 'has no checksum';
  at: FilePlace;
}

/** Entries that come over plain HTTP, or from a registry without a checksum. What names a commit is fixed by that. */
export function unverifiedIn(path: string, text: string): Unverified[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(package-lock|npm-shrinkwrap)\.json$/.test(name)) return ofNpm(path, text);
  return unencrypted(path, text);
}

const address =
  /^\s*(?:resolved|resolution|url|tarball|"resolved")\b[^\n]*?["' ](http:\/\/(?!localhost|127\.)[^"'\s,}]+)/;

function unencrypted(file: string, text: string): Unverified[] {
  if (!text.includes('http://')) return [];
  return text.split('\n').flatMap((line, index): Unverified[] => {
    const found = address.exec(line) ?? /\btarball: (http:\/\/[^\s,}]+)/.exec(line);
    return found ? [{ name: found[1]!, how: 'comes unencrypted', at: at(file, index, line) }] : [];
  });
}

interface Entry {
  resolved?: unknown;
  integrity?: unknown;
  link?: unknown;
  inBundle?: unknown;
  bundled?: unknown;
  dependencies?: { [name: string]: Entry };
}

/** `packages` of the formats 2 and 3, else the tree of `dependencies` of format 1. */
function ofNpm(file: string, text: string): Unverified[] {
  let root: { packages?: { [path: string]: Entry }; dependencies?: { [name: string]: Entry } };
  try {
    root = JSON.parse(text) as typeof root;
  } catch {
    return [];
  }
  if (typeof root !== 'object' || root === null) return [];
  const entries = root.packages ? Object.entries(root.packages) : nested(root.dependencies);
  const bad = entries.flatMap(([name, entry]): [string, Unverified['how']][] => {
    const { resolved, integrity } = entry ?? {};
    if (typeof resolved !== 'string') return [];
    if (/^http:\/\/(?!localhost|127\.)/.test(resolved)) return [[name, 'comes unencrypted']];
    const isFixed =
      typeof integrity === 'string' || entry.link === true || entry.inBundle === true || entry.bundled === true;
    return !isFixed && resolved.startsWith('https:') ? [[name, 'has no checksum']] : [];
  });
  if (bad.length === 0) return [];
  const lines = text.split('\n');
  return bad.map(([name, how]) => {
    const index = Math.max(
      0,
      lines.findIndex((line) => line.includes(`"${name}": {`)),
    );
    return { name: name.replace(/^.*node_modules\//, ''), how, at: at(file, index, lines[index]!) };
  });
}

const nested = (entries: { [name: string]: Entry } = {}, depth = 0): [string, Entry][] =>
  depth > 40
    ? []
    : Object.entries(entries).flatMap(([name, entry]) => [
        [name, entry] as [string, Entry],
        ...nested(entry?.dependencies, depth + 1),
      ]);

const at = (file: string, index: number, line: string): FilePlace => ({
  file,
  span: {
    startLine: index + 1,
    startColumn: line.length - line.trimStart().length + 1,
    endLine: index + 1,
    endColumn: line.length + 1,
  },
});
