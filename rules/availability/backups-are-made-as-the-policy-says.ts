import { notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, type Check } from '../../src/rule/rule.ts';
import { says, sentence, statementsOn, strictest } from '../../src/rule/statements.ts';

export default rule({
  id: 'backups-are-made-as-the-policy-says',
  title: 'Databases are backed up as often as the backup policy promises',
  severity: 'high',
  criteria: {
    'A1.2': 'What was written since the last promised backup is all that a loss can cost.',
    'CC5.3': 'How often backups are made is what the policy lays down, because the databases are set so.',
  },
  do: 'Switch on automatic backups, and recovery to any point in time where the policy promises more than one a day.',
  on: on('database'),
  needs: ['policy-document'],
  check: ({ name, traits: { backupDays, pointInTimeRecovery } }, { find }): Check => {
    const often = strictest(
      find('policy-document', statementsOn('backup-frequency')).filter(
        ({ of }) => of === undefined || of === 'databases',
      ),
      'no policy says how often databases are backed up',
    );
    if (!('said' in often)) return often;
    const { said, value } = often;
    const more = { label: 'less often than the policy says', related: sentence(said) };
    const made = expect(backupDays, (days) => days > 0, `${name} is never backed up, ${says(said)}`, more);
    // The service makes its backups once a day; what is promised more often needs its log of changes.
    if (value >= 24 || !('verdict' in made) || made.verdict !== 'pass') return made;
    const exact = expect(pointInTimeRecovery, (on) => on, `${name} is backed up once a day, ${says(said)}`, more);
    return 'verdict' in exact ? exact : notApplicable('how often it is backed up is not a setting of it');
  },
});
