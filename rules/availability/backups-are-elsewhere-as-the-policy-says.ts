import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';
import { isNamed, promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'backups-are-elsewhere-as-the-policy-says',
  title: 'Backups are kept in another region where the backup policy promises it',
  severity: 'high',
  criteria: {
    'A1.2': 'The copies that the policy counts on survive what destroys the first region.',
    'CC5.3': 'Where backups are kept is what the policy lays down, because the code says so.',
  },
  do: 'Keep a copy in a second region, or take the sentence out of the policy and have that approved.',
  on: on('database', 'object-storage'),
  needs: ['policy-document'],
  check: ({ name, traits }, { find }) => {
    const isStore = 'replicated' in traits;
    const said = find('policy-document', statementsOn('backup-region')).filter(({ of }) =>
      isStore
        ? of === 'objects' || (of === undefined && isNamed(name, 'backup'))
        : of === undefined || of === 'databases',
    );
    const policy = promised(said, 'no policy says that its backups are kept in another region');
    if (!('said' in policy)) return policy;
    const more = { label: 'one region only', related: sentence(policy.said) };
    if (isStore)
      return expect(traits.replicated, (on) => on, `${name} is kept in one region, ${says(policy.said)}`, more);
    const { backupsElsewhere: own, planCopiesElsewhere: byPlan, backupDays } = traits;
    if (!isApplicable(own) && !isApplicable(backupDays)) return notApplicable('it has no backups of its own');
    return expect(
      isApplicable(own) ? own : byPlan,
      (on) => on,
      `${name} keeps its backups in one region, ${says(policy.said)}`,
      more,
    );
  },
});
