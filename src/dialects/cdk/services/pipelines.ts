import { joined, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import type { Construct, Stated } from '../construct.ts';
import { documentOf, onlyTls } from '../policy.ts';
import { byIam } from './keys.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';

const keyName = 'ArtifactsBucketEncryptionKey';

/**
 * What a pipeline hands on is kept in a bucket of its own, by a key of its own unless that is switched off or a feature flag says
 * so: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline.Pipeline.html
 */
function pipeline(construct: Construct): Stated[] {
  if (construct.get('artifactBucket') || construct.get('crossRegionReplicationBuckets')) return [];
  const flag = 'aws-codepipeline:crossAccountKeysDefaultValueToFalse';
  const keys =
    construct.get('crossAccountKeys') ??
    construct.byFlag(flag, 'crossAccountKeys', construct.bool(false), construct.bool(true))!;
  const own = keys.type === 'bool' && keys.value;
  const bucket = made(construct, 'ArtifactsBucket');
  return [
    construct.further('AWS::S3::Bucket', 'ArtifactsBucket', {
      BucketEncryption: keys.type === 'bool' ? encryption(construct, own) : unknown(whyUnknown(keys), keys.at),
      PublicAccessBlockConfiguration: construct.object({
        BlockPublicAcls: construct.bool(true),
        BlockPublicPolicy: construct.bool(true),
        IgnorePublicAcls: construct.bool(true),
        RestrictPublicBuckets: construct.bool(true),
      }),
    }),
    construct.further('AWS::S3::BucketPolicy', 'ArtifactsBucket/Policy', {
      Bucket: bucket,
      PolicyDocument: documentOf(
        [onlyTls(construct, 's3:*', [bucket, joined([bucket, text('/*', construct.at)], construct.at)])],
        construct.at,
      ),
    }),
    ...(own
      ? [
          construct.further('AWS::KMS::Key', keyName, {
            EnableKeyRotation: construct.get('enableKeyRotation'),
            KeyPolicy: documentOf([byIam(construct)], construct.at),
          }),
        ]
      : []),
  ];
}

const encryption = (construct: Construct, own: boolean): Item =>
  construct.object({
    ServerSideEncryptionConfiguration: construct.list([
      construct.object({
        ServerSideEncryptionByDefault: construct.object({
          SSEAlgorithm: construct.text('aws:kms'),
          KMSMasterKeyID: own ? made(construct, keyName) : undefined,
        }),
      }),
    ]),
  });

export const pipelines: Services = { 'codepipeline.Pipeline': pipeline };
