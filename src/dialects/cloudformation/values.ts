import type { UnknownCode, UnknownReason } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { ObjectValue, Reference, UnknownValue, Value } from '../../model/value.ts';

// Values as the intrinsic functions make them.

export const text = (value: string, at: Place, more: Partial<Value> = {}): Value =>
  ({ type: 'string', value, at, via: [], ...more }) as Value;

export const bool = (value: boolean, at: Place): Value => ({ type: 'bool', value, at, via: [] });

export const list = (items: readonly Value[], at: Place, reason?: UnknownReason): Value => ({
  type: 'list',
  items,
  complete: reason === undefined,
  at,
  via: [],
  ...(reason && { reason }),
});

export const object = (entries: ReadonlyMap<string, Value>, at: Place, reason?: UnknownReason): ObjectValue => ({
  type: 'object',
  entries,
  complete: reason === undefined,
  at,
  via: [],
  ...(reason && { reason }),
});

export const reason = (code: UnknownCode, subject: string, settledBy: string): UnknownReason => ({
  code,
  subject,
  settledBy,
});

export const unknown = (why: UnknownReason, at: Place, more: Partial<UnknownValue> = {}): UnknownValue => ({
  type: 'unknown',
  reason: why,
  at,
  via: [],
  ...more,
});

/** The same value, reached by way of a further place. */
export const through = (value: Value, place: Place): Value => ({ ...value, via: [...value.via, place] });

export const withReferences = (value: Value, references: readonly Reference[]): Value =>
  references.length === 0 ? value : { ...value, references: [...(value.references ?? []), ...references] };

/** The text of a scalar, as CloudFormation joins and compares it. */
export const asText = (value: Value): string | undefined =>
  value.type === 'string'
    ? value.value
    : value.type === 'number' || value.type === 'bool'
      ? String(value.value)
      : undefined;

/** What a known value is as JSON; undefined where any part of it is unknown. */
export function asJson(value: Value): unknown {
  if (value.type === 'unknown') return undefined;
  if (value.type === 'null') return null;
  if (value.type === 'list') {
    const items = value.items.map(asJson);
    return value.complete && !items.includes(undefined) ? items : undefined;
  }
  if (value.type !== 'object') return value.value;
  const entries = [...value.entries].map(([key, item]) => [key, asJson(item)] as const);
  return value.complete && entries.every(([, item]) => item !== undefined) ? Object.fromEntries(entries) : undefined;
}

/** Whether two values are the same; undefined where that can't be told. Numbers and booleans compare as their text. */
export function same(a: Value, b: Value): boolean | undefined {
  const [left, right] = [asText(a), asText(b)];
  if (left !== undefined && right !== undefined) return left === right;
  const [one, other] = [asJson(a), asJson(b)];
  return one === undefined || other === undefined ? undefined : JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Texts one behind the other. Where some are unknown, so is the whole, but what is certain about its beginning and its end is
 * kept.
 */
export function joined(parts: readonly Value[], at: Place): Value {
  const references = parts.flatMap((part) => part.references ?? []);
  const secret = parts.some((part) => part.secret) ? { secret: true as const } : {};
  const texts = parts.map(asText);
  const first = parts.findIndex((_, i) => texts[i] === undefined);
  if (first < 0) {
    const [only] = parts;
    const whole = parts.length === 1 && only ? { via: only.via, at: only.at } : {};
    return withReferences(text(texts.join(''), at, { ...secret, ...whole }), references);
  }
  const last = parts.findLastIndex((_, i) => texts[i] === undefined);
  const [head, tail] = [parts[first]!, parts[last]!];
  const why: UnknownReason =
    head.type === 'unknown' ? head.reason : reason('wrong-type', 'a part of the text', 'a text here');
  const prefix = texts.slice(0, first).join('') + (head.type === 'unknown' ? (head.prefix ?? '') : '');
  const suffix = (tail.type === 'unknown' ? (tail.suffix ?? '') : '') + texts.slice(last + 1).join('');
  const names = parts.map(writtenAs);
  const written = names.includes(undefined) ? {} : { written: names.join('') };
  return withReferences(
    unknown(why, at, { ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }), ...secret, ...written }),
    references,
  );
}

/** A text itself, or the parameter or the fact of the account that it is: `{AWS::Region}`. */
function writtenAs(value: Value): string | undefined {
  if (value.type !== 'unknown') return asText(value);
  if (value.written !== undefined) return value.written;
  const { code, subject } = value.reason;
  const whole = value.prefix === undefined && value.suffix === undefined && !value.references?.length;
  return whole &&
    subject !== undefined &&
    /^(?:parameter |AWS::)/.test(subject) &&
    /^(?:no-value|data-source)$/.test(code)
    ? `{${subject}}`
    : undefined;
}

/**
 * A dynamic reference is filled in from a store of secrets or parameters when the stack is made:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function dynamic(value: string, at: Place): Value {
  const start = value.search(/\{\{resolve:(?:ssm|ssm-secure|secretsmanager):/);
  if (start < 0) return text(value, at);
  const end = value.lastIndexOf('}}') + 2;
  return unknown(reason('data-source', value.slice(start, end), 'the value that the store keeps'), at, {
    ...(start > 0 && { prefix: value.slice(0, start) }),
    ...(end > 1 && end < value.length && { suffix: value.slice(end) }),
  });
}
