import type { Attribute, Block, Body } from '../../parse/hcl/ast.ts';
import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace, Place } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { limits } from './budget.ts';
import { contentOf, referenceText, type Content, type Sourced } from './configuration.ts';
import { spread } from './deep.ts';
import { evaluate } from './evaluate.ts';
import { lazyEntries } from './lazy-entries.ts';
import { pairsOf } from './pairs.ts';
import { bind, type Scope } from './scope.ts';
import { markSecret } from './secrets.ts';
import { incompleteReason, list, object, string } from './values.ts';

/** One entry of a body: an attribute, all blocks of one type, or a value that is worked out from the others. */
type Entry =
  | { kind: 'attribute'; attribute: Sourced<Attribute> }
  | { kind: 'blocks'; blocks: readonly Sourced<Block>[] }
  | { kind: 'computed'; at: Place };

/** What is said of a body apart from its content. */
export interface BodyOptions {
  /** Where the body as a whole stands. */
  at: FilePlace;
  /** Its address, for reasons. */
  subject: string;
  /** Attributes that belong to the language and not to the resource. */
  without?: ReadonlySet<string>;
  /** Entries that are not written: `json` of a policy document. */
  computed?: ReadonlyMap<string, () => Value>;
}

/** The body of a block as a value; each entry is evaluated when it is read. */
export function bodyOf(content: Content, scope: Scope, options: BodyOptions): ObjectValue {
  const { at, subject, computed } = options;
  const shape = shapeOf(content, options);
  return {
    ...object(
      lazyEntries(scope.budget, shape.entries, subject, placeOf, (entry, name) =>
        entry.kind === 'computed' ? computed!.get(name)!() : valueOf(entry, name, scope, subject),
      ),
      at,
    ),
    keys: shape.keys,
  };
}

const none: ReadonlySet<string> = new Set();

interface Shape {
  entries: ReadonlyMap<string, Entry>;
  keys: ReadonlyMap<string, Place>;
}

const shapes = new WeakMap<Content, Map<string, Shape>>();

/** All instances of a block have the same names, those that are worked out too. */
function shapeOf(content: Content, { at, without = none, computed }: BodyOptions) {
  const ofContent = shapes.get(content) ?? new Map<string, Shape>();
  shapes.set(content, ofContent);
  // The same module may be called with and without labels of its provider.
  const key = computed ? [...computed.keys()].join(' ') : '';
  const there = ofContent.get(key);
  if (there) return there;
  const entries = new Map<string, Entry>();
  const keys = new Map<string, Place>();
  for (const [name, attribute] of content.attributes) {
    if (without.has(name)) continue;
    entries.set(name, { kind: 'attribute', attribute });
    keys.set(name, { file: attribute.file, span: attribute.nameSpan });
  }
  const groups = new Map<string, Sourced<Block>[]>();
  for (const block of content.blocks) {
    const name = block.type === 'dynamic' ? (block.labels[0]?.text ?? '') : block.type;
    const group = groups.get(name);
    if (group) group.push(block);
    else groups.set(name, [block]);
  }
  for (const [name, blocks] of groups) {
    entries.set(name, { kind: 'blocks', blocks });
    keys.set(name, { file: blocks[0]!.file, span: blocks[0]!.header });
  }
  for (const name of computed?.keys() ?? []) if (!entries.has(name)) entries.set(name, { kind: 'computed', at });
  const shape = { entries, keys };
  ofContent.set(key, shape);
  return shape;
}

const placeOf = (entry: Entry): Place =>
  entry.kind === 'attribute'
    ? { file: entry.attribute.file, span: entry.attribute.value.span }
    : entry.kind === 'blocks'
      ? { file: entry.blocks[0]!.file, span: entry.blocks[0]!.header }
      : entry.at;

function valueOf(entry: Exclude<Entry, { kind: 'computed' }>, name: string, scope: Scope, subject: string): Value {
  if (entry.kind === 'blocks') return blockList(entry.blocks, name, scope, subject);
  const { attribute } = entry;
  if (isReferenceList(name)) return referencesOf(attribute);
  const value = evaluate(attribute.value, attribute.file === scope.file ? scope : { ...scope, file: attribute.file });
  return markSecret(spread(value, scope.budget), name);
}

// https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle: names, not values
const isReferenceList = (name: string): boolean => name === 'ignore_changes' || name === 'replace_triggered_by';

function referencesOf({ value, file }: Sourced<Attribute>): Value {
  const text = (expression: Attribute['value']): Value => {
    const at = { file, span: expression.span };
    return string(referenceText(expression) ?? '', at);
  };
  return value.type === 'list' ? list(value.items.map(text), { file, span: value.span }) : text(value);
}

const contents = new WeakMap<Body, Content>();

function contentOfBlock(block: Sourced<Block>): Content {
  let content = contents.get(block.body);
  if (!content) contents.set(block.body, (content = contentOf(block.body, block.file)));
  return content;
}

/** All blocks of one type, in their order; dynamic ones give as many as their collection has items. */
function blockList(blocks: readonly Sourced<Block>[], name: string, scope: Scope, subject: string): Value {
  const items: Value[] = [];
  let reason: UnknownReason | undefined;
  for (const block of blocks) {
    const inner = block.file === scope.file ? scope : { ...scope, file: block.file };
    const address = `${subject}.${name}`;
    if (block.type !== 'dynamic')
      items.push(
        bodyOf(contentOfBlock(block), inner, { at: { file: block.file, span: block.header }, subject: address }),
      );
    else reason = dynamic(block, name, inner, address, items) ?? reason;
  }
  const all = list(items, { file: blocks[0]!.file, span: blocks[0]!.header });
  return reason ? { ...all, complete: false, reason } : all;
}

/** Adds the blocks of a `dynamic` block to `items`; gives the reason where there may be more. */
function dynamic(
  block: Sourced<Block>,
  name: string,
  scope: Scope,
  subject: string,
  items: Value[],
): UnknownReason | undefined {
  const content = contentOfBlock(block);
  const forEach = content.attributes.get('for_each');
  const inner = content.blocks.find(({ type }) => type === 'content');
  const at = { file: block.file, span: block.header };
  if (!forEach || !inner)
    return { code: 'not-evaluated', subject, settledBy: 'for_each and content in the dynamic block' };
  const collection = evaluate(forEach.value, scope);
  const pairs = pairsOf(collection);
  if (!pairs)
    return collection.type === 'unknown'
      ? collection.reason
      : { code: 'wrong-type', subject, settledBy: `a collection as for_each (this is ${collection.type})` };
  if (pairs.length + items.length > limits.instances)
    return { code: 'too-large', subject, settledBy: `at most ${limits.instances} blocks` };
  const iterator = iteratorOf(content) ?? name;
  for (const { key, value } of pairs) {
    const bound = object(
      new Map([
        ['key', key],
        ['value', value],
      ]),
      at,
    );
    items.push(bodyOf(contentOfBlock(inner), bind(scope, iterator, bound), { at, subject }));
  }
  return (collection.type === 'list' || collection.type === 'object') && !collection.complete
    ? incompleteReason(collection)
    : undefined;
}

function iteratorOf(content: Content): string | undefined {
  const iterator = content.attributes.get('iterator')?.value;
  return iterator && referenceText(iterator);
}
