import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: ['azurerm_log_analytics_workspace'],
  map: (workspace) => ({
    kind: 'log-group',
    provider: 'azure',
    ...subjectOf(workspace),
    traits: {
      encryptedWithOwnKey: notApplicable('a key belongs to the cluster that workspaces are kept in'),
      locked: notApplicable('lines are deleted by a purge request only, which the activity log records'),
      keptDays: reader(workspace).number('retention_in_days', {
        value: 30,
        source: 'https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure',
      }),
    },
  }),
});
