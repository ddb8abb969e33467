import type { UnknownReason } from '../../model/fact.ts';
import type { ScalarNode } from '../../parse/tree.ts';
import type { Value } from '../../model/value.ts';
import { entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { Evaluate, Scope } from './scope.ts';
import type { Section } from './template.ts';
import { asText } from './values.ts';

const most = 1000;

export const isLoop = (key: string): boolean => key.startsWith('Fn::ForEach::');

export interface Copy extends Section {
  scope: Scope;
}

/**
 * The entries that a loop stands for: `Fn::ForEach::Name: [Identifier, Collection, { "Key${Identifier}": … }]`. Over something
 * unknown it is one entry, with its variable unknown and its key as it is written:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function expandLoop(
  { value }: Section,
  scope: Scope,
  evaluate: Evaluate,
): { entries: Copy[]; reason?: UnknownReason } {
  const [identifier, collection, output] = itemsOf(value);
  const name = textOf(identifier);
  if (name === undefined || !collection || !output)
    return { entries: [], reason: { code: 'wrong-type', settledBy: 'a loop of identifier, collection and output' } };
  const over = evaluate(collection, scope);
  const items = over?.type === 'list' ? over.items : over ? [over] : [];
  const why = over?.type === 'unknown' ? over.reason : over?.type === 'list' ? over.reason : undefined;
  const entries = items.slice(0, most).flatMap((item) => copiesFor(name, item, output, scope, evaluate));
  return { entries, ...(why && { reason: why }) };
}

function copiesFor(name: string, item: Value, output: Section['value'], scope: Scope, evaluate: Evaluate): Copy[] {
  const inner: Scope = { ...scope, loop: new Map(scope.loop).set(name, item) };
  return entriesOf(output).flatMap((entry) =>
    isLoop(entry.key.text)
      ? expandLoop(entry, inner, evaluate).entries
      : [{ key: named(entry.key, inner.loop), value: entry.value, scope: inner }],
  );
}

/** `${Name}` is the item, `&{Name}` the item without anything but letters and digits. */
const named = (key: ScalarNode, loop: ReadonlyMap<string, Value>): ScalarNode => ({
  ...key,
  text: key.text.replace(/([$&])\{(\w+)\}/g, (whole, mark: string, name: string) => {
    const item = loop.get(name);
    const written = item && asText(item);
    if (written === undefined) return whole;
    return mark === '&' ? written.replace(/[^a-zA-Z0-9]/g, '') : written;
  }),
});
