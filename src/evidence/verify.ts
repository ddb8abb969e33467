import { listedIn, manifestFile, predicateFile, sha256, statementFile, statementOf } from './manifest.ts';

/** What stands at a path of the folder. Without bytes it is no plain file, and nobody opened it. */
export interface Entry {
  path: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  bytes?: Uint8Array;
}

export interface Difference {
  path: string;
  what: 'changed' | 'missing' | 'added';
  why: string;
}

/** What differs from what the manifest lists; `expected` is the manifest's own hash, where it was kept elsewhere. */
export function differencesOf(entries: readonly Entry[], expected?: string): Difference[] {
  const found = new Map(entries.map((entry) => [entry.path, entry]));
  const manifest = found.get(manifestFile);
  if (!manifest) return [missing(manifestFile, 'without it nothing else can be held against anything')];
  if (!manifest.bytes) return [changed(manifestFile, notPlain(manifest))];
  const listed = listedIn(manifest.bytes);
  if (!listed) return [changed(manifestFile, 'it is no manifest of soc2-lint any more')];
  const differences: Difference[] = [];
  if (expected !== undefined && sha256(manifest.bytes) !== expected)
    differences.push(changed(manifestFile, `its sha256 is ${sha256(manifest.bytes)} and not ${expected}`));
  for (const [path, hash] of listed) {
    const entry = found.get(path);
    if (!entry) differences.push(missing(path, 'the manifest lists it'));
    else if (!entry.bytes) differences.push(changed(path, notPlain(entry)));
    else if (sha256(entry.bytes) !== hash)
      differences.push(changed(path, `its sha256 is ${sha256(entry.bytes)} and not ${hash}`));
  }
  differences.push(...statementDifference(found, manifest.bytes));
  for (const { path, kind } of entries)
    if (!isKnown(path, kind, listed)) differences.push({ path, what: 'added', why: 'the manifest does not list it' });
  return differences.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The statement is made of the manifest and the predicate: what it says otherwise somebody changed. */
function statementDifference(found: ReadonlyMap<string, Entry>, manifest: Uint8Array): Difference[] {
  const statement = found.get(statementFile);
  if (!statement) return [missing(statementFile, 'it states the sha256 of the manifest')];
  if (!statement.bytes) return [changed(statementFile, notPlain(statement))];
  const predicate = parsed(found.get(predicateFile)?.bytes);
  const made = predicate === undefined ? undefined : statementOf(manifest, predicate);
  if (Buffer.from(statement.bytes).toString('utf8') === made) return [];
  const stated = statedIn(statement.bytes);
  const own = sha256(manifest);
  if (stated !== undefined && stated !== own)
    return [
      changed(manifestFile, `its sha256 is ${own}, and ${statementFile} states ${stated}: one of the two was changed`),
    ];
  return [changed(statementFile, `${manifestFile}, ${predicateFile} and this file do not belong together`)];
}

/** The sha256 of the manifest that a statement is about. */
function statedIn(statement: Uint8Array): string | undefined {
  const { subject } = (parsed(statement) ?? {}) as { subject?: readonly { digest?: { sha256?: unknown } }[] };
  const hash = Array.isArray(subject)
    ? (subject[0] as { digest?: { sha256?: unknown } } | undefined)?.digest?.sha256
    : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

/** A folder is known where something that is listed lies in it. */
const isKnown = (path: string, kind: Entry['kind'], listed: ReadonlyMap<string, string>): boolean =>
  path === manifestFile ||
  path === statementFile ||
  listed.has(path) ||
  (kind === 'folder' && [...listed.keys()].some((known) => known.startsWith(`${path}/`)));

/** Whether a folder is one of ours in which nothing lies that is not: only then may it be written anew. */
export function strangerIn(entries: readonly Entry[]): string | undefined {
  const manifest = entries.find(({ path }) => path === manifestFile);
  const listed = manifest?.bytes && listedIn(manifest.bytes);
  if (!listed) return entries[0]?.path;
  return entries.find(({ path, kind }) => kind === 'link' || kind === 'other' || !isKnown(path, kind, listed))?.path;
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

const missing = (path: string, why: string): Difference => ({ path, what: 'missing', why });
const changed = (path: string, why: string): Difference => ({ path, what: 'changed', why });
const notPlain = ({ kind }: Entry): string => (kind === 'other' ? 'it is no plain file' : `it is a ${kind} now`);
