import type { Program, Resource } from '../../dialects/dialect.ts';
import { anyItem, known, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader, referencesIn, unknownOf } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
const administrators = new Set(['AdministratorAccess', 'IAMFullAccess']);
const writers = new Set(['PowerUserAccess']);

const attributes: { readonly [type: string]: string } = {
  aws_iam_role_policy_attachment: 'policy_arn',
  aws_iam_user_policy_attachment: 'policy_arn',
  aws_iam_group_policy_attachment: 'policy_arn',
  aws_iam_policy_attachment: 'policy_arn',
  aws_ssoadmin_managed_policy_attachment: 'managed_policy_arn',
  aws_iam_role: 'managed_policy_arns',
};

const grants = mapping({
  kind: 'access-grant',
  dialect: 'terraform',
  types: Object.keys(attributes),
  map: (grant) => {
    const stated = reader(grant);
    const value = stated.value(attributes[grant.type]!);
    if (!value) return undefined;
    const policies = policyNames(value, grant);
    const hands = (which: ReadonlySet<string>) => anyItem(policies, (name) => which.has(name));
    return {
      kind: 'access-grant',
      provider: 'aws',
      ...subjectOf(grant),
      traits: {
        administers: hands(administrators),
        writesEverything: hands(writers),
        basicRole: notApplicable('managed policies are judged by what they allow'),
        toEveryone: notApplicable('a policy is attached to identities of the account'),
        actsAsOthers: notApplicable('which roles may be taken on is a matter of policies and trust'),
        toSinglePerson:
          grant.type === 'aws_iam_policy_attachment'
            ? stated.has('users')
            : known(grant.type === 'aws_iam_user_policy_attachment', grant.at),
      },
    };
  },
});

/** A policy of the platform that is looked up, and handed out by none of these: an output or another resource does it. */
const lookedUp = mapping({
  kind: 'access-grant',
  dialect: 'terraform',
  types: ['data.aws_iam_policy'],
  map: (data) => {
    if (used(data.program).has(data.name)) return undefined;
    const stated = reader(data);
    const named = ['name', 'arn'].map((attribute) => stated.optionalString(attribute));
    const name = named.find((fact) => !fact.known || fact.value !== undefined);
    if (!name?.known) return undefined;
    const policy = { ...name, value: name.value?.split('/').at(-1) ?? '' };
    return {
      kind: 'access-grant',
      provider: 'aws',
      ...subjectOf(data),
      traits: traitsOfPart('access-grant', 'it only names a policy', {
        administers: mapFact(policy, (text) => administrators.has(text)),
        writesEverything: mapFact(policy, (text) => writers.has(text)),
      }),
    };
  },
});

const usedPolicies = new WeakMap<Program, ReadonlySet<string>>();

function used(program: Program): ReadonlySet<string> {
  const there = usedPolicies.get(program);
  if (there) return there;
  const names = program
    .ofType(...Object.keys(attributes))
    .flatMap((grant) => referencesIn(grant.body.entries.get(attributes[grant.type]!)).map(({ address }) => address));
  const found = new Set(names);
  usedPolicies.set(program, found);
  return found;
}

export default [grants, lookedUp];

/** The last part of each ARN; empty for a policy of one's own, which is judged by what it says. */
function policyNames(value: Value, grant: Resource): FactList<string> {
  const items = value.type === 'list' ? value.items : [value];
  return {
    items: items.map((item) => nameOf(item, grant)),
    complete: value.type !== 'list' || value.complete,
    at: value.at,
    ...(value.type === 'list' && value.reason && { reason: value.reason }),
  };
}

function nameOf(value: Value, grant: Resource): Fact<string> {
  const text = asString(value);
  // Only AWS's own have `aws` for an account: arn:aws:iam::aws:policy/job-function/…
  if (text !== undefined) return knownOf(value, /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(text)?.[1] ?? '');
  if (value.type !== 'unknown') return knownOf(value, '');
  const sources = (value.references ?? []).flatMap(({ address }) => grant.program.find(address));
  const looked = sources.find(({ type }) => type === 'data.aws_iam_policy');
  if (looked) {
    const data = reader(looked);
    const name = data.optionalString('name');
    if (name.known && name.value !== undefined) return { ...name, value: name.value, via: value.via };
    const arn = data.optionalString('arn');
    if (arn.known && arn.value !== undefined)
      return mapFact({ ...arn, via: value.via }, (found) => found?.split('/').at(-1) ?? '');
  }
  if (sources.length > 0) return knownOf(value, '');
  // `arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess`
  if (value.suffix?.includes(':aws:policy/')) return knownOf(value, value.suffix.split('/').at(-1)!);
  // A path that isn't known, between what AWS's own begin with and the name.
  if (value.prefix?.endsWith(':aws:policy/') && value.suffix?.startsWith('/'))
    return knownOf(value, value.suffix.split('/').at(-1)!);
  return unknownOf(value);
}
