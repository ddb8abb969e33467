import type { CodeownersModel } from '../../dialects/codeowners/read.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { OwnersEntry, Ownership } from '../../model/kinds/code-owners.ts';
import { patternMatcher } from '../../parse/codeowners/match.ts';
import type { CodeownersEntry, CodeownersFile } from '../../parse/codeowners/parse.ts';
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
    const { forge, file, mistakes, bytes } = resource.model;
    const compiled = file.entries.map((entry) => ({ entry, matches: patternMatcher(entry.pattern) }));
    const entries = resolved(resource, compiled, paths);
    const byEntry = new Map(file.entries.map((entry, index) => [entry, entries[index]!]));
    return {
      kind: 'code-owners',
      provider: forge,
      ...subjectOf(resource),
      traits: {
        file: resource.name,
        effectiveFile: order[forge].find((path) => paths.includes(path)),
        invalidLines: mistakes.map(({ message, span }) => ({ message, at: { file: resource.name, span } })),
        tooLarge: forge === 'github' && bytes > largest,
        entries,
        ownersOf: (path) => ownership(deciding(compiled, path), file, byEntry),
      },
    };
  },
});

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

/** What each line matches and decides among the files that are there. */
function resolved(resource: Resource, compiled: readonly Compiled[], paths: readonly string[]): OwnersEntry[] {
  const matched = compiled.map(() => 0);
  const decided = compiled.map(() => 0);
  const takers = compiled.map(() => new Map<number, number>());
  for (const path of paths) {
    const hits = compiled.flatMap(({ matches }, index) => (matches(path) ? [index] : []));
    for (const hit of hits) {
      const last = hits.findLast((other) => compiled[other]!.entry.section === compiled[hit]!.entry.section)!;
      matched[hit]!++;
      if (hit === last) decided[hit]!++;
      else takers[hit]!.set(last, (takers[hit]!.get(last) ?? 0) + 1);
    }
  }
  const plain = ({ entry }: Compiled, index: number) => ({
    pattern: entry.pattern,
    owners: entry.excludes ? [] : entry.owners.map(({ text }) => text),
    at: { file: resource.name, span: entry.span },
    matched: matched[index]!,
  });
  return compiled.map((one, index) => {
    const taker = [...takers[index]!].find(([, count]) => count === matched[index] && count > 0)?.[0];
    return {
      ...plain(one, index),
      decided: decided[index]!,
      ...(taker !== undefined && { shadowedBy: plain(compiled[taker]!, taker) }),
      ...(one.entry.section !== undefined && { section: one.entry.section }),
    };
  });
}
