import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable, known, type Fact } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { isOfSubscription } from '../audit-log/azure.ts';
import { mapping } from '../mapping.ts';

interface Account {
  boundary: string;
  name: string;
  provider: string;
  auditLogs: readonly string[];
  threatDetection: readonly string[];
  securityChecks: readonly string[];
  accessChecks?: readonly string[];
  alarms: readonly string[];
}

// A Google project isn't here: its admin activity is always recorded, and threats are looked for by the organization.
const accounts: readonly Account[] = [
  {
    boundary: 'aws-account',
    name: 'the AWS account',
    provider: 'aws',
    auditLogs: ['aws_cloudtrail', 'aws_cloudtrail_event_data_store'],
    threatDetection: ['aws_guardduty_detector', 'aws_guardduty_organization_configuration'],
    securityChecks: [
      'aws_securityhub_account',
      'aws_securityhub_organization_configuration',
      'aws_config_conformance_pack',
      'aws_config_organization_conformance_pack',
      'aws_config_config_rule',
    ],
    accessChecks: ['aws_accessanalyzer_analyzer'],
    alarms: ['aws_cloudwatch_log_metric_filter', 'aws_cloudwatch_event_rule'],
  },
  {
    boundary: 'azure-subscription',
    name: 'the Azure subscription',
    provider: 'azure',
    auditLogs: ['azurerm_monitor_diagnostic_setting', 'azurerm_monitor_log_profile'],
    threatDetection: ['azurerm_security_center_subscription_pricing'],
    securityChecks: ['azurerm_subscription_policy_assignment', 'azurerm_management_group_policy_assignment'],
    alarms: ['azurerm_monitor_activity_log_alert'],
  },
];

/** What the config says is held here is judged for what is missing, at the line that says so. */
export default mapping({
  kind: 'cloud-account',
  dialect: 'repository',
  types: ['repository'],
  map: (_repository, { all, holds }) =>
    accounts.flatMap((account): Subject<'cloud-account'>[] => {
      const at = holds.get(account.boundary);
      if (!at) return [];
      const system = (types: readonly string[]) => all('terraform', ...types).filter(isOfAccount);
      return [
        {
          kind: 'cloud-account',
          name: account.name,
          provider: account.provider,
          role: 'system',
          at,
          block: at,
          parts: [],
          calls: [],
          traits: {
            hasAuditLog: declared(system(account.auditLogs), at),
            hasThreatDetection: declared(system(account.threatDetection), at),
            hasSecurityChecks: declared(system(account.securityChecks), at),
            hasAccessChecks: account.accessChecks
              ? declared(system(account.accessChecks), at)
              : notApplicable('the cloud has no such service'),
            hasAlarms: declared(system(account.alarms), at),
          },
        },
      ];
    }),
});

const isOfAccount = (resource: Resource): boolean =>
  resource.role === 'system' && (resource.type !== 'azurerm_monitor_diagnostic_setting' || isOfSubscription(resource));

const declared = ([first]: readonly Resource[], at: FilePlace): Fact<boolean> =>
  known(first !== undefined, first?.at ?? at);
