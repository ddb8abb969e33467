import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, byDefault, known, mapFact, not, notApplicable, type Fact } from '../../model/fact.ts';
import { allowsEveryAction, letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { isWritten, namesOwnKey, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const docs = 'https://docs.aws.amazon.com';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const stated = <T>(resource: string, value: T): Default<T> => ({ value, source: `${registry}/${resource}` });

const api = notApplicable('it is reached through the cloud’s API, which checks every caller');
const signed = notApplicable('every request is signed by an identity');
const noSecret = notApplicable('it has no password');
const serviceTls = notApplicable('the service decides the TLS version');
const byAudit = notApplicable('the audit log of the account records its requests');
const noPolicy = notApplicable('it has no policy of its own');

const openPolicies = (resource: Resource, parts: readonly Resource[]): Fact<boolean> =>
  some(
    [resource, ...parts].flatMap((part) => {
      const policy = policyOf(reader(part).value('policy'));
      return policy ? [letsEveryoneIn(policy)] : [];
    }),
    known(false, resource.at),
  );

const everyAction = (resource: Resource, parts: readonly Resource[]): Fact<boolean> =>
  some(
    [resource, ...parts].flatMap((part) => {
      const policy = policyOf(reader(part).value('policy'));
      return policy ? [allowsEveryAction(policy, resource.type.startsWith('aws_sqs') ? 'sqs' : 'sns')] : [];
    }),
    known(false, resource.at),
  );

const policyTypes: { readonly [type: string]: { policy: string; attribute: string; names: readonly string[] } } = {
  aws_sqs_queue: { policy: 'aws_sqs_queue_policy', attribute: 'queue_url', names: ['url', 'id'] },
  aws_sns_topic: { policy: 'aws_sns_topic_policy', attribute: 'arn', names: ['arn'] },
};
const policiesOf = (resource: Resource): readonly Resource[] => {
  const { policy, attribute, names } = policyTypes[resource.type]!;
  return linked(resource, [policy], attribute, names).parts;
};

const queue = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['aws_sqs_queue', 'aws_sns_topic'],
  map: (resource) => {
    const own = reader(resource);
    const policies = policiesOf(resource);
    const ownKey = namesOwnKey(own, 'kms_master_key_id');
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource, policies),
      traits: {
        activityLogged: byAudit,
        grantsEveryAction: everyAction(resource, policies),
        encryptedAtRest:
          resource.type === 'aws_sqs_queue'
            ? queueEncrypted(own)
            : byDefault(true, resource.at, `${docs}/sns/latest/dg/sns-data-encryption.html`),
        encryptedWithOwnKey: ownKey,
        publicByPolicy: openPolicies(resource, policies),
        publiclyReachable: api,
        sharedKeysAccepted: signed,
        secretInCode: noSecret,
        requiresTls: notApplicable('a policy can require it: clients of the cloud use TLS'),
        minimumTlsVersion: serviceTls,
      },
    };
  },
});

/** New queues are encrypted with a key of the service; it can be switched off. */
const queueEncrypted = (own: Reader): Fact<boolean> =>
  anyOf(
    own.bool('sqs_managed_sse_enabled', {
      value: true,
      source: `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html`,
    }),
    mapFact(own.optionalString('kms_master_key_id'), (key) => key !== undefined && key !== ''),
  );

/** A policy whose queue or topic is not in this program stands for itself. */
const loosePolicy = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: Object.values(policyTypes).map(({ policy }) => policy),
  map: (resource) => {
    const [type, { attribute, names }] = Object.entries(policyTypes).find(
      ([, { policy }]) => policy === resource.type,
    )!;
    if (hasOwner(resource, [type], attribute, names)) return undefined;
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource),
      traits: traitsOfPart('message-queue', 'it is a policy of something that is kept elsewhere', {
        publicByPolicy: openPolicies(resource, []),
        grantsEveryAction: everyAction(resource, []),
      }),
    };
  },
});

const stream = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['aws_kinesis_stream'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        activityLogged: byAudit,
        grantsEveryAction: noPolicy,
        encryptedAtRest: mapFact(
          own.string('encryption_type', stated('kinesis_stream', 'NONE')),
          (type) => type === 'KMS',
        ),
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        publicByPolicy: noPolicy,
        publiclyReachable: api,
        sharedKeysAccepted: signed,
        secretInCode: noSecret,
        requiresTls: api,
        minimumTlsVersion: serviceTls,
      },
    };
  },
});

const delivery = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['aws_kinesis_firehose_delivery_stream'],
  map: (resource) => {
    const own = reader(resource);
    const fromStream = own.value('kinesis_source_configuration') ?? own.value('msk_source_configuration');
    const atSource = notApplicable('it reads from a stream, which is encrypted by itself');
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        activityLogged: byAudit,
        grantsEveryAction: noPolicy,
        encryptedAtRest: fromStream
          ? atSource
          : own.bool('server_side_encryption.enabled', stated('kinesis_firehose_delivery_stream', false)),
        encryptedWithOwnKey: fromStream ? atSource : namesOwnKey(own, 'server_side_encryption.key_arn'),
        publicByPolicy: noPolicy,
        publiclyReachable: api,
        sharedKeysAccepted: signed,
        secretInCode: noSecret,
        requiresTls: api,
        minimumTlsVersion: serviceTls,
      },
    };
  },
});

const kafka = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['aws_msk_cluster'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        activityLogged: some(
          ['cloudwatch_logs', 'firehose', 's3'].map((target) =>
            own.bool(`logging_info.broker_logs.${target}.enabled`, stated('msk_cluster', false)),
          ),
          known(false, resource.at),
        ),
        grantsEveryAction: noPolicy,
        encryptedAtRest: byDefault(true, resource.at, `${docs}/msk/latest/developerguide/msk-encryption.html`),
        encryptedWithOwnKey: namesOwnKey(own, 'encryption_info.encryption_at_rest_kms_key_arn'),
        publicByPolicy: noPolicy,
        publiclyReachable: mapFact(
          own.string('broker_node_group_info.connectivity_info.public_access.type', stated('msk_cluster', 'DISABLED')),
          (type) => type !== 'DISABLED',
        ),
        sharedKeysAccepted: notApplicable('clients sign in with a certificate, a password or an identity'),
        secretInCode: noSecret,
        requiresTls: allOf(
          mapFact(
            own.string('encryption_info.encryption_in_transit.client_broker', stated('msk_cluster', 'TLS')),
            (mode) => mode === 'TLS',
          ),
          own.bool('encryption_info.encryption_in_transit.in_cluster', stated('msk_cluster', true)),
        ),
        minimumTlsVersion: serviceTls,
      },
    };
  },
});

/** RabbitMQ has one log, ActiveMQ a second one of what administrators do. */
const brokerLogs = (own: Reader): Fact<boolean> => own.bool('logs.general', stated('mq_broker', false));

const broker = mapping({
  kind: 'message-queue',
  dialect: 'terraform',
  types: ['aws_mq_broker'],
  map: (resource) => {
    const own = reader(resource);
    const users = own.blocks('user').items.map((user) => isWritten(user, 'password'));
    return {
      kind: 'message-queue',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        activityLogged: brokerLogs(own),
        grantsEveryAction: noPolicy,
        encryptedAtRest: byDefault(true, resource.at, `${docs}/amazon-mq/latest/developer-guide/data-protection.html`),
        encryptedWithOwnKey: anyOf(
          namesOwnKey(own, 'encryption_options.kms_key_id'),
          not(own.bool('encryption_options.use_aws_owned_key', stated('mq_broker', true))),
        ),
        publicByPolicy: noPolicy,
        publiclyReachable: own.bool('publicly_accessible', stated('mq_broker', false)),
        sharedKeysAccepted: notApplicable('clients sign in with a password'),
        secretInCode: some(users, known(false, resource.at)),
        requiresTls: byDefault(true, resource.at, `${docs}/amazon-mq/latest/developer-guide/data-protection.html`),
        minimumTlsVersion: serviceTls,
      },
    };
  },
});

export default [queue, loosePolicy, stream, delivery, kafka, broker];
