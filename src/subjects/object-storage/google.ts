import { lifecycleDays } from '../lifecycle.ts';
import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyItem, anyOf, byDefault, known, mapFact, not, notApplicable, type Fact } from '../../model/fact.ts';
import { openGrant } from '../google-grants.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const page = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket';
const accessTypes = [
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_iam_policy',
  'google_storage_bucket_access_control',
  'google_storage_bucket_acl',
  'google_storage_default_object_access_control',
];

const oneSwitch = notApplicable('one switch is for grants of every kind, and is judged as that for policies');

const bucket = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['google_storage_bucket'],
  map: (bucket) => {
    const own = reader(bucket);
    const grants = linked(bucket, accessTypes, 'bucket', ['name']).parts;
    const prevention = mapFact(
      own.string('public_access_prevention', { value: 'inherited', source: page }),
      (mode) => mode === 'enforced',
    );
    return {
      kind: 'object-storage',
      provider: 'google',
      ...subjectOf(bucket, grants),
      traits: {
        region: regionOf(bucket),
        publicByAcl: notApplicable('grants to everyone are looked at together, as one policy'),
        publicByPolicy: allOf(grantsEveryone(bucket, grants), not(prevention)),
        publicAclsBlocked: oneSwitch,
        publicPoliciesBlocked: prevention,
        publicAclsIgnored: oneSwitch,
        publicPoliciesRestricted: oneSwitch,
        openNetwork: notApplicable('Cloud Storage has no firewall of its own; perimeters stand around projects'),
        sharedKeysAccepted: notApplicable('HMAC keys belong to service accounts'),
        accessByAclPossible: not(own.bool('uniform_bucket_level_access', { value: false, source: page })),
        objectsExpire: own.has('lifecycle_rule'),
        ...deletedAfter(bucket),
        objectsLocked: own.bool('retention_policy.is_locked', { value: false, source: page }),
        encryptedAtRest: byDefault(true, bucket.at, 'https://cloud.google.com/storage/docs/encryption/default-keys'),
        encryptedWithOwnKey: own.has('encryption.default_kms_key_name'),
        requiresTls: notApplicable('the service can be told to refuse HTTP by an organization policy only'),
        minimumTlsVersion: notApplicable('the service decides it'),
        versioned: own.bool('versioning.enabled', { value: false, source: page }),
        accessLogged: takesLogs(bucket) ? notApplicable('it takes the logs of others') : own.has('logging'),
        replicated: notApplicable('the location decides it: regions, dual-regions and multi-regions'),
        // https://cloud.google.com/storage/docs/soft-delete: seven days unless set to 0
        deletionProtected: mapFact(
          own.number('soft_delete_policy.retention_duration_seconds', {
            value: 604800,
            source: 'https://cloud.google.com/storage/docs/soft-delete',
          }),
          (seconds) => seconds > 0,
        ),
      },
    };
  },
});

// https://cloud.google.com/storage/docs/lifecycle#conditions: all of them have to hold.
const conditions = [
  'matches_prefix',
  'matches_suffix',
  'matches_storage_class',
  'created_before',
  'custom_time_before',
  'days_since_custom_time',
  'noncurrent_time_before',
  'num_newer_versions',
];

/** After how many days its lifecycle rules delete what is in it. */
function deletedAfter(bucket: Resource) {
  const { items, complete, reason } = reader(bucket).blocks('lifecycle_rule');
  const deleting = items.filter((rule) => {
    const action = rule.optionalString('action.type');
    return !action.known || action.value === 'Delete';
  });
  const of = (former: boolean) =>
    lifecycleDays(
      deleting.flatMap((rule) => {
        const state = rule.optionalString('condition.with_state');
        const since = rule.optionalNumber('condition.days_since_noncurrent_time');
        const isFormer = (state.known && state.value === 'ARCHIVED') || !since.known || since.value !== undefined;
        if (isFormer !== former && !(state.known && state.value === 'ANY')) return [];
        return {
          days: former && (!since.known || since.value !== undefined) ? since : rule.optionalNumber('condition.age'),
          on: mapFact(rule.optionalString('action.type'), () => true),
          whole: conditions.every((name) => rule.value(`condition.${name}`) === undefined),
          at: rule.at,
        };
      }),
      bucket.at,
      complete ? undefined : reason,
    );
  return { objectsDeletedAfterDays: of(false), versionsDeletedAfterDays: of(true) };
}

/** A bucket that logs are put into: recording the writing of records would go on without an end. */
const takesLogs = (bucket: Resource): boolean =>
  linked(bucket, ['google_storage_bucket'], 'logging.log_bucket', ['name']).parts.length > 0 ||
  ['project', 'folder', 'organization', 'billing_account'].some(
    (thing) => linked(bucket, [`google_logging_${thing}_sink`], 'destination', ['name']).parts.length > 0,
  );

/** A grant on a bucket that is kept elsewhere stands for itself. */
const looseGrants = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: accessTypes,
  map: (grant) => {
    if (hasOwner(grant, ['google_storage_bucket'], 'bucket', ['name'])) return undefined;
    return {
      kind: 'object-storage',
      provider: 'google',
      ...subjectOf(grant),
      traits: traitsOfPart('object-storage', 'its bucket is kept elsewhere', {
        publicByPolicy: grantsEveryone(grant, [grant]),
      }),
    };
  },
});

export default [bucket, looseGrants];

const everyone = (member: string): boolean =>
  /(^|:)(allUsers|allAuthenticatedUsers|READER:allUsers|READER:allAuthenticatedUsers)$/.test(member);

function grantsEveryone(bucket: Resource, grants: readonly Resource[]): Fact<boolean> {
  const [first, ...rest] = grants.flatMap((grant) => {
    const stated = reader(grant);
    if (stated.value('policy_data')) return [openGrant(grant)];
    return ['member', 'entity', 'members', 'role_entity'].map((name) => anyItem(stated.strings(name), everyone));
  });
  return first ? anyOf(first, ...rest) : known(false, bucket.at);
}
