import type { FilePlace } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { child, entriesOf, textOf } from '../../parse/look.ts';
import type { DialectContext } from '../dialect.ts';
import { fields, list, type Item } from '../programs/items.ts';
import { valueOf } from '../tree-value.ts';
import type { Flags } from './construct.ts';

/** What a project states as context: feature flags, and whatever its program asks for. */
export interface Project {
  flags: Flags;
  values: ReadonlyMap<string, Item>;
}

/** The project that a file stands in: the nearest cdk.json above it. */
export function projectsOf(
  projects: readonly string[],
  context: DialectContext,
): (file: string) => Project | undefined {
  const read = new Map(
    projects.map((path) => [path.slice(0, -'cdk.json'.length), projectIn(path, context.text(path) ?? '')]),
  );
  return (file) => {
    const [nearest] = [...read.keys()].filter((folder) => file.startsWith(folder)).sort((a, b) => b.length - a.length);
    return nearest === undefined ? undefined : read.get(nearest);
  };
}

function projectIn(file: string, written: string): Project {
  const { tree } = parseJson(written);
  const entries = entriesOf(child(tree, 'context'));
  return {
    flags: tree && new Map(entries.map(({ key, value }) => [key.text, textOf(value) === 'true'])),
    values: new Map(
      entries.map(({ key, value }) => [key.text, itemOf(valueOf(value, file), { file, span: key.span })] as const),
    ),
  };
}

/** A value of JSON as a program has it; `at` is the key that it stands under. */
function itemOf(value: Value, at: FilePlace): Item {
  if (value.type === 'list')
    return list(
      [...value.items].map((item) => itemOf(item, at)),
      at,
    );
  if (value.type !== 'object') return value;
  return fields(
    [...value.entries].map(([key, entry]) => [key, itemOf(entry, at)] as const),
    at,
  );
}
