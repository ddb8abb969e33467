import { snake } from '../cloudformation/body.ts';

/**
 * Pulumi's classic packages are made from Terraform's providers, so each of their classes is one of Terraform's types. Most are
 * called by module and class; what is not stands here.
 */
interface Names {
  prefix: string;
  /** What a module's types begin with, where it isn't the module's name. */
  modules: { readonly [module: string]: string };
  /** Single classes: `module.Class`, or `Class` alone. */
  classes: { readonly [name: string]: string };
}

// https://github.com/pulumi/pulumi-aws/blob/master/provider/resources.go
const aws: Names = {
  prefix: 'aws',
  modules: {
    ec2: '',
    ec2transitgateway: 'ec2',
    lb: 'lb',
    alb: 'lb',
    elasticloadbalancingv2: 'lb',
    applicationloadbalancing: 'lb',
    elb: 'elb',
    elasticloadbalancing: 'elb',
    apigateway: 'api_gateway',
    cfg: 'config',
  },
  classes: {
    'ec2.TransitGateway': 'aws_ec2_transit_gateway',
    'ec2.InstanceMetadataDefaults': 'aws_ec2_instance_metadata_defaults',
    'rds.Instance': 'aws_db_instance',
    'rds.ParameterGroup': 'aws_db_parameter_group',
    'rds.OptionGroup': 'aws_db_option_group',
    'rds.SubnetGroup': 'aws_db_subnet_group',
    'rds.Snapshot': 'aws_db_snapshot',
    'rds.SnapshotCopy': 'aws_db_snapshot_copy',
    'rds.ClusterSnapshot': 'aws_db_cluster_snapshot',
    'rds.EventSubscription': 'aws_db_event_subscription',
    'lb.LoadBalancer': 'aws_lb',
    'alb.LoadBalancer': 'aws_lb',
    'elasticloadbalancingv2.LoadBalancer': 'aws_lb',
    'applicationloadbalancing.LoadBalancer': 'aws_lb',
    'elb.LoadBalancer': 'aws_elb',
    'elasticloadbalancing.LoadBalancer': 'aws_elb',
    'cfg.Rule': 'aws_config_config_rule',
    'cfg.Recorder': 'aws_config_configuration_recorder',
    'cfg.RecorderStatus': 'aws_config_configuration_recorder_status',
    'cloudtrail.Trail': 'aws_cloudtrail',
    'fsx.OpenZfsFileSystem': 'aws_fsx_openzfs_file_system',
    'iam.OpenIdConnectProvider': 'aws_iam_openid_connect_provider',
    'route53.HostedZoneDnsSec': 'aws_route53_hosted_zone_dnssec',
    'ecs.Service': 'aws_ecs_service',
  },
};

// https://github.com/pulumi/pulumi-gcp/blob/master/provider/resources.go
const gcp: Names = {
  prefix: 'google',
  modules: {
    secretmanager: 'secret_manager',
    artifactregistry: 'artifact_registry',
    cloudfunctionsv2: 'cloudfunctions2',
    serviceaccount: 'service_account',
    projects: 'project',
    organizations: 'organization',
    folder: 'folder',
    cloudrun: 'cloud_run',
    cloudrunv2: 'cloud_run_v2',
  },
  classes: {
    'serviceaccount.Account': 'google_service_account',
    'serviceaccount.Key': 'google_service_account_key',
    'organizations.Project': 'google_project',
    'iam.WorkloadIdentityPoolProvider': 'google_iam_workload_identity_pool_provider',
  },
};

// https://github.com/pulumi/pulumi-azure/blob/master/provider/resources.go
const azure: Names = {
  prefix: 'azurerm',
  modules: {
    compute: '',
    network: '',
    appservice: '',
    containerservice: '',
    core: '',
    keyvault: 'key_vault',
    monitoring: 'monitor',
    authorization: '',
    operationalinsights: 'log',
    recoveryservices: 'recovery_services',
    dataprotection: 'data_protection',
    securitycenter: 'security_center',
  },
  classes: {
    'keyvault.KeyVault': 'azurerm_key_vault',
    'authorization.Assignment': 'azurerm_role_assignment',
    'authorization.RoleDefinition': 'azurerm_role_definition',
    'authorization.UserAssignedIdentity': 'azurerm_user_assigned_identity',
    'armmsi.FederatedIdentityCredential': 'azurerm_federated_identity_credential',
    'eventhub.EventHubNamespace': 'azurerm_eventhub_namespace',
    'eventhub.NamespaceCustomerManagedKey': 'azurerm_eventhub_namespace_customer_managed_key',
    'operationalinsights.AnalyticsWorkspace': 'azurerm_log_analytics_workspace',
    'servicebus.Namespace': 'azurerm_servicebus_namespace',
    'sql.SqlServer': 'azurerm_sql_server',
    'monitoring.ScheduledQueryRulesAlertV2': 'azurerm_monitor_scheduled_query_rules_alert_v2',
    'management.GroupPolicyAssignment': 'azurerm_management_group_policy_assignment',
    'core.SubscriptionPolicyAssignment': 'azurerm_subscription_policy_assignment',
  },
};

const flat = (prefix: string): Names => ({ prefix, modules: {}, classes: {} });

const packages: { readonly [name: string]: Names } = {
  '@pulumi/aws': aws,
  '@pulumi/gcp': gcp,
  '@pulumi/azure': azure,
  '@pulumi/github': flat('github'),
  '@pulumi/azuread': flat('azuread'),
};

/** Whether the types of a package are Terraform's. */
export const isBridged = (name: string): boolean => Object.hasOwn(packages, name);

/** Terraform's name of a class. */
export function terraformType(name: string, path: readonly string[]): string | undefined {
  const names = packages[name];
  const written = path.at(-1);
  if (!names || written === undefined) return undefined;
  // Classes that came in a second version stand beside the first one; the type is one.
  const plain = `${names.prefix}.${path.join('.')}`.endsWith('AlertV2') ? written : written.replace(/V2$/, '');
  const module = path.length > 1 ? path[0] : undefined;
  const known = names.classes[module === undefined ? plain : `${module}.${plain}`];
  if (known) return known;
  const middle = module === undefined ? '' : (names.modules[module] ?? module);
  return [names.prefix, middle, snake(plain)].filter((part) => part !== '').join('_');
}
