import type { UnknownReason } from '../../model/fact.ts';
import type { LiveAnswer, LiveFacts } from '../../model/live.ts';
import type { ApiPlace } from '../../model/place.ts';
import type { ObjectValue, UnknownValue, Value } from '../../model/value.ts';

/** What one answer states, before it is a resource. */
export interface Stated {
  type: string;
  name: string;
  body: ObjectValue;
}

export const placeIn = ({ api }: LiveFacts, { request }: LiveAnswer): ApiPlace => ({ api, request });

/** JSON of an answer as a value, every part of it at the request. */
export function valueOf(from: unknown, at: ApiPlace): Value {
  const placed = { at, via: [] };
  if (Array.isArray(from))
    return { type: 'list', items: from.map((item) => valueOf(item, at)), complete: true, ...placed };
  if (typeof from === 'object' && from !== null) {
    const entries = new Map(Object.entries(from).map(([key, value]) => [key, valueOf(value, at)]));
    return { type: 'object', entries, complete: true, ...placed };
  }
  if (typeof from === 'string') return { type: 'string', value: from, ...placed };
  if (typeof from === 'number') return { type: 'number', value: from, ...placed };
  if (typeof from === 'boolean') return { type: 'bool', value: from, ...placed };
  return { type: 'null', ...placed };
}

/** An object of our own making: keys without a value are left out, and values may stand among them as they are. */
export function objectOf(from: { readonly [key: string]: unknown }, at: ApiPlace): ObjectValue {
  const given = Object.entries(from).filter(([, value]) => value !== undefined);
  const entries = new Map(given.map(([key, value]) => [key, isValue(value) ? value : valueOf(value, at)]));
  return { type: 'object', entries, complete: true, at, via: [] };
}

const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && 'at' in value && 'via' in value;

/** The same object, which may hold more than it shows. */
export const inPart = (value: ObjectValue, reason: UnknownReason): ObjectValue => ({
  ...value,
  complete: false,
  reason,
});

export const hidden = (at: ApiPlace, reason: UnknownReason): UnknownValue => ({ type: 'unknown', reason, at, via: [] });

/** Why what an answer would have told is unknown, and the permission that would show it. */
export const reasonOf = ({ request, needs, refused }: LiveAnswer, what: string): UnknownReason => ({
  code: 'not-visible',
  subject: refused === undefined ? what : `${what} (${refused})`,
  settledBy: `a token with ${needs} for ${request}`,
});
