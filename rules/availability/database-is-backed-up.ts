import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-is-backed-up',
  title: 'Databases are backed up',
  severity: 'high',
  criteria: {
    'A1.2': 'What was in the database before a loss can be brought back.',
    'CC7.5': 'After an incident there is a state from before it to recover to.',
  },
  do: 'Set the days that automatic backups are kept: backup_retention_period, backup_configuration.enabled, by the service.',
  equivalents: {
    checkov: ['CKV_AWS_133', 'CKV_AWS_343', 'CKV_GCP_14'],
    trivy: ['AVD-GCP-0024'],
    kics: [
      '1dc73fb4-5b51-430c-8c5f-25dcf9090b02',
      'e542bd46-58c4-4e0f-a52a-1fb4f9548e02',
      'cf3c7631-cd1e-42f3-8801-a561214a6e79',
    ],
  },
  on: on('database'),
  check: ({ name, traits: { backupDays } }) =>
    expect(backupDays, (kept) => kept > 0, `${name} has no automatic backups.`, { label: 'no backups' }),
});
