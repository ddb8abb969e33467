import { unknown, whyUnknown } from '../../programs/items.ts';
import { choice, isTrue, type Construct, type Stated } from '../construct.ts';
import { ownGroup } from './groups.ts';
import type { Services } from './service.ts';

/** The logs of a domain: what they are called in its properties, in the template, and the construct that keeps them. */
const logs = [
  ['slowSearchLog', 'SEARCH_SLOW_LOGS', 'SlowSearchLogs'],
  ['slowIndexLog', 'INDEX_SLOW_LOGS', 'SlowIndexLogs'],
  ['appLog', 'ES_APPLICATION_LOGS', 'AppLogs'],
  ['auditLog', 'AUDIT_LOGS', 'AuditLogs'],
] as const;

/**
 * Nothing is encrypted where nothing is written, but with basic authentication everything is:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.Domain.html
 */
function domain(construct: Construct): Stated[] {
  const basic = construct.get('useUnsignedBasicAuth');
  const byDefault = construct.bool(isTrue(basic), basic?.at ?? construct.at);
  const rest = construct.with(construct.get('encryptionAtRest'));
  const logging = construct.with(construct.get('logging'));
  const kept = logs.filter(([name]) => isTrue(logging.get(`${name}Enabled`)));
  const zones = construct.with(construct.get('zoneAwareness'));
  const capacity = construct.with(construct.get('capacity'));
  const users = construct.get('fineGrainedAccessControl');
  const user = construct.with(users);
  const vpc = construct.get('vpc');
  const secured = users ?? (isTrue(basic) ? basic : undefined);
  const makesUser = secured && !user.get('masterUserArn') && !user.get('masterUserPassword');
  const old = construct.instance.library?.path[0] === 'elasticsearch';
  return [
    construct.itself(old ? 'AWS::Elasticsearch::Domain' : 'AWS::OpenSearchService::Domain', {
      DomainName: construct.get('domainName'),
      EncryptionAtRestOptions: construct.object({
        Enabled: rest.get('enabled') ?? (rest.get('kmsKey') ? construct.bool(true) : byDefault),
        KmsKeyId: rest.get('kmsKey'),
      }),
      NodeToNodeEncryptionOptions: construct.object({ Enabled: construct.or('nodeToNodeEncryption', byDefault) }),
      DomainEndpointOptions: construct.object({
        EnforceHTTPS: construct.or('enforceHttps', byDefault),
        TLSSecurityPolicy:
          choice(construct.get('tlsSecurityPolicy'), tlsPolicies) ?? construct.text(tlsPolicies.TLS_1_2),
      }),
      LogPublishingOptions: construct.object(
        Object.fromEntries(kept.map(([, type]) => [type, construct.object({ Enabled: construct.bool(true) })])),
      ),
      ClusterConfig: construct.object({
        InstanceCount: capacity.or('dataNodes', construct.number(1)),
        DedicatedMasterEnabled: construct.bool(capacity.get('masterNodes') !== undefined),
        DedicatedMasterCount: capacity.get('masterNodes'),
        ZoneAwarenessEnabled: zones.get('enabled') ?? construct.bool(zones.get('availabilityZoneCount') !== undefined),
      }),
      AdvancedSecurityOptions: secured && construct.object({ Enabled: construct.bool(true, secured.at) }, secured.at),
      VPCOptions: vpc && construct.object({ SubnetIds: unknown(whyUnknown(vpc), vpc.at) }, vpc.at),
    }),
    ...kept
      .filter(([name]) => !logging.get(`${name}Group`))
      .map(([, , path]) => construct.further('AWS::Logs::LogGroup', path, { RetentionInDays: construct.number(30) })),
    ...(makesUser ? [construct.further('AWS::SecretsManager::Secret', 'MasterUser', {})] : []),
    ...(vpc ? ownGroup(construct, true, 'SecurityGroup', `Security group for domain ${lastOf(construct)}`) : []),
  ];
}

const lastOf = ({ instance }: Construct): string => instance.name.slice(instance.name.lastIndexOf('/') + 1);

const tlsPolicies = {
  TLS_1_0: 'Policy-Min-TLS-1-0-2019-07',
  TLS_1_2: 'Policy-Min-TLS-1-2-2019-07',
  TLS_1_2_PFS: 'Policy-Min-TLS-1-2-PFS-2023-10',
};

export const search: Services = {
  'opensearchservice.Domain': domain,
  'elasticsearch.Domain': domain,
};
