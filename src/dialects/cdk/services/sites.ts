import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { choice, type Construct, type Stated } from '../construct.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront.Distribution.html */
function distribution(construct: Construct): Stated[] {
  const certificate = construct.get('certificate');
  const logBucket = construct.get('logBucket');
  const logging = construct.get('enableLogging');
  const logs = logBucket ?? (logging?.type === 'bool' && logging.value ? logging : undefined);
  const others = construct.get('additionalBehaviors');
  const behaviors = others?.type === 'object' ? [...others.entries] : [];
  return [
    construct.itself('AWS::CloudFront::Distribution', {
      DistributionConfig: construct.object({
        Enabled: construct.or('enabled', construct.bool(true)),
        DefaultRootObject: construct.get('defaultRootObject'),
        DefaultCacheBehavior: behavior(construct, construct.get('defaultBehavior')),
        CacheBehaviors:
          behaviors.length > 0
            ? construct.list(
                behaviors.map(([path, item]) => {
                  const made = behavior(construct, item);
                  if (made.type === 'object') made.entries.set('PathPattern', text(path, item.at));
                  return made;
                }),
                others!.at,
              )
            : undefined,
        WebACLId: construct.get('webAclId'),
        Logging:
          logBucket || logs
            ? construct.object(
                { Bucket: logBucket ?? construct.text(`${construct.instance.name}/LoggingBucket`) },
                (logBucket ?? logs)!.at,
              )
            : logging && logging.type !== 'bool'
              ? unknown(whyUnknown(logging), logging.at)
              : undefined,
        ViewerCertificate:
          certificate &&
          construct.object(
            {
              AcmCertificateArn: certificate,
              // Version 1 takes TLSv1.2_2019 without a feature flag: both are of the same version of TLS.
              MinimumProtocolVersion:
                choice(construct.get('minimumProtocolVersion'), protocols) ?? text('TLSv1.2_2021', certificate.at),
              SslSupportMethod: text('sni-only', certificate.at),
            },
            certificate.at,
          ),
      }),
    }),
    ...(logs && !logBucket ? [loggingBucket(construct)] : []),
  ];
}

/** Logs are kept in a bucket of their own where none is given. */
const loggingBucket = (construct: Construct): Stated =>
  construct.further('AWS::S3::Bucket', 'LoggingBucket', {
    BucketEncryption: construct.object({
      ServerSideEncryptionConfiguration: construct.list([
        construct.object({
          ServerSideEncryptionByDefault: construct.object({ SSEAlgorithm: construct.text('AES256') }),
        }),
      ]),
    }),
  });

const protocols: { readonly [name: string]: string } = {
  SSL_V3: 'SSLv3',
  TLS_V1: 'TLSv1',
  TLS_V1_2016: 'TLSv1_2016',
  TLS_V1_1_2016: 'TLSv1.1_2016',
  TLS_V1_2_2018: 'TLSv1.2_2018',
  TLS_V1_2_2019: 'TLSv1.2_2019',
  TLS_V1_2_2021: 'TLSv1.2_2021',
  TLS_V1_3_2025: 'TLSv1.3_2025',
};

function behavior(construct: Construct, item: Item | undefined): Item {
  const own = construct.with(item);
  return construct.object(
    {
      ViewerProtocolPolicy:
        choice(own.get('viewerProtocolPolicy'), {
          HTTPS_ONLY: 'https-only',
          REDIRECT_TO_HTTPS: 'redirect-to-https',
          ALLOW_ALL: 'allow-all',
        }) ??
        construct.byFlag(
          'aws-cloudfront:defaultViewerProtocolPolicyRedirectToHttps',
          'viewerProtocolPolicy',
          construct.text('redirect-to-https'),
          construct.text('allow-all'),
        ),
      ResponseHeadersPolicyId: own.get('responseHeadersPolicy'),
    },
    item?.at,
  );
}

/** The first generation sends plain HTTP on to HTTPS: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront.CloudFrontWebDistribution.html */
function oldDistribution(construct: Construct): Stated[] {
  const certificate = construct.get('viewerCertificate');
  const logs = construct.get('loggingConfig');
  return [
    construct.further('AWS::CloudFront::Distribution', 'CFDistribution', {
      DistributionConfig: construct.object({
        Enabled: construct.or('enabled', construct.bool(true)),
        DefaultRootObject: construct.or('defaultRootObject', construct.text('index.html')),
        DefaultCacheBehavior: construct.object({
          ViewerProtocolPolicy:
            choice(construct.get('viewerProtocolPolicy'), {
              HTTPS_ONLY: 'https-only',
              REDIRECT_TO_HTTPS: 'redirect-to-https',
              ALLOW_ALL: 'allow-all',
            }) ?? construct.text('redirect-to-https'),
        }),
        WebACLId: construct.get('webACLId'),
        Logging:
          logs &&
          construct.object({ Bucket: construct.with(logs).get('bucket') ?? made(construct, 'LoggingBucket') }, logs.at),
        ViewerCertificate: certificate
          ? unknown(whyUnknown(certificate), certificate.at)
          : construct.object({ CloudFrontDefaultCertificate: construct.bool(true) }),
      }),
    }),
    ...(logs && !construct.with(logs).get('bucket') ? [loggingBucket(construct)] : []),
  ];
}

export const sites: Services = {
  'cloudfront.Distribution': distribution,
  'cloudfront.CloudFrontWebDistribution': oldDistribution,
};
