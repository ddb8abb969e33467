import { isKnown, notApplicable, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import type { Statement } from '../../src/model/kinds/policy-document.ts';
import { expect, on, rule, unknown, type Check } from '../../src/rule/rule.ts';
import { isNamed, promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'objects-are-kept-as-the-policy-says',
  title: 'Lifecycle rules delete objects when the retention policy says so, no sooner and no later',
  severity: 'medium',
  criteria: {
    'C1.2': 'Data is disposed of after the period that the policy sets, by a rule that carries itself out.',
    'P4.2': 'Nothing is kept for longer, or for less time, than the policy says.',
    'CC5.3': 'The periods of the retention policy are those of the stores that hold the data.',
  },
  do: 'Set the days of the lifecycle rule to those of the policy, or change the policy and have it approved.',
  aspects: { objects: {}, versions: {} },
  on: on('object-storage'),
  needs: ['policy-document'],
  check: ({ name, traits: { objectsDeletedAfterDays, versionsDeletedAfterDays } }, { find }) => {
    const data = find('policy-document', statementsOn('object-retention'));
    // What is said of logs and backups is held against the stores that are named so.
    const [kind, own] = [
      ['log', find('policy-document', statementsOn('log-retention'))] as const,
      ['backup', find('policy-document', statementsOn('backup-retention'))] as const,
    ].find(([word]) => isNamed(name, word)) ?? ['', data];
    const about = (of: string | undefined) => of !== undefined && of !== 'versions' && isNamed(name, of);
    const named = own.filter(({ of }) => about(of));
    const general = own.filter(({ of }) => of === undefined || (kind === 'backup' && of === 'objects'));
    return {
      objects: held(name, 'objects', named.length > 0 ? named : general, objectsDeletedAfterDays),
      versions: held(
        name,
        'former versions',
        data.filter(({ of }) => of === 'versions'),
        versionsDeletedAfterDays,
      ),
    };
  },
});

function held(
  name: string,
  what: string,
  statements: readonly Statement[],
  deletedAfter: Fact<number> | NotApplicable,
): Check {
  const policy = promised(statements, `no policy says how long ${what} like these are kept`);
  if (!('said' in policy)) return policy;
  const { said, value } = policy;
  const most = said.bound === 'most';
  if (most && isKnown(deletedAfter, Infinity) && 'known' in deletedAfter)
    return unknown(
      {
        code: 'not-in-repository',
        subject: `what deletes ${what} of ${name}, as no lifecycle rule does`,
        settledBy: `a lifecycle rule within "${said.figure}"`,
      },
      deletedAfter.at,
    );
  if (what === 'former versions' && isKnown(deletedAfter, Infinity))
    return notApplicable('no lifecycle rule deletes former versions');
  return expect(
    deletedAfter,
    (days) => (most ? days <= value : days >= value),
    (days) => `${name} deletes ${what} after ${days} days, ${says(said)}`,
    { label: `${most ? 'later' : 'sooner'} than the policy says`, related: sentence(said) },
  );
}
