import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-backups-are-kept',
  title: 'Backups of databases are kept for a week or more',
  severity: 'low',
  criteria: {
    'A1.2': 'A loss that is noticed only after some days can still be undone.',
  },
  do: 'Raise the days that automatic backups are kept to what your recovery plan says.',
  equivalents: { checkov: ['CKV_AWS_360', 'CKV_AWS_361'], trivy: ['AVD-AWS-0077'] },
  options: {
    days: { type: 'number', default: 7, min: 1, max: 3650, about: 'For how many days backups have to be kept.' },
  },
  on: on('database'),
  check: ({ name, traits: { backupDays } }, { options: { days } }) =>
    isKnown(backupDays, 0)
      ? notApplicable('there are no backups to be kept')
      : expect(
          backupDays,
          (kept) => kept >= days,
          (kept) => `${name} keeps its backups for ${kept} ${kept === 1 ? 'day' : 'days'} only.`,
        ),
});
