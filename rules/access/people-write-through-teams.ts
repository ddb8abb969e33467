import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'people-write-through-teams',
  title: 'Nobody may write to a repository by being named there',
  severity: 'medium',
  criteria: {
    'CC6.2':
      'Who leaves the organization loses the right to change code with the membership, also who never was in it.',
    'CC6.3': 'The right to change code comes with a duty in a team, which is reviewed as a whole.',
  },
  do: 'Put the person into a team that has the right; leave those from outside with pull or triage.',
  on: on('repository-access'),
  check: ({ name, traits: { grantee, mayWrite, toSinglePerson } }) =>
    isKnown(toSinglePerson, false)
      ? notApplicable('it goes to a team')
      : expect(mayWrite, (may) => !may, `${name} lets ${grantee} write by name.`, { label: 'a person, not a team' }),
});
