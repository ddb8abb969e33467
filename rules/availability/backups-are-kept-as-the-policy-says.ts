import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'backups-are-kept-as-the-policy-says',
  title: 'Backups of databases are kept for as long as the backup policy promises',
  severity: 'high',
  criteria: {
    'A1.2': 'A backup that is still there for as long as promised is one that can be recovered from.',
    'CC5.3': 'What the policy on backups lays down is carried out by the settings of the databases.',
  },
  do: 'Keep automatic backups for the days that the policy states, or change the policy and have it approved.',
  on: having('backupDays'),
  needs: ['policy-document'],
  check: ({ name, traits: { backupDays } }, { find }) => {
    const policy = promised(
      find('policy-document', statementsOn('backup-retention')).filter(
        ({ of }) => of === undefined || of === 'databases',
      ),
      'no policy says how long backups of databases are kept',
    );
    if (!('said' in policy) && 'applicable' in policy) return policy;
    if (isKnown(backupDays, 0)) return notApplicable('there are no backups: database-is-backed-up looks at that');
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    const most = said.bound === 'most';
    return expect(
      backupDays,
      (days) => (most ? days <= value : days >= value),
      (days) => `${name} keeps backups for ${days} days, ${says(said)}`,
      { label: `${most ? 'longer' : 'shorter'} than the policy says`, related: sentence(said) },
    );
  },
});
