import type { Resource } from '../../dialects/dialect.ts';
import type { CodeownersModel } from '../../dialects/codeowners/read.ts';
import type { CodeownersEntry } from '../../parse/codeowners/parse.ts';
import { patternMatcher } from '../../parse/codeowners/match.ts';
import type { OwnersEntry, Ownership } from '../../model/kinds/code-owners.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

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
  map: (resource, { paths }) => {
    const { forge, file, mistakes, bytes, comments } = resource.model;
    const effective = order[forge].find((path) => paths.includes(path)) ?? resource.name;
    const entries = resolved(resource, file.entries, paths, comments);
    const byEntry = new Map(file.entries.map((entry, index) => [entry, entries[index]!]));
    const decide = decider(file.entries);
    return {
      kind: 'code-owners',
      provider: forge,
      ...subjectOf(resource),
      traits: {
        file: resource.name,
        effectiveFile: effective,
        invalidLines: mistakes.map(({ message, span }) => ({ message, at: { file: resource.name, span } })),
        tooLarge: forge === 'github' && bytes > largest,
        entries,
        ownersOf: (path: string): Ownership => {
          const entry = decide(path);
          return entry ? { owners: entry.owners.map(({ text }) => text), entry: byEntry.get(entry)! } : { owners: [] };
        },
      },
    };
  },
});

/** The last entry that matches decides. Patterns are compiled once. */
function decider(entries: readonly CodeownersEntry[]): (path: string) => CodeownersEntry | undefined {
  const compiled = entries.map((entry) => ({ entry, matches: patternMatcher(entry.pattern) }));
  return (path) => compiled.findLast(({ matches }) => matches(path))?.entry;
}

/** What each line matches and decides among the files that are there. */
function resolved(
  resource: Resource,
  entries: readonly CodeownersEntry[],
  paths: readonly string[],
  comments: CodeownersModel['comments'],
): OwnersEntry[] {
  const matched = entries.map(() => 0);
  const decided = entries.map(() => 0);
  const takers = entries.map(() => new Map<number, number>());
  const compiled = entries.map(({ pattern }) => patternMatcher(pattern));
  for (const path of paths) {
    const hits = compiled.flatMap((matches, index) => (matches(path) ? [index] : []));
    const last = hits.at(-1);
    for (const hit of hits) {
      matched[hit]!++;
      if (hit !== last) takers[hit]!.set(last!, (takers[hit]!.get(last!) ?? 0) + 1);
    }
    if (last !== undefined) decided[last]!++;
  }
  const plain = (entry: CodeownersEntry) => ({
    pattern: entry.pattern,
    owners: entry.owners.map(({ text }) => text),
    at: { file: resource.name, span: entry.span },
  });
  return entries.map((entry, index) => {
    const taker = [...takers[index]!].find(([, count]) => count === matched[index] && matched[index]! > 0);
    const comment = comments.find(
      ({ span }) => span.startLine === entry.span.startLine || span.startLine === entry.span.startLine - 1,
    )?.text;
    return {
      ...plain(entry),
      matched: matched[index]!,
      decided: decided[index]!,
      ...(taker && { shadowedBy: plain(entries[taker[0]]!) }),
      ...(comment !== undefined && { comment }),
      ...(entry.section !== undefined && { section: entry.section }),
    };
  });
}
