import { each, pairs, type Body } from '../body.ts';
import { bool, reason, unknown } from '../values.ts';
import type { Value } from '../../../model/value.ts';
import { as, type Terms } from './term.ts';

const number = (value: number, body: Body): Value => ({ type: 'number', value, at: body.at, via: [] });

const parameters = (body: Body): void => {
  body
    .copy('db_parameter_group_name', 'name')
    .copy('db_cluster_parameter_group_name', 'name')
    .copy('parameters', 'parameter', pairs('name', 'value'));
};

const cluster = (body: Body): void => {
  body
    .copy('db_cluster_identifier', 'cluster_identifier')
    .copy('master_user_password', 'master_password')
    .copy('enable_iam_database_authentication', 'iam_database_authentication_enabled')
    .copy('iam_auth_enabled', 'iam_database_authentication_enabled')
    .copy('enable_cloudwatch_logs_exports', 'enabled_cloudwatch_logs_exports')
    .copy('source_db_cluster_identifier', 'replication_source_identifier')
    .copy('neptune_parameter_group_name', 'neptune_parameter_group_name')
    .copy('performance_insights_kms_key_id', 'performance_insights_kms_key_id');
};

const isText = (value: Value | undefined, test: RegExp): boolean => value?.type === 'string' && test.test(value.value);

export const databases: Terms = {
  'AWS::RDS::DBInstance': {
    type: (body) => (body.get('db_cluster_identifier') ? 'aws_rds_cluster_instance' : 'aws_db_instance'),
    edit: (body) => {
      body
        .copy('db_instance_identifier', 'identifier')
        .copy('db_cluster_identifier', 'cluster_identifier')
        .copy('master_user_password', 'password')
        .copy('master_username', 'username')
        .copy('db_parameter_group_name', 'parameter_group_name')
        .copy('enable_iam_database_authentication', 'iam_database_authentication_enabled')
        .copy('enable_performance_insights', 'performance_insights_enabled')
        .copy('enable_cloudwatch_logs_exports', 'enabled_cloudwatch_logs_exports')
        .copy('source_db_instance_identifier', 'replicate_source_db')
        .copy('db_snapshot_identifier', 'snapshot_identifier')
        .copy('source_region', 'source_region')
        .copy('ca_certificate_identifier', 'ca_cert_identifier');
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
      body
        .otherwise('backup_retention_period', number(1, body))
        .otherwise(
          'publicly_accessible',
          unknown(
            reason(
              'default-depends-on-account',
              'PubliclyAccessible',
              'the value written here: its default depends on the subnets',
            ),
            body.at,
          ),
        );
    },
  },
  'AWS::RDS::DBCluster': { type: 'aws_rds_cluster', edit: cluster },
  'AWS::RDS::DBParameterGroup': { type: 'aws_db_parameter_group', edit: parameters },
  'AWS::RDS::DBClusterParameterGroup': { type: 'aws_rds_cluster_parameter_group', edit: parameters },
  'AWS::RDS::EventSubscription': as('aws_db_event_subscription'),
  'AWS::DocDB::DBCluster': { type: 'aws_docdb_cluster', edit: cluster },
  'AWS::DocDB::DBInstance': as('aws_docdb_cluster_instance'),
  'AWS::DocDB::DBClusterParameterGroup': { type: 'aws_docdb_cluster_parameter_group', edit: parameters },
  'AWS::Neptune::DBCluster': {
    type: 'aws_neptune_cluster',
    edit: (body) => {
      cluster(body);
      body.copy('db_cluster_parameter_group_name', 'neptune_cluster_parameter_group_name');
    },
  },
  'AWS::Neptune::DBInstance': as('aws_neptune_cluster_instance'),
  'AWS::Neptune::DBClusterParameterGroup': { type: 'aws_neptune_cluster_parameter_group', edit: parameters },
  'AWS::Redshift::Cluster': {
    type: 'aws_redshift_cluster',
    edit: (body) =>
      void body
        .copy('master_user_password', 'master_password')
        .copy('db_name', 'database_name')
        .copy(
          'logging_properties',
          'logging',
          each((logging) => logging.set('enable', bool(true, logging.at))),
        )
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html
        .otherwise('publicly_accessible', bool(false, body.at)),
  },
  'AWS::Redshift::ClusterParameterGroup': {
    type: 'aws_redshift_parameter_group',
    edit: (body) =>
      void body
        .copy('parameter_group_family', 'family')
        .copy('parameter_group_name', 'name')
        .copy('parameters', 'parameter', (list) =>
          each((item) => item.copy('ParameterName', 'name').copy('ParameterValue', 'value'))(list),
        ),
  },
  'AWS::DynamoDB::Table': {
    type: 'aws_dynamodb_table',
    edit: (body) =>
      void body
        .copy('table_name', 'name')
        .copy('point_in_time_recovery_specification.point_in_time_recovery_enabled', 'point_in_time_recovery.enabled')
        .copy('sse_specification.sse_enabled', 'server_side_encryption.enabled')
        .copy('sse_specification.kms_master_key_id', 'server_side_encryption.kms_key_arn')
        .copy('resource_policy', 'resource_policy'),
  },
  'AWS::DynamoDB::GlobalTable': {
    type: 'aws_dynamodb_table',
    edit: (body) => {
      body.copy('table_name', 'name').copy('sse_specification.sse_enabled', 'server_side_encryption.enabled');
      const replicas = body.get('replicas');
      const [replica] = replicas?.type === 'list' ? replicas.items : [];
      const first = replica?.type === 'object' ? replica.entries : new Map<string, Value>();
      body
        .set('deletion_protection_enabled', first.get('deletion_protection_enabled'))
        .set('point_in_time_recovery_specification', first.get('point_in_time_recovery_specification'))
        .set('replica_sse_specification', first.get('sse_specification'))
        .copy('point_in_time_recovery_specification.point_in_time_recovery_enabled', 'point_in_time_recovery.enabled')
        .copy('replica_sse_specification.kms_master_key_id', 'server_side_encryption.kms_key_arn');
    },
  },
  'AWS::DAX::Cluster': {
    type: 'aws_dax_cluster',
    edit: (body) =>
      void body
        .copy('sse_specification.sse_enabled', 'server_side_encryption.enabled')
        .copy('cluster_endpoint_encryption_type', 'cluster_endpoint_encryption_type'),
  },
  'AWS::ElastiCache::ReplicationGroup': as('aws_elasticache_replication_group'),
  'AWS::ElastiCache::CacheCluster': as('aws_elasticache_cluster'),
  'AWS::DMS::ReplicationInstance': {
    type: 'aws_dms_replication_instance',
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html
    edit: (body) => void body.otherwise('publicly_accessible', bool(true, body.at)),
  },
  'AWS::DMS::Endpoint': {
    type: 'aws_dms_endpoint',
    edit: (body) => {
      if (isText(body.get('engine_name'), /^s3$/i)) body.copy('s3_settings', 's3_settings');
    },
  },
  'AWS::Timestream::Database': as('aws_timestreamwrite_database'),
  'AWS::QLDB::Ledger': as('aws_qldb_ledger'),
};
