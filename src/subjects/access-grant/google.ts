import { anyItem, mapFact, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

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

// https://cloud.google.com/iam/docs/roles-overview#basic
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
        administers: whole ? is('roles/owner') : narrow,
        writesEverything: whole ? is('roles/editor') : narrow,
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
  const list = value.type === 'list' ? value.items : [value];
  const items = list.map((item, index): Fact<string> => {
    if (item.type === 'unknown' && item.prefix?.includes(':'))
      return { known: true, value: item.prefix, origin: 'written', at: item.at, via: item.via };
    // The member of a service account or a group of this program.
    if (item.type === 'unknown' && item.reason.code === 'known-after-apply' && item.references?.length)
      return { known: true, value: '', origin: 'written', at: item.at, via: item.via };
    return grant.strings(grant.value('members') ? 'members' : 'member').items[index] ?? absent(item.at);
  });
  return {
    items,
    complete: value.type === 'list' ? value.complete : true,
    at: value.at,
    ...(value.type === 'list' && value.reason && { reason: value.reason }),
  };
}

const absent = (at: Fact<string>['at']): Fact<string> => ({ known: true, value: '', origin: 'written', at, via: [] });
