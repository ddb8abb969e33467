import type { Comment, DialectContext, Files, Resource, Unresolved } from '../dialects/dialect.ts';
import { dialects } from '../dialects/index.ts';
import type { Problem } from '../model/report.ts';
import { locationOf } from '../model/report.ts';
import { fileStart } from '../model/place.ts';
import type { Memo } from './memo.ts';
import { folderOf, textsOf, type Texts } from './files.ts';
import { recognise } from './recognise.ts';

/** What a tree says, in the words of its dialects. */
export interface ReadTree {
  resources: readonly Resource[];
  comments: readonly Comment[];
  unresolved: readonly Unresolved[];
  texts: Texts;
  /** The names of the dialects that took part. */
  dialects: readonly string[];
}

export type Settings = Pick<DialectContext, 'roleOf' | 'varFiles' | 'isDocument' | 'repository' | 'answers'>;

/** Reads `paths` of the tree: recognises them, and lets each dialect read what is its own. */
export async function readTree(
  files: Files,
  paths: readonly string[],
  partial: boolean,
  settings: Settings,
  tell: (problem: Problem) => void,
  memo?: Memo,
): Promise<ReadTree> {
  const problem = memo ? memo.telling(onlyOnce(tell)) : onlyOnce(tell);
  const texts = textsOf(files, problem);
  const claimed = recognise(paths, texts.head, settings.isDocument, memo && { memo, files });
  const folder = folderOf(files);
  const resources: Resource[] = [];
  const comments: Comment[] = [];
  const unresolved: Unresolved[] = [];
  const used: string[] = [];
  for (const dialect of dialects) {
    const own = claimed.get(dialect) ?? [];
    if (own.length === 0 && (partial || !dialect.always?.(settings))) continue;
    used.push(dialect.name);
    const plain: DialectContext = {
      ...settings,
      files,
      folder,
      text: (path, whenTooLarge) => texts.text(path, dialect.name, whenTooLarge),
      problem: (told) => problem({ ...told, dialect: dialect.name }),
      once: keeping(() => plain),
    };
    try {
      const { read } = await dialect.load();
      const output = memo
        ? await memo.output(dialect.name, own, plain, (context) => read(own, context))
        : await read(own, plain);
      append(resources, output.resources);
      append(comments, output.comments);
      append(unresolved, output.unresolved);
    } catch (cause) {
      problem({
        kind: 'parse',
        message: `the reader of ${dialect.name} stopped: ${cause instanceof Error ? cause.message : String(cause)}; this is a defect of soc2-lint`,
        ...(own[0] !== undefined && { location: locationOf(fileStart(own[0])) }),
        dialect: dialect.name,
      });
    }
  }
  return { resources, comments, unresolved, texts, dialects: used };
}

/** Like `push(...items)`, without its limit on arguments. */
function append<T>(list: T[], items: readonly T[]) {
  for (const item of items) list.push(item);
}

/** Several programs may meet the same mistake in a file that they share. */
function onlyOnce(tell: (problem: Problem) => void): (problem: Problem) => void {
  const told = new Set<string>();
  return (problem) => {
    const key = JSON.stringify(problem);
    if (told.has(key)) return;
    told.add(key);
    tell(problem);
  };
}

/** What is made once for a tree, of the context as it is. */
export function keeping(context: () => DialectContext): DialectContext['once'] {
  const made = new Map<string, unknown>();
  return <T extends object>(key: string, make: (context: DialectContext) => T): T => {
    if (!made.has(key)) made.set(key, make(context()));
    return made.get(key) as T;
  };
}
