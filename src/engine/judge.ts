import { vocabularyOf } from '../dialects/index.ts';
import type { Category } from '../criteria/catalogue.ts';
import type { Files } from '../dialects/dialect.ts';
import { known, unknownFact, type Fact } from '../model/fact.ts';
import type { KindName } from '../model/kinds/index.ts';
import { isFilePlace } from '../model/place.ts';
import type { Progress } from '../model/progress.ts';
import type { Problem } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { MappingContext } from '../subjects/mapping.ts';
import { chosenEntries, fitsPartialScan, loadRules } from './choose-rules.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import type { ConfiguredRule } from './rule-verdicts.ts';
import { globMatcher } from './globs.ts';
import { readTree, type ReadTree } from './read-tree.ts';
import { roleOf } from './roles.ts';
import type { ScanInput } from './scan.ts';
import { loadMappings, subjectsOf } from './subjects.ts';

/** A tree, what it shows, and what the rules say of it. */
export interface Judgement extends Evaluation {
  tree: ReadTree;
  subjects: readonly Subject[];
  rules: readonly ConfiguredRule[];
  problems: Problem[];
  /** Of all rules that take part, also those that found nothing of their kind. */
  ids: ReadonlySet<string>;
  /** Null: nobody chose. */
  categories: readonly Category[] | null;
  /** The kinds that a dialect's files can show. */
  kindsOf(dialect: string): ReadonlySet<KindName>;
}

/** Reads the files of a tree, sees subjects in them, and judges those by the rules that take part. */
export async function judge(input: ScanInput, files: Files, found: readonly Problem[]): Promise<Judgement> {
  const { memo } = input;
  const seen = memo ? await memo.ofTree(files, () => see(input, files)) : await see(input, files);
  const problems = [...found, ...seen.problems];
  const tell = (problem: Problem) => void problems.push(problem);
  return { ...seen, problems, ...evaluate(seen.rules, seen.subjects, dayOf(input.asOf), tell, input) };
}

/** All that a tree shows, whatever day it is. */
async function see(input: ScanInput, files: Files): Promise<Omit<Judgement, keyof Evaluation>> {
  const { config, select } = input;
  const problems: Problem[] = [];
  const tell = (problem: Problem) => void problems.push(problem);
  const categories = select.categories ?? config.categories;
  const paths = allBut(config.exclude, input.only ?? files.list());
  const roles = config.roles.map(({ path, role }) => ({ matches: globMatcher(path), role }));
  const documents = config.documents.map(globMatcher);
  const isDocument = (path: string) => documents.some((matches) => matches(path));
  const byRole = (path: string) => roleOf(path, roles);
  const settings = {
    ...config,
    roleOf: byRole,
    isDocument,
    ...(input.facts.live && { answers: input.facts.live }),
  };
  const tree = await readTree(
    watched(files, paths.length, input.progress),
    paths,
    input.only !== undefined,
    settings,
    tell,
    input.memo,
  );
  const context = {
    ...config,
    categories,
    paths: input.only ? [] : paths,
    comments: tree.comments,
    roleOf: byRole,
    ...changesIn(input, files, tree),
  };
  const mappings = await loadMappings([...new Set(tree.dialects.map(vocabularyOf))]);
  const all = subjectsOf(tree.resources, mappings, context, tell, input.memo);
  const judged = input.only && new Set(paths);
  const subjects = judged ? all.filter((subject) => isIn(subject, judged)) : all;
  const chosen = chosenEntries(input.rules, config, select, categories);
  const entries = chosen.filter((entry) => !input.only || fitsPartialScan(entry));
  const kinds = new Set<KindName>(subjects.map(({ kind }) => kind));
  const rules = await loadRules(input.rules, entries, kinds, config, select, categories);
  const kindsOf = (dialect: string) =>
    new Set(mappings.filter((m) => m.dialect === vocabularyOf(dialect)).map((m) => m.kind));
  return {
    tree,
    subjects,
    rules,
    problems,
    ids: new Set(entries.flatMap(({ id, formerly = [] }) => [id, ...formerly])),
    categories,
    kindsOf,
  };
}

/** When documents were changed last: asked of git once for all of them, where somebody looks, and for the tree that it has. */
function changesIn({ files: now, facts }: ScanInput, files: Files, tree: ReadTree): Pick<MappingContext, 'changedOn'> {
  const { git } = facts;
  if (!git?.lastChanges || files !== now) return {};
  let days: ReadonlyMap<string, string> | undefined;
  const documents = () => {
    const listed = new Set(files.list());
    return tree.resources.flatMap(({ dialect, at: { file } }) =>
      dialect === 'documents' && listed.has(file) ? [file] : [],
    );
  };
  return { changedOn: (path) => (days ??= git.lastChanges!([...new Set(documents())])).get(path) };
}

/** Tells of each file that is opened. */
function watched(files: Files, of: number, progress: Progress | undefined): Files {
  if (!progress) return files;
  let opened = 0;
  return {
    ...files,
    read: (path) => {
      progress('files', ++opened, of);
      return files.read(path);
    },
  };
}

function allBut(globs: readonly string[], paths: readonly string[]): readonly string[] {
  if (globs.length === 0) return paths;
  const excluded = globs.map(globMatcher);
  return paths.filter((path) => !excluded.some((matches) => matches(path)));
}

/** Whether a place of the subject lies in one of the files. */
const isIn = ({ at, parts }: Subject, files: ReadonlySet<string>): boolean =>
  [at, ...parts.map((part) => part.at)].some((place) => isFilePlace(place) && files.has(place.file));

export const dayOf = (asOf: string | null): Fact<string> =>
  asOf === null
    ? unknownFact({ code: 'no-as-of', settledBy: '--as-of DATE, or a commit' }, { absent: true })
    : known(asOf, { absent: true });
