import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { peopleIn } from '../../src/rule/people.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'owners-are-known-roles',
  title: 'The owners of policies are roles that the roles document names',
  severity: 'low',
  criteria: {
    'CC1.3': 'The role that a policy counts on has its place among the responsibilities of the organisation.',
    'CC1.5': 'The one who answers for a policy is one whose duties are written down.',
  },
  do: 'Name the role as the roles document does, or add it there.',
  shows: 'document',
  on: on('policy-document'),
  needs: ['policy-document'],
  check: ({ name, traits: { owner } }, { find }) => {
    const roles = find('policy-document', aboutRoles);
    if (roles.length === 0) return notApplicable('there is no document on roles to look the owner up in');
    if (!isApplicable(owner) || (owner.known && owner.value === undefined))
      return notApplicable('it names no owner: policies-have-an-owner looks at that');
    const known = words(roles.map(({ traits }) => traits.text).join(' '));
    return expect(
      owner,
      (who) => peopleIn(who ?? '').every((names) => names.some((one) => known.includes(` ${one} `))),
      (who) => `${name} is owned by ${who}, whom ${roles[0]!.name} doesn't name.`,
      { label: 'no role that is known' },
    );
  },
});

const aboutRoles = (document: Subject<'policy-document'>) => (document.traits.policy === 'roles' ? [document] : []);

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.replace(/\s+/g, ' ');
