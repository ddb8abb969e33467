import { regionOf } from '../region-of.ts';
import { mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const workspaces = mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: ['azurerm_log_analytics_workspace'],
  map: (workspace) => ({
    kind: 'log-group',
    provider: 'azure',
    ...subjectOf(workspace),
    traits: {
      region: regionOf(workspace),
      encryptedWithOwnKey: notApplicable('a key belongs to the cluster that workspaces are kept in'),
      locked: notApplicable('lines are deleted by a purge request only, which the activity log records'),
      keptDays: reader(workspace).number('retention_in_days', {
        value: 30,
        source: 'https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure',
      }),
    },
  }),
});

/** Where the activity log of a subscription was sent to before diagnostic settings; 0 days, or no policy, keeps it for good. */
const activityLog = mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: ['azurerm_monitor_log_profile'],
  map: (profile) => ({
    kind: 'log-group',
    provider: 'azure',
    ...subjectOf(profile),
    traits: {
      region: notApplicable('what it writes to decides it'),
      encryptedWithOwnKey: notApplicable('the storage account that it goes to says so'),
      locked: notApplicable('the storage account that it goes to says so'),
      keptDays: profileDays(reader(profile)),
    },
  }),
});

function profileDays(profile: Reader): Fact<number> {
  const on = profile.optionalBool('retention_policy.enabled');
  if (!on.known) return on;
  if (!on.value) return { ...on, value: Infinity };
  return mapFact(profile.optionalNumber('retention_policy.days'), (days) => days || Infinity);
}

export default [workspaces, activityLog];
