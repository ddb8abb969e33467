import { anyItem, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, reader, unknownOf, type Reader } from '../read.ts';

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

export default mapping({
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
        administers: notApplicable('its basic roles are judged as such'),
        writesEverything: notApplicable('its basic roles are judged as such'),
        basicRole: whole ? is(...basicRoles) : narrow,
        toEveryone: anyItem(members, (member) => member === 'allUsers' || member === 'allAuthenticatedUsers'),
        actsAsOthers: whole
          ? is(
              'roles/iam.serviceAccountUser',
              'roles/iam.serviceAccountTokenCreator',
              'roles/iam.serviceAccountAdmin',
              'roles/iam.serviceAccountKeyAdmin',
            )
          : narrow,
        toSinglePerson: anyItem(members, (member) => member.startsWith('user:')),
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
