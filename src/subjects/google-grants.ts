import type { Resource } from '../dialects/dialect.ts';
import { anyItem, anyOf, known, unknownFact, type Fact } from '../model/fact.ts';
import { linked } from './links.ts';
import { jsonOf } from './aws-policy.ts';
import { reader, readerOf, type Reader } from './read.ts';
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
  const own = reader(grant);
  const policy = own.value('policy_data');
  if (!policy) return namesEveryone(own);
  const sources = (policy.references ?? [])
    .flatMap(({ address }) => grant.program.find(address))
    .filter(({ type }) => type === 'data.google_iam_policy');
  if (sources.length > 0)
    return some(
      sources.map((source) => namesEveryone(reader(source))),
      known(false, policy.at),
    );
  const tree = jsonOf(policy);
  if (tree?.type !== 'object')
    return policy.type === 'unknown'
      ? unknownFact(policy.reason, policy.at, policy.via)
      : unknownFact({ code: 'wrong-type', settledBy: 'a policy in JSON here' }, policy.at, policy.via);
  const bindings = readerOf(tree).blocks('bindings');
  return some(
    bindings.items.map((binding) => anyItem(binding.strings('members'), everyone)),
    bindings.complete || !bindings.reason ? known(false, policy.at) : unknownFact(bindings.reason, policy.at),
  );
}
