import type { UnknownReason } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { ListValue, ObjectValue, Value } from '../../model/value.ts';
import { bounded, limits } from './budget.ts';
import type { Content } from './configuration.ts';
import { evaluate } from './evaluate.ts';
import { pairsOf } from './pairs.ts';
import { bind, type Scope } from './scope.ts';
import { incompleteReason, keyText, list, number, object, unknown, type Open } from './values.ts';

/** One instance of a block: its key, and a scope in which `each` and `count` are its own. */
export interface Slot {
  key?: string | number;
  scope: Scope;
}

/** What `count` and `for_each` make of a block. */
export interface Slots {
  kind: 'single' | 'count' | 'for_each';
  slots: readonly Slot[];
  /** Stands for the instances whose keys are unknown. */
  open?: { slot: Slot; reason: UnknownReason };
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments/for_each and …/count */
export function slotsOf(content: Content, scope: Scope, address: string): Slots {
  const count = content.attributes.get('count');
  const forEach = content.attributes.get('for_each');
  if (!count && !forEach) return { kind: 'single', slots: [{ scope }] };
  const written = (forEach ?? count)!;
  const inner = { ...scope, file: written.file };
  const at = { file: written.file, span: written.value.span };
  const value = bounded(scope.budget, at, `${address}.${written.name}`, () => evaluate(written.value, inner));
  return forEach ? eachSlots(value, scope, at, address) : countSlots(value, scope, at, address);
}

function countSlots(value: Value, scope: Scope, at: Place, address: string): Slots {
  const size = value.type === 'string' ? Number(value.value) : value.type === 'number' ? value.value : Number.NaN;
  const bound = (index: Value): Slot => ({ scope: bind(scope, 'count', object(new Map([['index', index]]), at)) });
  if (!Number.isInteger(size) || size < 0 || size > limits.instances) {
    const reason = reasonOf(value, size > limits.instances, 'count', address);
    return { kind: 'count', slots: [], open: { slot: bound(unknown(reason, at)), reason } };
  }
  return { kind: 'count', slots: Array.from({ length: size }, (_, i) => ({ ...bound(number(i, at)), key: i })) };
}

function eachSlots(value: Value, scope: Scope, at: Place, address: string): Slots {
  const pairs = pairsOf(value);
  const bound = (key: Value, item: Value): Slot => ({
    scope: bind(
      scope,
      'each',
      object(
        new Map([
          ['key', key],
          ['value', item],
        ]),
        at,
      ),
    ),
  });
  const open = (reason: UnknownReason, references?: Value['references']) => {
    const item: Value = { ...unknown(reason, at), ...(references && { references }) };
    return { slot: bound({ ...unknown(reason, at) }, item), reason };
  };
  if (!pairs || pairs.length > limits.instances) {
    return {
      kind: 'for_each',
      slots: [],
      open: open(reasonOf(value, pairs !== undefined, 'for_each', address), value.references),
    };
  }
  const slots: Slot[] = [];
  let reason =
    value.type === 'list' || value.type === 'object'
      ? value.complete
        ? undefined
        : incompleteReason(value)
      : undefined;
  for (const { key, value: item } of pairs) {
    // A list is no set; where one is given, its strings are taken for the keys that are meant.
    const name = keyText(value.type === 'list' ? item : key);
    if (name !== undefined) slots.push({ ...bound(value.type === 'list' ? item : key, item), key: name });
    else if (item.type === 'unknown') reason ??= item.reason;
  }
  return { kind: 'for_each', slots, ...(reason && { open: open(reason) }) };
}

function reasonOf(value: Value, tooMany: boolean, name: string, address: string): UnknownReason {
  if (tooMany) return { code: 'too-large', subject: address, settledBy: `at most ${limits.instances} instances` };
  if (value.type === 'unknown') return value.reason;
  return {
    code: 'wrong-type',
    subject: `${address}.${name}`,
    settledBy: name === 'count' ? 'a whole number' : 'a map or a set of strings',
  };
}

/** The address of an instance: without key where its key is unknown. */
export const instanceAddress = (address: string, key: string | number | undefined): string =>
  key === undefined ? address : typeof key === 'number' ? `${address}[${key}]` : `${address}[${JSON.stringify(key)}]`;

/** What a reference to the block gives: one value, a list of them, or a map of them. */
export function valueOfSlots(
  kind: Slots['kind'],
  values: readonly { key?: string | number; value: Value }[],
  open: { value: Value; reason: UnknownReason } | undefined,
  at: Place,
): Value {
  if (kind === 'single') return values[0]!.value;
  const missing = open && (() => open.value);
  if (kind === 'count') {
    const all = list([...values.map(({ value }) => value), ...(open ? [open.value] : [])], at);
    return open ? ({ ...all, complete: false, reason: open.reason, missing } as Open<ListValue>) : all;
  }
  const all = object(new Map(values.map(({ key, value }) => [String(key), value])), at);
  return open ? ({ ...all, complete: false, reason: open.reason, missing } as Open<ObjectValue>) : all;
}
