import type { Category } from '../criteria/catalogue.ts';
import type { Comment, Resource } from '../dialects/dialect.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Role, Subject } from '../model/subject.ts';

/** What a mapping may look at besides its resource: everything else that was read. */
export interface MappingContext {
  /** Tracked paths of the tree. */
  paths: readonly string[];
  /** Resources of any dialect by type, for joins across programs. */
  all(dialect: string, ...types: readonly string[]): readonly Resource[];
  /**
   * What is made of these things: in a history the same object for as long as they are the same. For a mapping that sees many
   * subjects in one resource.
   */
  keep<T>(key: string, from: readonly unknown[], make: () => T): T;
  /** The comments that speak to linters. */
  comments: readonly Comment[];
  /** What the folder of a path is to the repository: its system, an example, a test, vendored. */
  roleOf(path: string): Role;
  repository?: { host: string; owner: string; name: string };
  /** The categories that were chosen; null where nobody chose. */
  categories: readonly Category[] | null;
  /** The day of the last change of a file, `YYYY-MM-DD`, as git has it; undefined where git doesn't tell it. */
  changedOn?(path: string): string | undefined;
  /** What the config says is held here (`policies`, `aws-account`, …), with the line that says so. */
  holds: ReadonlyMap<string, import('../model/place.ts').FilePlace>;
}

/** How resources of these types are seen as subjects of a kind. Answers every trait, as a fact or as not applicable. */
export interface Mapping<K extends KindName = KindName, Model = unknown> {
  kind: K;
  dialect: string;
  types: readonly string[];
  map(resource: Resource<Model>, context: MappingContext): Subject<K> | readonly Subject<K>[] | undefined;
}

export const mapping = <K extends KindName, Model = unknown>(definition: Mapping<K, Model>): Mapping =>
  definition as unknown as Mapping;

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The paths of a tree as a set, made once. */
export function setOf(paths: readonly string[]): ReadonlySet<string> {
  let set = sets.get(paths);
  if (!set) sets.set(paths, (set = new Set(paths)));
  return set;
}
