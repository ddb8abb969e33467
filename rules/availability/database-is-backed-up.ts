import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-is-backed-up',
  title: 'Databases are backed up',
  severity: 'high',
  criteria: {
    'A1.2': 'What was in the database some days ago can be brought back.',
    'CC7.5': 'After an incident there is a state from before it to recover to.',
  },
  do: 'Set the days that automatic backups are kept: backup_retention_period, snapshot_retention_limit, backup_configuration.enabled, by the service.',
  aspects: {
    taken: {
      checkov: ['CKV_AWS_133', 'CKV_AWS_343', 'CKV_GCP_14'],
      trivy: ['AVD-GCP-0024'],
      kics: [
        '1dc73fb4-5b51-430c-8c5f-25dcf9090b02',
        'e542bd46-58c4-4e0f-a52a-1fb4f9548e02',

        'cf3c7631-cd1e-42f3-8801-a561214a6e79',
      ],
    },
    kept: { checkov: ['CKV_AWS_360', 'CKV_AWS_361'], trivy: ['AVD-AWS-0077'] },
  },
  options: {
    days: { type: 'number', default: 7, min: 1, max: 3650, about: 'For how many days backups have to be kept.' },
  },
  on: on('database'),
  check: ({ name, traits: { backupDays } }, { options: { days } }) => ({
    taken: expect(backupDays, (kept) => kept > 0, `${name} has no automatic backups.`, { label: 'no backups' }),
    kept: isKnown(backupDays, 0)
      ? notApplicable('there are no backups to be kept')
      : expect(
          backupDays,
          (kept) => kept >= days,
          (kept) => `${name} keeps its backups for ${kept} ${kept === 1 ? 'day' : 'days'} only.`,
        ),
  }),
});
