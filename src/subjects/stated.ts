import { allOf, anyOf, known, mapFact, unknownFact, type Fact } from '../model/fact.ts';
import type { UnknownCode, UnknownReason } from '../model/fact.ts';
import type { Resource } from '../dialects/dialect.ts';
import { linked } from './links.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from './read.ts';

const settled: readonly UnknownCode[] = ['known-after-apply', 'data-source'];

/**
 * Whether something is named there. What the platform hands out on creation counts: only its text is not known yet. So does
 * a resource that is not declared: nothing is applied before it is.
 */
export function isNamed(own: Reader, path: string): Fact<boolean> {
  const value = own.value(path);
  if (!value) return known(false, own.at);
  if (value.type !== 'unknown') return knownOf(value, asString(value)?.trim() !== '');
  const isResource = value.reason.code === 'does-not-exist' && (value.references ?? []).length > 0;
  return settled.includes(value.reason.code) || isResource ? known(true, value.at, value.via) : unknownOf(value);
}

/** Whether a key of the customer’s own is named: `alias/aws/…` are keys that AWS keeps for the account. */
export function namesOwnKey(own: Reader, path: string): Fact<boolean> {
  const value = own.value(path);
  const text = value && asString(value);
  return value && text !== undefined
    ? knownOf(value, text !== '' && !/(?:^|:)alias\/aws\//.test(text))
    : isNamed(own, path);
}

// Where the value comes from outside of the code, it isn't in the code.
export const outside: readonly UnknownCode[] = [
  'no-value',
  'known-after-apply',
  'data-source',
  'does-not-exist',
  'remote-module',
];

/** Whether the text of a secret is written in the code at one of these paths, be it as a variable's default. */
export function isWritten(own: Reader, ...paths: readonly string[]): Fact<boolean> {
  const ignored = own.strings('lifecycle.ignore_changes');
  const [first, ...rest] = paths.map((path): Fact<boolean> => {
    const value = own.value(path);
    if (!value) return known(false, own.at);
    if (value.type === 'unknown')
      return outside.includes(value.reason.code) ? known(false, value.at, value.via) : unknownOf(value);
    if (ignored.items.some((name) => name.known && (name.value === path || name.value === 'all')))
      return unknownFact(replacedLater(path), value.at, value.via);
    if (value.origin === 'plan')
      return unknownFact({ code: 'not-evaluated', settledBy: 'the configuration that the plan was made of' }, value.at);
    return knownOf(value, asString(value) !== '');
  });
  return first ? anyOf(first, ...rest) : known(false, own.at);
}

// A first text that the code ignores changes of is often a stand-in, which somebody replaces by hand.
const replacedLater = (path: string): UnknownReason => ({
  code: 'not-in-repository',
  subject: path,
  settledBy: 'whether the value was replaced after it was made: the code ignores changes of it',
});

/** What one of several linked resources states; `otherwise` where there is none. */
export function fromParts(
  resource: Resource,
  types: readonly string[],
  attribute: string,
  names: readonly string[],
  read: (part: Reader) => Fact<boolean>,
  otherwise: Fact<boolean>,
): Fact<boolean> {
  const { parts, maybe, reason } = linked(resource, types, attribute, names);
  const [first, ...rest] = parts.map((part) => read(reader(part)));
  if (first) return anyOf(first, ...rest);
  return maybe.length > 0 && reason ? unknownFact(reason, resource.at) : otherwise;
}

/** A known answer where it is stated to be one of these; nothing stated is what the platform does then. */
export const isOneOf = (fact: Fact<string>, values: readonly string[]): Fact<boolean> =>
  mapFact(fact, (text) => values.includes(text.toLowerCase()));

/** All facts of a list; what holds for an empty one is given. */
export const every = (facts: readonly Fact<boolean>[], empty: Fact<boolean>): Fact<boolean> =>
  facts[0] ? allOf(facts[0], ...facts.slice(1)) : empty;

/** Any fact of a list; what holds for an empty one is given. */
export const some = (facts: readonly Fact<boolean>[], empty: Fact<boolean>): Fact<boolean> =>
  facts[0] ? anyOf(facts[0], ...facts.slice(1)) : empty;
