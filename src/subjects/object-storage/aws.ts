import { lifecycleDays, type LifecycleRule } from '../lifecycle.ts';
import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import {
  allOf,
  anyOf,
  byDefault,
  known,
  mapFact,
  not,
  notApplicable,
  unknownFact,
  type Fact,
} from '../../model/fact.ts';
import { letsEveryoneIn, policyOf, isEveryone, type Statement } from '../aws-policy.ts';
import { hasOwner, linked, subjectOf, type Linked } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { namesOwnKey } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const docs = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const off = (resource: string) => ({ value: false, source: `${registry}/${resource}` });

/** A bucket is spread over several resources since version 4 of the provider; they are joined here. */
const bucketMapping = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['aws_s3_bucket'],
  map: (bucket) => {
    const part = (name: string) => linked(bucket, [`aws_s3_bucket_${name}`], 'bucket', ['bucket', 'id']);
    const own = reader(bucket);
    const acls = part('acl');
    const blocks = part('public_access_block');
    const policies = part('policy');
    const versioning = part('versioning');
    const encryption = part('server_side_encryption_configuration');
    const logging = part('logging');
    const lifecycle = part('lifecycle_configuration');
    const lock = part('object_lock_configuration');
    const replication = part('replication_configuration');
    const account = bucket.program.ofType('aws_s3_account_public_access_block').map(reader);
    // A block of the account holds for all of its buckets.
    const blocked = (name: string) =>
      anyOf(
        separate(bucket, blocks, (block) => block.bool(name, off('s3_bucket_public_access_block'))),
        ...account.map((block) => block.bool(name, off('s3_account_public_access_block'))),
      );
    const links = [acls, blocks, policies, versioning, encryption, logging, lifecycle, lock, replication];
    return {
      kind: 'object-storage',
      provider: 'aws',
      ...subjectOf(
        bucket,
        links.flatMap((link) => link.parts),
      ),
      traits: {
        region: regionOf(bucket),
        publicByAcl: allOf(grantsEveryone(own, acls), not(blocked('ignore_public_acls'))),
        publicByPolicy: allOf(policyIsOpen(bucket, own, policies), not(blocked('restrict_public_buckets'))),
        publicAclsBlocked: blocked('block_public_acls'),
        publicPoliciesBlocked: blocked('block_public_policy'),
        publicAclsIgnored: blocked('ignore_public_acls'),
        publicPoliciesRestricted: blocked('restrict_public_buckets'),
        openNetwork: notApplicable('S3 has no firewall of its own: networks are a matter of its policy'),
        sharedKeysAccepted: notApplicable('every request is signed by an identity'),
        accessByAclPossible: notApplicable(
          'object ownership decides it, which new buckets have enforced since April 2023',
        ),
        objectsExpire: eitherHas(bucket, own, 'lifecycle_rule', lifecycle),
        ...deletedAfter(bucket, own, lifecycle),
        objectsLocked: anyOf(
          eitherHas(bucket, own, 'object_lock_configuration', lock),
          own.bool('object_lock_enabled', off('s3_bucket')),
        ),
        encryptedAtRest: byDefault(true, bucket.at, `${docs}/default-encryption-faq.html`),
        encryptedWithOwnKey: usesOwnKey(bucket, own, encryption),
        requiresTls: refusesPlainHttp(bucket, own, policies),
        minimumTlsVersion: byDefault(
          '1.2',
          bucket.at,
          'https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/',
        ),
        versioned: isVersioned(bucket, own, versioning),
        accessLogged: takesLogs(bucket)
          ? notApplicable('it takes the logs of others')
          : eitherHas(bucket, own, 'logging', logging),
        replicated: eitherHas(bucket, own, 'replication_configuration', replication),
        deletionProtected: notApplicable(
          'a bucket that holds objects can’t be deleted; objects are a matter of versions',
        ),
      },
    };
  },
});

/** A list or a policy whose bucket is kept elsewhere stands for itself. */
const looseParts = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['aws_s3_bucket_acl', 'aws_s3_bucket_policy'],
  map: (part) => {
    if (hasOwner(part, ['aws_s3_bucket'], 'bucket', ['bucket', 'id'])) return undefined;
    const stated = reader(part);
    const alone: Linked = { parts: [], maybe: [] };
    return {
      kind: 'object-storage',
      provider: 'aws',
      ...subjectOf(part),
      traits: traitsOfPart(
        'object-storage',
        'its bucket is kept elsewhere',
        part.type === 'aws_s3_bucket_acl'
          ? { publicByAcl: grantsEveryone(stated, alone) }
          : { publicByPolicy: policyIsOpen(part, stated, alone) },
      ),
    };
  },
});

export default [bucketMapping, looseParts];

/** What a separate resource states; nothing separate is a known "no", one that may be this bucket's is unknown. */
function separate(bucket: Resource, link: Linked, read: (part: Reader) => Fact<boolean>): Fact<boolean> {
  const [first, ...rest] = link.parts.map((part) => read(reader(part)));
  if (first) return anyOf(first, ...rest);
  return link.maybe.length > 0 ? unknownFact(link.reason!, bucket.at) : known(false, bucket.at);
}

/** Whether a lifecycle rule is switched on. */
function isOn(rule: Reader): Fact<boolean> {
  const status = rule.optionalString('status');
  if (!status.known || status.value !== undefined) return mapFact(status, (text) => text === 'Enabled');
  return mapFact(rule.optionalBool('enabled'), (on) => on !== false);
}

/** Since version 4 a resource of its own, before that a block of the bucket. */
function eitherHas(bucket: Resource, own: Reader, block: string, link: Linked): Fact<boolean> {
  const enabled = (rules: Fact<boolean>[]): Fact<boolean> =>
    rules[0] ? anyOf(rules[0], ...rules.slice(1)) : known(true, own.at);
  if (block === 'object_lock_configuration') {
    const on = { value: 'Enabled', source: `${registry}/s3_bucket_object_lock_configuration` };
    const isOn = (stated: Reader) => mapFact(stated.string('object_lock_enabled', on), (text) => text === 'Enabled');
    const inside = own.blocks(block).items.map(isOn);
    return anyOf(separate(bucket, link, isOn), inside[0] ?? own.has(block));
  }
  if (block === 'logging')
    return anyOf(
      separate(bucket, link, (part) => known(true, part.at)),
      own.has(block),
    );
  const old = own.blocks(block).items;
  const rulesOf = (items: readonly Reader[]) =>
    items.flatMap((item) => (item.blocks('rules').items.length ? item.blocks('rules').items : [item]));
  const inside = old.length > 0 ? enabled(rulesOf(old).map(isOn)) : own.has(block);
  return anyOf(
    separate(bucket, link, (part) => enabled(part.blocks('rule').items.map(isOn))),
    inside,
  );
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
const narrows = [
  'prefix',
  'filter.prefix',
  'filter.tag',
  'filter.and',
  'filter.object_size_greater_than',
  'filter.object_size_less_than',
  'tags',
];

/** After how many days its lifecycle rules delete what is in it. */
function deletedAfter(bucket: Resource, own: Reader, link: Linked) {
  const old = own.blocks('lifecycle_rule');
  const rulesOf = (part: Reader) => {
    const { items } = part.blocks('rules');
    return items.length > 0 ? items : [part];
  };
  const rules = [...old.items.flatMap(rulesOf), ...link.parts.flatMap((part) => reader(part).blocks('rule').items)];
  const open =
    [old, ...link.parts.map((part) => reader(part).blocks('rule'))].find(({ complete }) => !complete)?.reason ??
    (link.maybe.length > 0 ? link.reason : undefined);
  const of = (names: readonly string[]) =>
    lifecycleDays(
      rules.map((rule): LifecycleRule => ({
        days: names.map((name) => rule.optionalNumber(name)).find((days) => !days.known || days.value !== undefined),
        on: isOn(rule),
        whole: narrows.every((name) => isBlank(rule, name)),
        at: rule.at,
      })),
      bucket.at,
      open,
    );
  return {
    objectsDeletedAfterDays: of(['expiration.days']),
    versionsDeletedAfterDays: of([
      'noncurrent_version_expiration.noncurrent_days',
      'noncurrent_version_expiration.days',
    ]),
  };
}

const isBlank = (rule: Reader, name: string): boolean => {
  const value = rule.value(name);
  return value === undefined || (value.type === 'string' && value.value === '');
};

/** A bucket that logs are put into: recording the writing of records would go on without an end. */
const takesLogs = (bucket: Resource): boolean =>
  linked(bucket, ['aws_s3_bucket_logging'], 'target_bucket', ['bucket', 'id']).parts.length > 0 ||
  linked(bucket, ['aws_s3_bucket'], 'logging.target_bucket', ['bucket', 'id']).parts.length > 0 ||
  linked(bucket, ['aws_lb', 'aws_alb', 'aws_elb'], 'access_logs.bucket', ['bucket', 'id']).parts.length > 0 ||
  linked(bucket, ['aws_flow_log'], 'log_destination', ['arn']).parts.length > 0;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
const openAcls = new Set(['public-read', 'public-read-write', 'website', 'authenticated-read']);
const everyone = /\/global\/(AllUsers|AuthenticatedUsers)$/;

function grantsEveryone(own: Reader, acls: Linked): Fact<boolean> {
  const [first, ...rest] = [own, ...acls.parts.map(reader)].flatMap((stated) => [
    mapFact(stated.string('acl', { value: 'private', source: `${docs}/acl-overview.html` }), (acl) =>
      openAcls.has(acl),
    ),
    ...stated
      .blocks('grant')
      .items.map((grant) => mapFact(grant.optionalString('uri'), (uri) => everyone.test(uri ?? ''))),
    ...stated
      .blocks('access_control_policy')
      .items.flatMap((policy) => policy.blocks('grant').items)
      .map((grant) => mapFact(grant.optionalString('grantee.uri'), (uri) => everyone.test(uri ?? ''))),
  ]);
  return anyOf(first!, ...rest);
}

const policiesOf = (own: Reader, policies: Linked) =>
  [own, ...policies.parts.map(reader)].flatMap((stated) => policyOf(stated.value('policy')) ?? []);

function policyIsOpen(bucket: Resource, own: Reader, policies: Linked): Fact<boolean> {
  const [first, ...rest] = policiesOf(own, policies).map(letsEveryoneIn);
  return first ? anyOf(first, ...rest) : separate(bucket, policies, () => known(false, bucket.at));
}

/** A statement that denies everyone where `aws:SecureTransport` is false. */
function refusesPlainHttp(bucket: Resource, own: Reader, policies: Linked): Fact<boolean> {
  const documents = policiesOf(own, policies);
  const denies = ({ effect, principals, conditions }: Statement): boolean =>
    effect.known &&
    effect.value === 'Deny' &&
    principals.items.some((principal) => principal.known && isEveryone(principal.value)) &&
    conditions.some(
      ({ operator, key, values }) =>
        operator === 'Bool' &&
        key === 'aws:securetransport' &&
        values.items.some((value) => value.known && value.value.toLowerCase() === 'false'),
    );
  const statement = documents.flatMap((document) => document.statements).find(denies);
  if (statement) return known(true, statement.at);
  const partial = documents.find((document) => !document.complete);
  if (partial?.reason) return unknownFact(partial.reason, partial.at);
  return separate(bucket, policies, () => known(false, bucket.at));
}

function usesOwnKey(bucket: Resource, own: Reader, encryption: Linked): Fact<boolean> {
  const choice = (rule: Reader): Fact<boolean> => {
    const algorithm = rule.string('apply_server_side_encryption_by_default.sse_algorithm', {
      value: 'AES256',
      source: `${docs}/default-encryption-faq.html`,
    });
    // Without a key of its own, KMS takes the one that AWS keeps for the account.
    return allOf(
      mapFact(algorithm, (name) => name.startsWith('aws:kms')),
      namesOwnKey(rule, 'apply_server_side_encryption_by_default.kms_master_key_id'),
    );
  };
  const inside = own
    .blocks('server_side_encryption_configuration')
    .items.map((block) => choice(block.blocks('rule').items[0] ?? block));
  const apart = separate(bucket, encryption, (part) => choice(part.blocks('rule').items[0] ?? part));
  return inside[0] ? anyOf(apart, inside[0]) : apart;
}

function isVersioned(bucket: Resource, own: Reader, versioning: Linked): Fact<boolean> {
  const inside = own.bool('versioning.enabled', { value: false, source: `${docs}/Versioning.html` });
  const status = (part: Reader) =>
    mapFact(
      part.string('versioning_configuration.status', { value: 'Disabled', source: `${docs}/Versioning.html` }),
      (s) => s === 'Enabled',
    );
  return anyOf(separate(bucket, versioning, status), inside);
}
