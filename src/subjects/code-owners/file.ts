import type { CodeownersModel } from '../../dialects/codeowners/read.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { OwnersEntry, Ownership } from '../../model/kinds/code-owners.ts';
import { literalBeginning, patternMatcher } from '../../parse/codeowners/match.ts';
import type { CodeownersEntry, CodeownersFile } from '../../parse/codeowners/parse.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

// The forge reads one file only, the first of these places that holds one.
const order = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
const largest = 3 * 1024 * 1024;

export default mapping<'code-owners', CodeownersModel>({
  kind: 'code-owners',
  dialect: 'codeowners',
  types: ['codeowners'],
  map: (resource, { paths, all }) => {
    const { forge, file, mistakes, bytes } = resource.model;
    const compiled = file.entries.map((entry) => ({ entry, matches: patternMatcher(entry.pattern) }));
    const decided = decisions(compiled, paths);
    const entries = resolved(resource, compiled, decided);
    const byEntry = new Map(file.entries.map((entry, index) => [entry, entries[index]!]));
    return {
      kind: 'code-owners',
      provider: forge,
      ...subjectOf(resource),
      traits: {
        file: resource.name,
        // A scan of some files does not know the others: then one at a right place is taken for the one that is read.
        effectiveFile: order[forge].find(
          (path) => paths.includes(path) || (paths.length === 0 && path === resource.name),
        ),
        invalidLines: [
          ...mistakes.map(({ message, span }) => ({ message, at: { file: resource.name, span } })),
          ...forgeErrors(resource.name, all('github-settings', 'codeowners-errors'), mistakes),
        ],
        tooLarge: forge === 'github' && bytes > largest,
        entries,
        ownersOf: (path) => ownership(decided.of(path) ?? deciding(compiled, path), file, byEntry),
      },
    };
  },
});

interface Mistake {
  span: { startLine: number };
}

/** What the forge says of this file where it was asked: owners that don't exist or may not write show there only. */
function forgeErrors(file: string, [answer]: readonly Resource[], found: readonly Mistake[]) {
  if (!answer) return [];
  const lines = new Set(found.map(({ span }) => span.startLine));
  return reader(answer)
    .blocks('errors')
    .items.flatMap((error) => {
      const [path, kind, line] = [
        error.optionalString('path'),
        error.optionalString('kind'),
        error.optionalNumber('line'),
      ];
      if (!path.known || path.value !== file || !line.known || line.value === undefined || lines.has(line.value))
        return [];
      const at = { startLine: line.value, startColumn: 1, endLine: line.value, endColumn: 1 };
      const message = `GitHub says: ${(kind.known && kind.value) || 'it can not be read'}`;
      return [{ message, at: { file, span: at } }];
    });
}

interface Compiled {
  entry: CodeownersEntry;
  matches: (path: string) => boolean;
}

/** The last entry that matches decides, in each section by itself: without sections there is one. */
function deciding(compiled: readonly Compiled[], path: string): CodeownersEntry[] {
  const bySection = new Map<string | undefined, CodeownersEntry>();
  for (const { entry, matches } of compiled) if (matches(path)) bySection.set(entry.section, entry);
  return [...bySection.values()];
}

/** The owners whose approval is asked for: those of optional sections only look on. */
function ownership(
  decided: readonly CodeownersEntry[],
  { sections }: CodeownersFile,
  byEntry: ReadonlyMap<CodeownersEntry, OwnersEntry>,
): Ownership {
  const optional = new Set(sections.filter((s) => s.optional).map((s) => s.name.toLowerCase()));
  const required = decided.filter((entry) => entry.section === undefined || !optional.has(entry.section));
  const owning = required.find((entry) => !entry.excludes && entry.owners.length > 0);
  const entry = owning ?? decided[0];
  const owners = required.flatMap((one) => (one.excludes ? [] : one.owners.map(({ text }) => text)));
  return { owners: [...new Set(owners)], ...(entry && { entry: byEntry.get(entry)! }) };
}

/** Which paths each line matches, and which line decides about each path in each section. */
interface Decisions {
  hits: readonly (readonly number[])[];
  /** For each section the index of the deciding line by path; -1 where none does. */
  last: ReadonlyMap<string | undefined, Int32Array>;
  of(path: string): CodeownersEntry[] | undefined;
}

/** Lines are many and so are paths: each line is only tried on the paths that begin as it does. */
function decisions(compiled: readonly Compiled[], unsorted: readonly string[]): Decisions {
  const paths = [...unsorted].sort();
  const last = new Map<string | undefined, Int32Array>();
  const hits = compiled.map(({ entry, matches }, index) => {
    const beginning = literalBeginning(entry.pattern);
    let decides = last.get(entry.section);
    if (!decides) last.set(entry.section, (decides = new Int32Array(paths.length).fill(-1)));
    const own: number[] = [];
    for (let at = firstFrom(paths, beginning); at < paths.length && paths[at]!.startsWith(beginning); at++) {
      if (!matches(paths[at]!)) continue;
      own.push(at);
      decides[at] = index;
    }
    return own;
  });
  return {
    hits,
    last,
    of: (path) => {
      const at = firstFrom(paths, path);
      if (paths[at] !== path) return undefined;
      return [...last.values()].flatMap((decides) => (decides[at]! < 0 ? [] : [compiled[decides[at]!]!.entry]));
    },
  };
}

/** Where in a sorted list the first text stands that is not before this one. */
function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What each line comes to among the files that are there. */
function resolved(resource: Resource, compiled: readonly Compiled[], { hits, last }: Decisions): OwnersEntry[] {
  const plain = ({ entry }: Compiled, index: number) => ({
    pattern: entry.pattern,
    owners: entry.excludes ? [] : entry.owners.map(({ text }) => text),
    at: { file: resource.name, span: entry.span },
    matched: hits[index]!.length,
  });
  return compiled.map((one, index) => {
    const own = hits[index]!;
    const decides = last.get(one.entry.section)!;
    const [first] = own;
    // One later line that takes them all: the one that takes the first takes every other.
    const taker = first === undefined ? index : decides[first]!;
    const isTaken = taker !== index && own.every((at) => decides[at] === taker);
    return {
      ...plain(one, index),
      decided: own.filter((at) => decides[at] === index).length,
      ...(isTaken && { shadowedBy: plain(compiled[taker]!, taker) }),
      ...(one.entry.section !== undefined && { section: one.entry.section }),
    };
  });
}
