import { isApplicable } from '../../src/model/fact.ts';
import { expect, having, rule, unknown, type Check } from '../../src/rule/rule.ts';
import { isNamed, promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'data-is-where-the-policy-says',
  title: 'Data lies in the countries and regions that a policy names',
  severity: 'high',
  criteria: {
    'C1.1': 'Confidential data stays where customers were told that it is, because its stores lie there.',
    'P4.1': 'Personal data is processed in the places that people were told of.',
    'CC5.3': 'Where data may lie is what the policy lays down, because the code places it so.',
  },
  do: 'Move what is stored into a region that the policy names, or name the region in the policy and have that approved.',
  on: having('region'),
  needs: ['policy-document'],
  check: ({ kind, name, traits: { region } }, { find }): Check => {
    const holdsBackups = kind === 'backup-vault' || isNamed(name, 'backup');
    const all = find('policy-document', statementsOn('data-region'));
    const ofBackups = all.filter(({ of }) => of === 'backups');
    const about = holdsBackups && ofBackups.length > 0 ? ofBackups : all.filter(({ of }) => of !== 'backups');
    const policy = promised(about, 'no policy says where this lies');
    if (!('said' in policy)) return policy;
    const { said } = policy;
    const allowed = new Set(about.flatMap(({ places = [] }) => places));
    const isAllowed = ({ within }: { within: readonly string[] }) => within.some((place) => allowed.has(place));
    // "Customer data": whether a store that is no database holds any of it, its settings don't say.
    const whose =
      about.every(({ of }) => of !== undefined) && kind !== 'database' && !holdsBackups ? said.of : undefined;
    if (whose !== undefined && isApplicable(region) && region.known && !isAllowed(region.value))
      return unknown(
        {
          code: 'not-in-repository',
          subject: `whether ${name} in ${region.value.name} holds ${whose}, which ${said.document} places elsewhere`,
          settledBy: 'a policy that says where all data lies, or a store in a region that it names',
        },
        region.at,
      );
    return expect(region, isAllowed, ({ name: where }) => `${name} lies in ${where}, ${says(said)}`, {
      label: 'elsewhere, by the policy',
      related: sentence(said),
    });
  },
});
