import type { LiveFacts } from '../model/live.ts';
import type { ApiPlace, FilePlace, Place } from '../model/place.ts';
import type { UnknownReason } from '../model/fact.ts';
import type { Problem } from '../model/report.ts';
import type { Role } from '../model/subject.ts';
import type { ObjectValue } from '../model/value.ts';

/** The files of the tree that is scanned. `read` gives undefined where there is no such file. */
export interface Files {
  /** Paths relative to the scanned folder, with `/`, sorted. */
  list(): readonly string[];
  /** The paths directly in a folder (`''` is the root), where that is cheaper than the whole list. */
  folder?(path: string): readonly string[];
  /** Bytes, where that is known without reading. */
  size?(path: string): number | undefined;
  read(path: string): Uint8Array | undefined;
  /** What stands for the content of a file: the same name for the same bytes. Of trees of a history. */
  id?(path: string): string | undefined;
  /** The first bytes, where the rest need not be read. */
  head?(path: string, bytes: number): Uint8Array | undefined;
}

/** A comment that speaks to a linter, and the text it covers: the block it is in or directly precedes. */
export interface Comment {
  /** Without its marks (`#`, `//`, `<!-- -->`). */
  text: string;
  at: FilePlace;
  covers: FilePlace;
}

/** Something that is there and could not be worked out, named once: a remote module, a template without a renderer. */
export interface Unresolved {
  name: string;
  reason: UnknownReason;
  at: FilePlace;
}

/**
 * A thing that a dialect states, with its values worked out as far as the tree allows. Dialects whose files are not
 * lists of resources (workflows, documents, CODEOWNERS) give one resource a thing, with a typed `model` of it.
 */
export interface Resource<Model = unknown> {
  dialect: string;
  /** In the dialect's own words: `aws_s3_bucket`, `AWS::S3::Bucket`, `apps/Deployment`, `job`, `document`. */
  type: string;
  /** Address in its own language, typed: `module.a.aws_s3_bucket.logs["eu"]`, `job build`. */
  name: string;
  body: ObjectValue;
  model: Model;
  /** Its header. */
  at: FilePlace;
  /** All of it. */
  block: FilePlace;
  /** Of what an API told: the request. Then `at` and `block` are no line of any file. */
  asked?: ApiPlace;
  /** The module calls it came through, innermost first. */
  calls: readonly FilePlace[];
  role: Role;
  /** `configuration` is the address of the block that configures it, which says for which account and region. */
  provider?: { name: string; version?: VersionRange; configuration?: string };
  /** The root it belongs to: resources refer to each other within one. */
  program: Program;
}

/** Where it is told: in a file, or in an API's answer. */
export const placeOf = ({ asked, at }: Resource): Place => asked ?? at;

/** Versions a provider may have here: exact from a lock file, else the constraint. Inclusive lower, exclusive upper. */
export interface VersionRange {
  from?: readonly number[];
  below?: readonly number[];
  at: FilePlace;
}

/** Negative when `a` is the older version; missing parts count as 0. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What is evaluated together: a Terraform root with all it calls, a template, a set of manifests. */
export interface Program {
  dialect: string;
  /** The root folder or file. */
  root: string;
  resources: readonly Resource[];
  ofType(...types: readonly string[]): readonly Resource[];
  /** By address without instance key too (`aws_s3_bucket.logs` finds all of its instances). */
  find(address: string): readonly Resource[];
}

/** What the dialects are told about the scan: settings and facts that are not in the files themselves. */
export interface DialectContext {
  files: Files;
  /** The paths directly in a folder (`''` is the root), sorted: cheaper than the whole list. */
  folder(path: string): readonly string[];
  /**
   * Text of a file, decoded; a file that can't be decoded or is too large becomes a problem, told once. `whenTooLarge` says what
   * to do then.
   */
  text(path: string, whenTooLarge?: string): string | undefined;
  problem(problem: Problem): void;
  roleOf(path: string): Role;
  /** Files with variable values given on the command line or in config; the empty root means all. */
  varFiles: readonly { root?: string; file: string }[];
  /** Whether the config names this path as a place of documents. */
  isDocument(path: string): boolean;
  /**
   * What `make` says, once for a tree; or what it said of an earlier tree of the same history, where all that it asked of the
   * context it is given is as it was. `key` names the piece of work within its dialect.
   */
  once<T extends object>(key: string, make: (context: DialectContext) => T): T;
  /** `owner/name` of the scanned repository on its host, where known. */
  repository?: { host: string; owner: string; name: string };
  /** What the forge said, where it was asked. */
  answers?: LiveFacts;
}

export interface DialectOutput {
  resources: readonly Resource[];
  comments: readonly Comment[];
  unresolved: readonly Unresolved[];
}

/** How far a path tells: `yes`, `no`, or `maybe` where the content has to decide. */
export type Claim = 'yes' | 'no' | 'maybe';

/** A language that states things. `claims` is cheap and loaded always; `load` brings the parser and all behind it. */
export interface Dialect {
  name: string;
  /** The dialect whose words its resources are put in, where those aren't its own: that one's mappings read them. */
  vocabulary?: string;
  /** Whether it has something to say of a whole scan, even without a file of its own. */
  always?(context: Pick<DialectContext, 'answers'>): boolean;
  /** `isDocument`: whether the config names the path as a place of documents. */
  claims(path: string, isDocument: (path: string) => boolean): Claim;
  /** Only asked after `maybe`, with the beginning of the text (64 KiB). */
  sniff?(path: string, head: string): boolean;
  load(): Promise<{ read(paths: readonly string[], context: DialectContext): DialectOutput | Promise<DialectOutput> }>;
}

/** The list may still be growing: it is looked through when something is first asked for. */
export function program(dialect: string, root: string, resources: readonly Resource[]): Program {
  let byType: Map<string, Resource[]> | undefined;
  let byAddress: Map<string, Resource[]> | undefined;
  return {
    dialect,
    root,
    resources,
    ofType: (...types) => types.flatMap((type) => (byType ??= group(resources, (r) => r.type)).get(type) ?? []),
    find: (address) => {
      const plain = withoutKeys(address);
      const named = (byAddress ??= group(resources, (r) => withoutKeys(r.name))).get(plain) ?? [];
      return plain === address ? named : named.filter((r) => r.name === address);
    },
  };
}

/** `module.a["x"].aws_s3_bucket.b[0]` → `module.a.aws_s3_bucket.b`. */
export const withoutKeys = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+|\*)\]/g, '');

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const there = groups.get(name);
    if (there) there.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
