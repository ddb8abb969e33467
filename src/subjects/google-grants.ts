import type { Resource } from '../dialects/dialect.ts';
import { anyItem, anyOf, known, unknownFact, type Fact, type UnknownReason } from '../model/fact.ts';
import { linked } from './links.ts';
import { jsonOf } from './aws-policy.ts';
import { reader, readerOf, type Blocks, type Reader } from './read.ts';
import { some } from './stated.ts';

// https://cloud.google.com/iam/docs/principals-overview: everyone, and everyone with a Google account.
const everyone = (member: string): boolean => /(^|:)(allUsers|allAuthenticatedUsers)$/.test(member);

/** Whether a grant, a binding or an access block names everyone. */
export const namesEveryone = (grant: Reader): Fact<boolean> =>
  anyOf(
    anyItem(grant.strings('member'), everyone),
    anyItem(grant.strings('members'), everyone),
    anyItem(grant.strings('iam_member'), everyone),
    anyItem(grant.strings('special_group'), everyone),
    ...grant.blocks('binding').items.map((binding) => anyItem(binding.strings('members'), everyone)),
  );

/** The ways in which Google states who may use a thing: `google_kms_crypto_key_iam_member`, `…_binding`, `…_policy`. */
export const grantTypes = (type: string): readonly string[] =>
  ['member', 'binding', 'policy'].map((form) => `${type}_iam_${form}`);

/** The grants of a thing: what they say, and which they are. */
export function grantsOf(thing: Resource, attribute: string, names: readonly string[], types = grantTypes(thing.type)) {
  const grants = linked(thing, types, attribute, names).parts;
  return { grants, open: some(grants.map(openGrant), known(false, thing.at)) };
}

/** A policy holds its bindings in a JSON text, or refers to a data source that states them. */
export function openGrant(grant: Resource): Fact<boolean> {
  if (!reader(grant).value('policy_data')) return namesEveryone(reader(grant));
  const { items, ...rest } = bindingsOf(grant);
  return some(items.map(namesEveryone), nothingMore(rest));
}

/** What holds where none of the bindings says otherwise. */
export const nothingMore = ({ complete, reason, at }: Omit<Blocks, 'items'>): Fact<boolean> =>
  complete || !reason ? known(false, at) : unknownFact(reason, at);

/** The bindings that a policy sets. */
export function bindingsOf(grant: Resource): Blocks {
  const policy = reader(grant).value('policy_data');
  if (!policy) return { items: [], complete: true, at: grant.at };
  const sources = (policy.references ?? [])
    .flatMap(({ address }) => grant.program.find(address))
    .filter(({ type }) => type === 'data.google_iam_policy');
  if (sources.length > 0) {
    const blocks = sources.map((source) => reader(source).blocks('binding'));
    const open = blocks.find(({ complete }) => !complete);
    return { ...(open ?? { complete: true, at: policy.at }), items: blocks.flatMap(({ items }) => items) };
  }
  const tree = jsonOf(policy);
  if (tree?.type === 'object') return readerOf(tree).blocks('bindings');
  const reason: UnknownReason =
    policy.type === 'unknown' ? policy.reason : { code: 'wrong-type', settledBy: 'a policy in JSON here' };
  return { items: [], complete: false, at: policy.at, reason };
}
