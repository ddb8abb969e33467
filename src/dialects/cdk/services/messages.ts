import { reason, referenceTo, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, constant, duration, isTrue, type Construct, type Stated } from '../construct.ts';
import { documentOf, onlyTls, statementsOf } from '../policy.ts';
import { keyOf, ownKey } from './keys.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_sqs.Queue.html */
function queue(construct: Construct): Stated[] {
  const masterKey = construct.get('encryptionMasterKey');
  const encryption = construct.get('encryption');
  const kind = constant(encryption);
  const open = encryption && kind === undefined ? unknown(whyUnknown(encryption), encryption.at) : undefined;
  const stated = [
    construct.itself('AWS::SQS::Queue', {
      QueueName: construct.get('queueName'),
      KmsMasterKeyId:
        masterKey ??
        open ??
        (kind === 'KMS_MANAGED'
          ? text('alias/aws/sqs', encryption!.at)
          : kind === 'KMS'
            ? keyOf(construct, encryption!.at)
            : undefined),
      SqsManagedSseEnabled:
        open ??
        (kind === 'SQS_MANAGED' || kind === 'UNENCRYPTED'
          ? construct.bool(kind === 'SQS_MANAGED', encryption!.at)
          : undefined),
      RedrivePolicy: construct.get('deadLetterQueue'),
    }),
  ];
  if (kind === 'KMS' && !masterKey) stated.push(ownKey(construct, false));
  return [...stated, ...policyOf(construct, ['AWS::SQS::QueuePolicy', 'Queues'], 'sqs:*')];
}

/** The policy on a queue or a topic, a resource of its own, where there is anything in it. */
function policyOf(
  construct: Construct,
  [type, key]: readonly [type: string, key: string],
  action: string,
  anyone?: 'star',
): Stated[] {
  const statements = statementsOf(construct, 'addToResourcePolicy');
  if (isTrue(construct.get('enforceSSL')))
    statements.push(onlyTls(construct, action, [referenceTo(construct.instance, 'arn', construct.at)], anyone));
  if (statements.length === 0) return [];
  return [
    construct.further(type, 'Policy', {
      [key]: construct.list([construct.instance]),
      PolicyDocument: documentOf(statements, construct.at),
    }),
  ];
}

const topic = (construct: Construct): Stated[] => [
  construct.itself('AWS::SNS::Topic', {
    TopicName: construct.get('topicName'),
    KmsMasterKeyId: construct.get('masterKey'),
  }),
  ...policyOf(construct, ['AWS::SNS::TopicPolicy', 'Topics'], 'sns:Publish', 'star'),
];

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kinesis.Stream.html */
function stream(construct: Construct): Stated[] {
  const written = construct.get('encryption');
  const given = construct.get('encryptionKey');
  const kind = constant(written) ?? (written ? undefined : given ? 'KMS' : 'DEFAULT');
  const at = (written ?? given)?.at ?? construct.at;
  const encryption = (id: Item): Item => construct.object({ EncryptionType: text('KMS', at), KeyId: id }, at);
  const made = kind === 'KMS' && !given;
  const kinds: { readonly [kind: string]: Item | undefined } = {
    UNENCRYPTED: undefined,
    MANAGED: encryption(text('alias/aws/kinesis', at)),
    KMS: encryption(given ?? keyOf(construct, at)),
    DEFAULT: unknown(
      reason('data-source', 'encryption', 'encryption, written out: the default encrypts where the region can'),
      at,
    ),
  };
  return [
    construct.itself('AWS::Kinesis::Stream', {
      Name: construct.get('streamName'),
      RetentionPeriodHours: retention(construct.get('retentionPeriod')) ?? construct.number(24),
      StreamEncryption:
        kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : unknown(whyUnknown(written!), at),
    }),
    ...(made ? [ownKey(construct, false)] : []),
  ];
}

const retention = (item: Item | undefined): Item | undefined => {
  const seconds = duration(item, 'seconds');
  return seconds?.type === 'number' ? { ...seconds, value: seconds.value / 3600 } : seconds;
};

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kinesisfirehose.DeliveryStream.html: no key where nothing is written. */
function delivery(construct: Construct): Stated[] {
  const written = construct.get('encryption');
  const call = callOf(written);
  const kind = call?.name.split('.').at(-1);
  const own: Item | undefined =
    kind === 'awsOwnedKey'
      ? construct.object({ KeyType: text('AWS_OWNED_CMK', call!.at) }, call!.at)
      : kind === 'customerManagedKey'
        ? construct.object(
            { KeyType: text('CUSTOMER_MANAGED_CMK', call!.at), KeyARN: call!.args[0] ?? keyOf(construct, call!.at) },
            call!.at,
          )
        : kind === 'unencrypted' || !written
          ? undefined
          : unknown(whyUnknown(written), written.at);
  return [
    construct.itself('AWS::KinesisFirehose::DeliveryStream', {
      DeliveryStreamName: construct.get('deliveryStreamName'),
      DeliveryStreamEncryptionConfigurationInput: own,
      KinesisStreamSourceConfiguration: construct.get('source'),
    }),
    construct.further('AWS::Logs::LogGroup', 'LogGroup', { RetentionInDays: construct.number(731) }),
  ];
}

export const messages: Services = {
  'sqs.Queue': queue,
  'sns.Topic': topic,
  'kinesis.Stream': stream,
  'kinesisfirehose.DeliveryStream': delivery,
};
