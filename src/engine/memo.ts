import type { Dialect, DialectContext, DialectOutput, Files, Resource } from '../dialects/dialect.ts';
import type { Problem } from '../model/report.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Role, Subject } from '../model/subject.ts';
import type { Mapping, MappingContext } from '../subjects/mapping.ts';

/**
 * What was worked out of one tree and what it rests on, for the next tree of the same history. Whatever is asked while
 * something is worked out is written down with its answer; it holds for as long as every answer is the same. One memo goes
 * with one configuration and one set of rules. Only the latest of each is kept, so that it grows with a tree, not with a
 * history.
 */
export class Memo {
  readonly #claims = new Map<string, { id: string | undefined; dialect: Dialect | undefined }>();
  /** By dialect, then by what was worked out; all of a dialect under a name of its own. */
  readonly #outputs = new Map<string, Map<string, Kept>>();
  /** What is being worked out now, outermost first. */
  readonly #open: Recording[] = [];
  readonly #late = new WeakMap<DialectContext, Recording>();
  readonly #alone = new WeakMap<Resource, readonly Subject[]>();
  /** The same, by place in the list of all resources. */
  readonly #places: { resource: Resource; subjects: readonly Subject[] }[] = [];
  readonly #subjects = new WeakMap<Resource, Map<Mapping, Mapped>>();
  readonly #said = new Map<object, Said<unknown>>();
  readonly #picks = new Map<
    unknown,
    {
      of: WeakMap<Subject, readonly unknown[]>;
      lists: Map<string, Picked>;
    }
  >();
  #tree: { files: Files; shown: unknown } | undefined = undefined;
  readonly #lists = new Map<string, readonly unknown[]>();
  readonly #made = new Map<string, { from: readonly unknown[]; made: unknown }>();

  /** Which dialect reads a file: its name and its content say so. */
  claim(path: string, id: string | undefined, find: () => Dialect | undefined): Dialect | undefined {
    const kept = this.#claims.get(path);
    if (kept && kept.id !== undefined && kept.id === id) return kept.dialect;
    const dialect = find();
    this.#claims.set(path, { id, dialect });
    return dialect;
  }

  /** The same list object for as long as its items are the same: then a look at the object is enough. */
  list<T>(key: string, list: readonly T[]): readonly T[] {
    const before = this.#lists.get(key) as readonly T[] | undefined;
    if (before && sameItems(before, list)) return before;
    this.#lists.set(key, list);
    return list;
  }

  /** What was made of these things, for as long as they are the same. */
  kept<T>(key: string, from: readonly unknown[], make: () => T): T {
    const before = this.#made.get(key);
    if (before && sameItems(before.from, from)) return before.made as T;
    const made = make();
    this.#made.set(key, { from, made });
    return made;
  }

  /** What a tree shows, for as long as no other one is asked about. */
  async ofTree<T>(files: Files, make: () => Promise<T>): Promise<T> {
    if (this.#tree?.files === files) return this.#tree.shown as T;
    const shown = await make();
    this.#tree = { files, shown };
    return shown;
  }

  /** Problems, told on and written down. */
  telling = (problem: (problem: Problem) => void) => (told: Problem) => {
    for (const recording of this.#open) recording.told.push(told);
    problem(told);
  };

  /** The context of one tree with its questions written down, also those that come late: `own` is who asks then. */
  watch(context: DialectContext, dialect: string, own?: Recording): DialectContext {
    const { files } = context;
    const content = (path: string) => this.#note(`c${path}`, context, watched);
    const watched: DialectContext = {
      ...context,
      files: {
        id: (path) => files.id!(path),
        list: () => {
          this.#note('l', context, watched);
          return files.list();
        },
        read: (path) => {
          content(path);
          return files.read(path);
        },
        head: (path, bytes) => {
          content(path);
          return files.head ? files.head(path, bytes) : files.read(path)?.subarray(0, bytes);
        },
        size: (path) => {
          content(path);
          return files.size?.(path);
        },
      },
      folder: (path) => {
        this.#note(`f${path}`, context, watched);
        return context.folder(path);
      },
      text: (path, whenTooLarge) => {
        content(path);
        return context.text(path, whenTooLarge);
      },
      once: (key, make) => {
        const kept = this.#replayed(dialect, key, context);
        if (kept) return kept as ReturnType<typeof make>;
        const recording = this.#start();
        const value = make(this.watch(context, dialect, recording));
        return this.#end(dialect, key, recording, value);
      },
    };
    if (own) this.#late.set(watched, own);
    return watched;
  }

  /** All that a dialect says of a tree. */
  async output(
    dialect: string,
    paths: readonly string[],
    context: DialectContext,
    make: (context: DialectContext) => DialectOutput | Promise<DialectOutput>,
  ): Promise<DialectOutput> {
    const own = this.list(`own ${dialect}`, paths);
    const kept = this.#replayed(dialect, whole, context, own);
    if (kept) return kept as DialectOutput;
    const recording = this.#start(own);
    return this.#end(dialect, whole, recording, await make(this.watch(context, dialect, recording)));
  }

  /** Values may be worked out, and files read, only when somebody looks at them: that counts as asked, too. */
  #note(question: string, plain: DialectContext, watched: DialectContext): void {
    const late = this.#late.get(watched);
    for (const recording of new Set([this.#open.at(-1), late]))
      if (recording && !recording.asked.has(question)) {
        const name = question.slice(1);
        recording.asked.set(question, { question, name, answer: answerTo(question, name, plain) });
      }
  }

  #start(paths?: readonly string[]): Recording {
    const recording: Recording = {
      paths,
      asked: new Map(),
      parts: new Set(),
      told: [],
      looked: undefined,
      held: false,
    };
    this.#open.push(recording);
    return recording;
  }

  #end<T>(dialect: string, key: string, recording: Recording, value: T): T {
    this.#open.splice(this.#open.indexOf(recording), 1);
    this.#open.at(-1)?.parts.add(recording);
    let ofDialect = this.#outputs.get(dialect);
    if (!ofDialect) this.#outputs.set(dialect, (ofDialect = new Map()));
    ofDialect.set(key, { recording, value });
    return value;
  }

  #replayed(dialect: string, key: string, context: DialectContext, paths?: readonly string[]): unknown {
    const { recording: kept, value } = this.#outputs.get(dialect)?.get(key) ?? {};
    if (!kept || kept.paths !== paths || !holds(kept, context)) return undefined;
    this.#open.at(-1)?.parts.add(kept);
    for (const problem of kept.told) context.problem(problem);
    return value;
  }

  /** The same of a resource that stands where it stood: that is quicker than to look for it. */
  placed(resource: Resource, at: number): readonly Subject[] | undefined {
    const there = this.#places[at];
    return there?.resource === resource ? there.subjects : undefined;
  }

  /** All subjects of a resource whose mappings asked for nothing but the resource itself, and of which none threw. */
  alone(resource: Resource, at: number, mappings: number, make: () => readonly Subject[]): readonly Subject[] {
    const kept = this.#alone.get(resource);
    if (kept) {
      this.#places[at] = { resource, subjects: kept };
      return kept;
    }
    const subjects = make();
    const ofResource = [...(this.#subjects.get(resource)?.values() ?? [])];
    if (ofResource.length === mappings && ofResource.every(({ asked }) => asked.length === 0))
      this.#alone.set(resource, subjects);
    return subjects;
  }

  /** The subjects that a mapping sees in a resource. What throws is worked out anew each time. */
  mapped(mapping: Mapping, resource: Resource, context: MappingContext): readonly Subject[] {
    const ofResource = this.#subjects.get(resource) ?? new Map<Mapping, Mapped>();
    this.#subjects.set(resource, ofResource);
    const kept = ofResource.get(mapping);
    if (kept?.asked.every(([names, answer]) => mappingAnswer(names, context) === answer)) return kept.subjects;
    const asked: Mapped['asked'] = [];
    const subjects = [mapping.map(resource, askedContext(context, asked)) ?? []].flat();
    ofResource.set(mapping, { asked, subjects });
    return subjects;
  }

  /** What a rule said when it last looked. */
  said<T>(rule: object): Said<T> | undefined {
    return this.#said.get(rule) as Said<T> | undefined;
  }

  keepSaid(rule: object, said: Said<unknown>): void {
    this.#said.set(rule, said);
  }

  /** What `pick` takes of each subject, in one list. */
  picked<T>(key: string, subjects: readonly Subject[], pick: (subject: Subject) => readonly T[]): readonly T[] {
    let ofPick = this.#picks.get(pick);
    if (!ofPick) this.#picks.set(pick, (ofPick = { of: new WeakMap(), lists: new Map() }));
    const { of, lists } = ofPick;
    const before = lists.get(key);
    if (before?.subjects === subjects) return before.picked as readonly T[];
    // Most stand where they stood.
    const owns = subjects.map((subject, at) => {
      if (before?.subjects[at] === subject) return before.owns[at] as readonly T[];
      let own = of.get(subject) as readonly T[] | undefined;
      if (!own) of.set(subject, (own = pick(subject)));
      return own;
    });
    if (before && samePicks(before.owns, owns)) {
      lists.set(key, { subjects, owns, picked: before.picked });
      return before.picked as readonly T[];
    }
    let list: readonly T[] = owns.flat();
    if (before && sameItems(before.picked, list)) list = before.picked as readonly T[];
    lists.set(key, { subjects, owns, picked: list });
    return list;
  }
}

// No path is called so.
const whole = '\0';

interface Picked {
  subjects: readonly Subject[];
  /** By subject. */
  owns: readonly (readonly unknown[])[];
  picked: readonly unknown[];
}

/** Whether the lists come to the same one. */
const samePicks = (a: Picked['owns'], b: Picked['owns']): boolean =>
  a.length === b.length && a.every((own, at) => own === b[at] || sameItems(own, b[at]!));

/** `null` asks for the day; else a kind, and what is taken of its subjects. */
export type Question = null | { kind: KindName; role: Role; pick: Picker | undefined };
export type Picker = (subject: Subject) => readonly unknown[];
export type Asked = readonly [Question, unknown];
export type Ask = (question: Question) => unknown;

const same = (a: Question, b: Question): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.role === b.role && a.pick === b.pick);

export function noteAsked(asked: Asked[], question: Question, answer: unknown): void {
  if (!asked.some(([other]) => same(other, question))) asked.push([question, answer]);
}

/** Whether each question has the answer it had. `ask` answers with the same object for the same answer. */
export function stands(asked: readonly Asked[], ask: Ask): boolean {
  for (const [question, answer] of asked) if (ask(question) !== answer) return false;
  return true;
}

export const sameAsked = (a: readonly Asked[], b: readonly Asked[]): boolean =>
  a.length === b.length &&
  a.every(([question, answer], index) => same(question, b[index]![0]) && answer === b[index]![1]);

export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** What was worked out, and all that was asked on the way. */
export interface Answered<T> {
  asked: readonly Asked[];
  value: T;
}

export interface Said<T> extends Answered<T> {
  /** The lists that it looked through. */
  over: readonly object[];
}

interface Mapped {
  /** `comments`, `paths`, or the dialect and the types of resources. No closures: they would hold the whole tree of then. */
  asked: ['comments' | 'paths' | readonly [string, ...string[]], unknown][];
  subjects: readonly Subject[];
}

const mappingAnswer = (names: Mapped['asked'][number][0], context: MappingContext): unknown =>
  typeof names === 'string' ? context[names] : context.all(...names);

function askedContext(context: MappingContext, asked: Mapped['asked']): MappingContext {
  const note = (names: Mapped['asked'][number][0]) => {
    const answer = mappingAnswer(names, context);
    asked.push([names, answer]);
    return answer;
  };
  return {
    ...context,
    get comments() {
      return note('comments') as MappingContext['comments'];
    },
    get paths() {
      return note('paths') as MappingContext['paths'];
    },
    all: (...names) => note(names) as ReturnType<MappingContext['all']>,
  };
}

interface Recording {
  paths: readonly string[] | undefined;
  asked: Map<string, { question: string; name: string; answer: string }>;
  /** What was worked out on the way, or was known already: it asks for itself. */
  parts: Set<Recording>;
  told: Problem[];
  /** The tree that was looked at last, and whether everything was as before there. */
  looked: Files | undefined;
  held: boolean;
}

interface Kept {
  recording: Recording;
  value: unknown;
}

function holds(recording: Recording, context: DialectContext): boolean {
  if (recording.looked !== context.files) {
    recording.held = allHolds(recording, context);
    recording.looked = context.files;
  }
  return recording.held;
}

function allHolds({ asked, parts }: Recording, context: DialectContext): boolean {
  for (const { question, name, answer } of asked.values())
    if (answerTo(question, name, context) !== answer) return false;
  for (const part of parts) if (!holds(part, context)) return false;
  return true;
}

/** `c` and a path: its content; `f` and a folder: its files; `l`: all paths. */
function answerTo(question: string, name: string, { files, folder }: DialectContext): string {
  if (question[0] === 'c') return files.id!(name) ?? '';
  return joined(question[0] === 'f' ? folder(name) : files.list());
}

function joined(paths: readonly string[]): string {
  let all = lists.get(paths);
  if (all === undefined) lists.set(paths, (all = paths.join('\0')));
  return all;
}

const lists = new WeakMap<readonly string[], string>();
