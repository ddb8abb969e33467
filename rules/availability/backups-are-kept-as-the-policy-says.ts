import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, unknown } from '../../src/rule/rule.ts';
import { statementsOn } from '../../src/rule/statements.ts';

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
    const said = find('policy-document', statementsOn('backup-retention')).filter(
      ({ of }) => of === undefined || of === 'databases',
    );
    const [first] = said;
    if (!first) return notApplicable('no policy says how long backups of databases are kept');
    if (isKnown(backupDays, 0)) return notApplicable('there are no backups: database-is-backed-up looks at that');
    const { value } = first;
    if (!value.known) return unknown(value.reason, value.at);
    if (said.some((other) => !other.value.known || other.value.value !== value.value))
      return notApplicable('the policies state several periods');
    return expect(
      backupDays,
      (days) => days >= value.value,
      (days) => `${name} keeps backups for ${days} days, and ${first.document} says: "${first.quote}"`,
      { label: 'shorter than the policy says', related: [{ name: first.document, at: first.at }] },
    );
  },
});
