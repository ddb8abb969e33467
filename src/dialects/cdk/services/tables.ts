import { unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, constant, named, type Construct, type Stated } from '../construct.ts';
import { keyOf, ownKey } from './keys.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_dynamodb.Table.html */
function table(construct: Construct): Stated[] {
  const masterKey = construct.get('encryptionKey');
  const encryption = construct.get('encryption');
  const kind = constant(encryption);
  const enabled =
    masterKey || kind === 'AWS_MANAGED' || kind === 'CUSTOMER_MANAGED'
      ? construct.bool(true, (encryption ?? masterKey)!.at)
      : encryption && kind !== 'DEFAULT'
        ? unknown(whyUnknown(encryption), encryption.at)
        : undefined;
  const made = kind === 'CUSTOMER_MANAGED' && !masterKey;
  return [
    construct.itself('AWS::DynamoDB::Table', {
      TableName: construct.get('tableName'),
      SSESpecification:
        enabled &&
        construct.object(
          { SSEEnabled: enabled, KMSMasterKeyId: masterKey ?? (made ? keyOf(construct, construct.at) : undefined) },
          enabled.at,
        ),
      PointInTimeRecoverySpecification: recovery(construct),
      DeletionProtectionEnabled: construct.get('deletionProtection'),
      StreamSpecification:
        construct.get('stream') && construct.object({ StreamViewType: named(construct.get('stream')) }),
    }),
    ...(made ? [ownKey(construct, true)] : []),
  ];
}

function recovery(construct: Construct): Item | undefined {
  const newer = construct.get('pointInTimeRecoverySpecification');
  const enabled =
    construct.get('pointInTimeRecovery') ?? (newer && construct.with(newer).get('pointInTimeRecoveryEnabled'));
  return enabled && construct.object({ PointInTimeRecoveryEnabled: enabled }, enabled.at);
}

function globalTable(construct: Construct): Stated[] {
  const encryption = callOf(construct.get('encryption'));
  const kind = encryption?.name.split('.').at(-1);
  const sse =
    kind === undefined
      ? undefined
      : construct.object({ SSEEnabled: construct.bool(kind !== 'dynamoOwnedKey', encryption!.at) }, encryption!.at);
  const replica = construct.object({
    DeletionProtectionEnabled: construct.get('deletionProtection'),
    PointInTimeRecoverySpecification: recovery(construct),
    SSESpecification:
      kind === 'customerManagedKey'
        ? construct.object({ KMSMasterKeyId: encryption!.args[0] }, encryption!.at)
        : undefined,
  });
  return [
    construct.itself('AWS::DynamoDB::GlobalTable', {
      TableName: construct.get('tableName'),
      SSESpecification: sse,
      Replicas: construct.list([replica]),
    }),
  ];
}

export const tables: Services = {
  'dynamodb.Table': table,
  'dynamodb.TableV2': globalTable,
};
