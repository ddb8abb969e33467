import { child, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';

/** One run of a job with a matrix. */
export interface Combination {
  values: ReadonlyMap<string, string>;
  /** Whether `include` added values to it. */
  extended: boolean;
}

/**
 * The combinations of a matrix; `worked-out` where an expression or a nested value decides about them.
 * https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function combinationsOf(node: Node): readonly Combination[] | 'worked-out' {
  if (node.type !== 'mapping') return 'worked-out';
  const keys = node.entries.filter(({ key }) => key.text !== 'include' && key.text !== 'exclude');
  const lists = keys.map(({ key, value }) => [key.text, plainValues(value)] as const);
  const include = plainObjects(child(node, 'include'));
  const exclude = plainObjects(child(node, 'exclude'));
  if (!include || !exclude || lists.some(([, values]) => !values)) return 'worked-out';
  const size = lists.reduce((product, [, values]) => product * values!.length, 1);
  if (size > 256) return 'worked-out';
  const crossed = lists.reduce<ReadonlyMap<string, string>[]>(
    (all, [key, values]) => all.flatMap((one) => values!.map((value) => new Map([...one, [key, value]]))),
    lists.length > 0 ? [new Map()] : [],
  );
  const left = crossed.filter(
    (one) => !exclude.some((out) => [...out].every(([key, value]) => one.get(key) === value)),
  );
  return withIncluded(left, include);
}

/** Each entry is added to every combination whose own values it doesn't change; where there is none it is one itself. */
function withIncluded(
  original: readonly ReadonlyMap<string, string>[],
  include: readonly ReadonlyMap<string, string>[],
): readonly Combination[] {
  const combinations = original.map((values) => ({ own: values, values: new Map(values), extended: false }));
  const further: Combination[] = [];
  for (const entry of include) {
    const fits = combinations.filter(({ own }) =>
      [...entry].every(([key, value]) => !own.has(key) || own.get(key) === value),
    );
    if (fits.length === 0) further.push({ values: entry, extended: false });
    for (const one of fits) {
      for (const [key, value] of entry) one.values.set(key, value);
      one.extended ||= [...entry.keys()].some((key) => !one.own.has(key));
    }
  }
  return [...combinations.map(({ values, extended }) => ({ values, extended })), ...further];
}

const isPlain = (text: string | undefined): text is string => text !== undefined && !text.includes('${{');

function plainValues(node: Node): readonly string[] | undefined {
  if (node.type !== 'sequence') return undefined;
  const values = node.items.map(textOf);
  return values.every(isPlain) ? values : undefined;
}

function plainObjects(node: Node | undefined): readonly ReadonlyMap<string, string>[] | undefined {
  if (!node) return [];
  if (node.type !== 'sequence') return undefined;
  const objects = itemsOf(node).map((item) => {
    if (item.type !== 'mapping') return undefined;
    const entries = item.entries.map(({ key, value }) => [key.text, textOf(value)] as const);
    return entries.every(([, text]) => isPlain(text)) ? new Map(entries as [string, string][]) : undefined;
  });
  return objects.every((object) => object !== undefined) ? objects : undefined;
}
