import { anyItem, known, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { bindingsOf, nothingMore } from '../google-grants.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from '../read.ts';
import { some } from '../stated.ts';

const on = (things: readonly string[]): string[] =>
  things.flatMap((thing) => [`google_${thing}_iam_member`, `google_${thing}_iam_binding`]);

const wholes = on(['project', 'folder', 'organization']);
// Buckets and keys are judged with what they hold, services that answer requests are meant to be open.
const parts = on([
  'artifact_registry_repository',
  'bigquery_dataset',
  'bigquery_table',
  'compute_instance',
  'compute_image',
  'dataproc_cluster',
  'pubsub_subscription',
  'pubsub_topic',
  'secret_manager_secret',
  'service_account',
  'spanner_database',
]);

// The old ones, and those of 2025 that are to follow them: https://cloud.google.com/iam/docs/roles-overview#basic
const basicRoles = ['owner', 'editor', 'viewer', 'admin', 'writer', 'reader'].map((name) => `roles/${name}`);

const actingRoles = ['User', 'TokenCreator', 'Admin', 'KeyAdmin'].map((name) => `roles/iam.serviceAccount${name}`);
const asBasic = notApplicable('its basic roles are judged as such');
const isEveryone = (member: string): boolean => member === 'allUsers' || member === 'allAuthenticatedUsers';
const isPerson = (member: string): boolean => member.startsWith('user:');

const grants = mapping({
  kind: 'access-grant',
  dialect: 'terraform',
  types: [...wholes, ...parts],
  map: (grant) => {
    const stated = reader(grant);
    const whole = wholes.includes(grant.type);
    const role = stated.string('role', { reason: { code: 'does-not-exist', settledBy: 'the role that is granted' } });
    const members = membersOf(stated);
    const is = (...names: string[]): Fact<boolean> => mapFact(role, (name) => names.includes(name));
    const narrow = notApplicable('it is for one thing, not for a project or what is above');
    return {
      kind: 'access-grant',
      provider: 'google',
      ...subjectOf(grant),
      traits: {
        administers: asBasic,
        writesEverything: asBasic,
        basicRole: whole ? is(...basicRoles) : narrow,
        toEveryone: anyItem(members, isEveryone),
        actsAsOthers: whole ? is(...actingRoles) : narrow,
        toSinglePerson: anyItem(members, isPerson),
      },
    };
  },
});

/** Members by name; a member with a known beginning is known by that. */
function membersOf(grant: Reader): FactList<string> {
  const value = grant.value('members') ?? grant.value('member');
  if (!value) return { items: [], complete: true, at: grant.at };
  if (value.type !== 'list') return { items: [memberOf(value)], complete: true, at: value.at };
  return {
    items: value.items.map(memberOf),
    complete: value.complete,
    at: value.at,
    ...(value.reason && { reason: value.reason }),
  };
}

function memberOf(value: Value): Fact<string> {
  if (value.type !== 'unknown') return knownOf(value, asString(value) ?? '');
  if (value.prefix?.includes(':')) return knownOf(value, value.prefix);
  // The member of a service account or a group of this program.
  if (value.reason.code === 'known-after-apply' && value.references?.length) return knownOf(value, '');
  return unknownOf(value);
}

/** A policy replaces all grants of what it is for: each of its bindings is one. */
const policies = mapping({
  kind: 'access-grant',
  dialect: 'terraform',
  types: ['project', 'folder', 'organization'].map((thing) => `google_${thing}_iam_policy`),
  map: (policy) => {
    const { items, ...rest } = bindingsOf(policy);
    const any = (read: (binding: Reader) => Fact<boolean>) =>
      some([...items.map(read), nothingMore(rest)], known(false, policy.at));
    const hasRole = (names: readonly string[]) =>
      any((binding) => mapFact(binding.optionalString('role'), (role) => names.includes(role ?? '')));
    const hasMember = (is: (member: string) => boolean) => any((binding) => anyItem(membersOf(binding), is));
    return {
      kind: 'access-grant',
      provider: 'google',
      ...subjectOf(policy),
      traits: {
        administers: asBasic,
        writesEverything: asBasic,
        basicRole: hasRole(basicRoles),
        toEveryone: hasMember(isEveryone),
        actsAsOthers: hasRole(actingRoles),
        toSinglePerson: hasMember(isPerson),
      },
    };
  },
});

export default [grants, policies];
