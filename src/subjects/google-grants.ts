import type { Resource } from '../dialects/dialect.ts';
import { anyItem, anyOf, known, type Fact } from '../model/fact.ts';
import { linked } from './links.ts';
import { reader, type Reader } from './read.ts';
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
    ...policyBindings(grant).map((binding) => anyItem(binding.strings('members'), everyone)),
  );

// `google_iam_policy` gives a JSON text with bindings; it is followed to the data source, as its text isn't made here.
const policyBindings = (grant: Reader): readonly Reader[] => grant.blocks('binding').items;

/** The ways in which Google states who may use a thing: `google_kms_crypto_key_iam_member`, `…_binding`, `…_policy`. */
export const grantTypes = (type: string): readonly string[] =>
  ['member', 'binding', 'policy'].map((form) => `${type}_iam_${form}`);

/** The grants of a thing: what they say, and which they are. */
export function grantsOf(thing: Resource, attribute: string, names: readonly string[], types = grantTypes(thing.type)) {
  const grants = linked(thing, types, attribute, names).parts;
  return { grants, open: some(grants.map(openGrant), known(false, thing.at)) };
}

/** A policy names its bindings in a data source of the same program. */
export function openGrant(grant: Resource): Fact<boolean> {
  const own = reader(grant);
  const policy = own.value('policy_data');
  if (!policy) return namesEveryone(own);
  const documents = (policy.references ?? []).flatMap(({ address }) => grant.program.find(address));
  const direct = documents.map((document) => namesEveryone(reader(document)));
  return some(direct, namesEveryone(own));
}

/** Whether the thing that a grant is about is stated in the same program. */
export const isOwned = (grant: Resource, attribute: string, types: readonly string[]): boolean =>
  (reader(grant).value(attribute)?.references ?? []).some(({ address }) =>
    grant.program.find(address).some(({ type }) => types.includes(type)),
  );
