import type { Value } from '../../../model/value.ts';
import { each, is, listed, pairs, type Body } from '../body.ts';
import { bool } from '../values.ts';
import { as, split, type Terms } from './term.ts';

/** Canned lists are called `PublicRead` here and `public-read` in the API. */
const cannedAcl = (value: Value): Value =>
  value.type === 'string' ? { ...value, value: value.value.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase() } : value;

const bucket = (body: Body): void => {
  body
    .copy('bucket_name', 'bucket')
    .copy('access_control', 'acl', cannedAcl)
    .copy('versioning_configuration.status', 'versioning.enabled', is('Enabled'))
    .copy(
      'bucket_encryption.server_side_encryption_configuration',
      'server_side_encryption_configuration.rule',
      each((rule) => rule.copy('server_side_encryption_by_default', 'apply_server_side_encryption_by_default')),
    )
    .copy('logging_configuration', 'logging', listed)
    .copy(
      'lifecycle_configuration.rules',
      'lifecycle_rule',
      each((rule) => rule.copy('status', 'status')),
    );
};

const fileSystemTypes: Readonly<Record<string, string>> = {
  LUSTRE: 'aws_fsx_lustre_file_system',
  WINDOWS: 'aws_fsx_windows_file_system',
  ONTAP: 'aws_fsx_ontap_file_system',
  OPENZFS: 'aws_fsx_openzfs_file_system',
};

export const storage: Terms = {
  'AWS::S3::Bucket': {
    type: 'aws_s3_bucket',
    edit: bucket,
    parts: (body, owner) =>
      split(body, 'public_access_block_configuration', 'aws_s3_bucket_public_access_block', 'bucket', owner),
  },
  'AWS::S3::BucketPolicy': {
    type: 'aws_s3_bucket_policy',
    edit: (body) => void body.copy('policy_document', 'policy'),
  },
  'AWS::EFS::FileSystem': {
    type: 'aws_efs_file_system',
    parts: (body, owner) => [
      ...split(body, 'backup_policy', 'aws_efs_backup_policy', 'file_system_id', owner).map((part) => ({
        ...part,
        entries: { file_system_id: owner, backup_policy: body.get('backup_policy') },
      })),
      ...split(body, 'file_system_policy', 'aws_efs_file_system_policy', 'file_system_id', owner).map((part) => ({
        ...part,
        entries: { file_system_id: owner, policy: body.get('file_system_policy') },
      })),
    ],
  },
  'AWS::FSx::FileSystem': {
    type: (body) => {
      const type = body.get('file_system_type');
      return (type?.type === 'string' && fileSystemTypes[type.value]) || 'aws_fsx_file_system';
    },
    edit: (body) => {
      for (const kind of ['lustre', 'windows', 'ontap', 'open_zfs'])
        body.copy(`${kind}_configuration.automatic_backup_retention_days`, 'automatic_backup_retention_days');
    },
  },
  'AWS::Backup::BackupVault': {
    type: 'aws_backup_vault',
    edit: (body) => void body.copy('backup_vault_name', 'name').copy('encryption_key_arn', 'kms_key_arn'),
    parts: (body, owner) =>
      split(body, 'lock_configuration', 'aws_backup_vault_lock_configuration', 'backup_vault_name', owner),
  },
  'AWS::Backup::BackupSelection': {
    type: 'aws_backup_selection',
    edit: (body) =>
      void body
        .copy('backup_selection.resources', 'resources')
        .copy(
          'backup_selection.list_of_tags',
          'selection_tag',
          each((tag) =>
            tag.copy('condition_type', 'type').copy('condition_key', 'key').copy('condition_value', 'value'),
          ),
        )
        .copy('backup_selection.conditions', 'condition'),
  },
  'AWS::ECR::Repository': {
    type: 'aws_ecr_repository',
    edit: (body) =>
      void body
        .copy('repository_name', 'name')
        .copy('encryption_configuration.kms_key', 'encryption_configuration.kms_key'),
    parts: (body, owner) =>
      split(body, 'repository_policy_text', 'aws_ecr_repository_policy', 'repository', owner).map((part) => ({
        ...part,
        entries: { repository: owner, policy: body.get('repository_policy_text') },
      })),
  },
  'AWS::ECR::RegistryScanningConfiguration': {
    type: 'aws_ecr_registry_scanning_configuration',
    edit: (body) =>
      void body.copy(
        'rules',
        'rule',
        each((rule) => rule.copy('repository_filters', 'repository_filter')),
      ),
  },
  'AWS::SSM::Parameter': as('aws_ssm_parameter'),
  'AWS::SecretsManager::Secret': {
    type: 'aws_secretsmanager_secret',
    parts: (body, owner) =>
      split(body, 'secret_string', 'aws_secretsmanager_secret_version', 'secret_id', owner).map((part) => ({
        ...part,
        entries: { secret_id: owner, secret_string: body.get('secret_string') },
      })),
  },
  'AWS::SecretsManager::RotationSchedule': {
    type: 'aws_secretsmanager_secret_rotation',
    // A function that AWS brings counts like one of the customer's own.
    edit: (body) => void body.copy('hosted_rotation_lambda', 'rotation_lambda_arn'),
  },
  'AWS::SecretsManager::ResourcePolicy': {
    type: 'aws_secretsmanager_secret_policy',
    edit: (body) => void body.copy('secret_id', 'secret_arn').copy('resource_policy', 'policy'),
  },
  'AWS::KMS::Key': {
    type: 'aws_kms_key',
    edit: (body) =>
      void body
        .copy('key_policy', 'policy')
        .copy('key_spec', 'customer_master_key_spec')
        .copy('pending_window_in_days', 'deletion_window_in_days')
        .copy('enabled', 'is_enabled'),
  },
  'AWS::SNS::Topic': as('aws_sns_topic'),
  'AWS::SNS::TopicPolicy': {
    type: 'aws_sns_topic_policy',
    edit: (body) => void body.copy('topics', 'arn', first).copy('policy_document', 'policy'),
  },
  'AWS::SNS::TopicInlinePolicy': {
    type: 'aws_sns_topic_policy',
    edit: (body) => void body.copy('topic_arn', 'arn').copy('policy_document', 'policy'),
  },
  'AWS::SQS::Queue': as('aws_sqs_queue'),
  'AWS::SQS::QueuePolicy': {
    type: 'aws_sqs_queue_policy',
    edit: (body) => void body.copy('queues', 'queue_url', first).copy('policy_document', 'policy'),
  },
  'AWS::SQS::QueueInlinePolicy': {
    type: 'aws_sqs_queue_policy',
    edit: (body) => void body.copy('queue', 'queue_url').copy('policy_document', 'policy'),
  },
  'AWS::Kinesis::Stream': {
    type: 'aws_kinesis_stream',
    edit: (body) =>
      void body
        .copy('stream_encryption.encryption_type', 'encryption_type')
        .copy('stream_encryption.key_id', 'kms_key_id'),
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    type: 'aws_kinesis_firehose_delivery_stream',
    edit: (body) =>
      void body
        .copy('delivery_stream_encryption_configuration_input', 'server_side_encryption', (value) =>
          each((item) => item.set('enabled', bool(true, value.at)))(value),
        )
        .copy('kinesis_stream_source_configuration', 'kinesis_source_configuration'),
  },
  'AWS::MSK::Cluster': {
    type: 'aws_msk_cluster',
    edit: (body) =>
      void body
        .copy(
          'encryption_info.encryption_at_rest.data_volume_kms_key_id',
          'encryption_info.encryption_at_rest_kms_key_arn',
        )
        .copy('logging_info.broker_logs.cloud_watch_logs', 'logging_info.broker_logs.cloudwatch_logs'),
  },
  'AWS::AmazonMQ::Broker': { type: 'aws_mq_broker', edit: (body) => void body.copy('users', 'user') },
  'AWS::CloudTrail::Trail': {
    type: 'aws_cloudtrail',
    edit: (body) =>
      void body
        .copy('is_logging', 'enable_logging')
        .copy('cloud_watch_logs_log_group_arn', 'cloud_watch_logs_group_arn')
        .copy('event_selectors', 'event_selector'),
  },
  'AWS::Logs::LogGroup': { type: 'aws_cloudwatch_log_group', edit: (body) => void body.copy('log_group_name', 'name') },
  'AWS::Logs::MetricFilter': {
    type: 'aws_cloudwatch_log_metric_filter',
    edit: (body) => void body.copy('filter_pattern', 'pattern').copy('metric_transformations', 'metric_transformation'),
  },
  'AWS::CloudWatch::Alarm': as('aws_cloudwatch_metric_alarm'),
  'AWS::CloudWatch::CompositeAlarm': as('aws_cloudwatch_composite_alarm'),
  'AWS::Config::ConfigurationRecorder': {
    type: 'aws_config_configuration_recorder',
    // It records from the moment it has somewhere to deliver to.
    parts: (body, owner) => [
      {
        type: 'aws_config_configuration_recorder_status',
        property: 'status',
        stated: body.value,
        entries: { name: owner, is_enabled: bool(true, body.at) },
      },
    ],
  },
  'AWS::Config::ConfigRule': as('aws_config_config_rule'),
  'AWS::Config::ConformancePack': as('aws_config_conformance_pack'),
  'AWS::Config::OrganizationConformancePack': as('aws_config_organization_conformance_pack'),
  'AWS::CloudTrail::EventDataStore': as('aws_cloudtrail_event_data_store'),
  'AWS::Events::Rule': as('aws_cloudwatch_event_rule'),
  'AWS::Logs::DeliverySource': as('aws_cloudwatch_log_delivery_source'),
  'AWS::Config::DeliveryChannel': as('aws_config_delivery_channel'),
  'AWS::Config::ConfigurationAggregator': {
    type: 'aws_config_configuration_aggregator',
    edit: (body) =>
      void body
        .copy(
          'account_aggregation_sources',
          'account_aggregation_source',
          each((source) => source.copy('all_aws_regions', 'all_regions')),
        )
        .copy('organization_aggregation_source.all_aws_regions', 'organization_aggregation_source.all_regions'),
  },
  'AWS::GuardDuty::Detector': as('aws_guardduty_detector'),
  'AWS::AccessAnalyzer::Analyzer': as('aws_accessanalyzer_analyzer'),
  'AWS::SecurityHub::Hub': as('aws_securityhub_account'),
  'AWS::CodeBuild::Project': {
    type: 'aws_codebuild_project',
    edit: (body) =>
      void body
        .copy('environment.environment_variables', 'environment.environment_variable')
        .copy('logs_config.cloud_watch_logs', 'logs_config.cloudwatch_logs')
        .copy('logs_config.cloudwatch_logs.status', 'logs_config.cloudwatch_logs.status'),
  },
  'AWS::OpenSearchService::Domain': { type: 'aws_opensearch_domain', edit: search },
  'AWS::Elasticsearch::Domain': { type: 'aws_elasticsearch_domain', edit: search },
};

function first(value: Value): Value | undefined {
  return value.type === 'list' ? value.items[0] : value;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html */
function search(body: Body): void {
  body
    .copy('encryption_at_rest_options', 'encrypt_at_rest')
    .copy('node_to_node_encryption_options', 'node_to_node_encryption')
    .copy('elasticsearch_cluster_config', 'cluster_config')
    .copy('log_publishing_options', 'log_publishing_options', (options) => {
      const named = pairs('log_type', 'options')(options);
      return each((item) => {
        item.copy('log_type', 'log_type', (type) =>
          type.type === 'string' ? { ...type, value: type.value.toUpperCase() } : type,
        );
        for (const name of ['enabled', 'cloud_watch_logs_log_group_arn']) item.copy(`options.${name}`, name);
        item.copy('cloud_watch_logs_log_group_arn', 'cloudwatch_log_group_arn');
      })(named);
    });
}
