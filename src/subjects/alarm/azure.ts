import { allOf } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/alerts-overview';

const alerts = mapping({
  kind: 'alarm',
  dialect: 'terraform',
  types: [
    'azurerm_monitor_metric_alert',
    'azurerm_monitor_activity_log_alert',
    'azurerm_monitor_scheduled_query_rules_alert',
    'azurerm_monitor_scheduled_query_rules_alert_v2',
  ],
  map: (alert) => {
    const stated = reader(alert);
    return {
      kind: 'alarm',
      provider: 'azure',
      ...subjectOf(alert),
      traits: { reachesSomeone: allOf(stated.bool('enabled', { value: true, source }), stated.has('action')) },
    };
  },
});

/** Whom the platform writes to about what its threat detection finds. */
const contacts = mapping({
  kind: 'alarm',
  dialect: 'terraform',
  types: ['azurerm_security_center_contact'],
  map: (contact) => ({
    kind: 'alarm',
    provider: 'azure',
    ...subjectOf(contact),
    traits: {
      reachesSomeone: reader(contact).bool('alert_notifications', {
        reason: { code: 'not-in-repository', settledBy: 'alert_notifications = true' },
      }),
    },
  }),
});

export default [alerts, contacts];
