import { keeping } from '../../src/engine/read-tree.ts';
import type { Dialect, DialectContext, DialectOutput, Resource } from '../../src/dialects/dialect.ts';
import { folderOf } from '../../src/engine/files.ts';
import { roleOf } from '../../src/engine/roles.ts';
import type { Problem } from '../../src/model/report.ts';
import type { Value } from '../../src/model/value.ts';
import { filesOf } from '../page.ts';

export interface Read extends DialectOutput {
  problems: Problem[];
  /** The resource with this address. */
  get(name: string): Resource;
  names: string[];
}

/** What a dialect reads from texts, as it does in a whole scan, or of some files of them. */
export async function readWith(
  dialect: Dialect,
  texts: Record<string, string>,
  settings: Partial<DialectContext> & { only?: readonly string[] } = {},
): Promise<Read> {
  const { only, ...given } = settings;
  const problems: Problem[] = [];
  const files = filesOf(new Map(Object.entries(texts)));
  const context: DialectContext = {
    files,
    folder: folderOf(files),
    text: (path) => texts[path],
    problem: (problem) => void problems.push(problem),
    once: keeping(() => context),
    roleOf: (path) => roleOf(path),
    varFiles: [],
    isDocument: () => false,
    ...given,
  };
  const claimed = (only ?? files.list()).filter(
    (path) =>
      dialect.claims(path, context.isDocument) === 'yes' ||
      (dialect.claims(path, context.isDocument) === 'maybe' && dialect.sniff!(path, texts[path] ?? '')),
  );
  const output = await (await dialect.load()).read(claimed, context);
  return {
    ...output,
    problems,
    names: output.resources.map(({ name }) => name),
    get: (name) => {
      const found = output.resources.find((resource) => resource.name === name);
      if (!found) throw new Error(`no ${name} among ${output.resources.map((resource) => resource.name).join(', ')}`);
      return found;
    },
  };
}

/** A value as plain data; what is unknown is `?` and its reason. */
export function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  switch (value.type) {
    case 'unknown':
      return `?${value.reason.code}`;
    case 'null':
      return null;
    case 'list':
      return [...value.items.map(plain), ...(value.complete ? [] : ['…'])];
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
    default:
      return value.value;
  }
}
