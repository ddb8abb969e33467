import { isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import { peopleIn } from '../../src/rule/people.ts';
import { expect, on, rule, type Check } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-are-approved',
  title: 'Every policy is approved, by someone other than its owner or author',
  severity: 'medium',
  criteria: {
    'CC1.3': 'An approver shows that someone with the authority to do so put the policy in force.',
    'CC5.3': 'A policy is in force once it is approved, and not while it is a draft.',
  },
  do: 'Name who approved it: `approver: Chief Executive` in front matter, or a column "Approved by" in its table of versions.',
  shows: 'document',
  aspects: { approver: {}, independent: {}, final: {} },
  on: on('policy-document'),
  check: (subject) => ({
    approver: isKnown(subject.traits.draft, true)
      ? notApplicable('a draft is not approved yet')
      : expect(subject.traits.approver, (who) => who !== undefined, `${subject.name} doesn't say who approved it.`, {
          label: 'no approver',
        }),
    independent: independent(subject),
    final: final(subject),
  }),
});

const final = ({ name, traits: { draft } }: Subject<'policy-document'>): Check =>
  isKnown(draft, undefined)
    ? notApplicable('it states no status')
    : expect(draft, (is) => !is, `${name} says that it is a draft, or no longer in force.`, {
        label: 'not in force',
        do: 'Have it approved and set its status, or remove it.',
      });

/** Whoever approves what is their own approves nothing. */
function independent({ name, traits: { approver, owner, author } }: Subject<'policy-document'>): Check {
  if (!isApplicable(approver) || !approver.known || approver.value === undefined)
    return notApplicable('it names no approver: the aspect "approver" looks at that');
  const others = [owner, author].flatMap((fact) =>
    isApplicable(fact) && fact.known && fact.value !== undefined ? [fact.value] : [],
  );
  if (others.length === 0) return notApplicable('it names neither owner nor author to compare with');
  return expect(
    approver,
    (who) => !others.some((other) => isSame(other, who ?? '')),
    (who) => `${name} is approved by ${who}, who ${isSame(others[0]!, who ?? '') ? 'owns' : 'wrote'} it.`,
    {
      label: 'approves what is their own',
      do: 'Have someone else approve it: the one above its owner, or a committee.',
    },
  );
}

/** The same person, or the same role: `Jane Roe (CTO)` is the CTO. Of several people one may approve what all own. */
const isSame = (a: string, b: string): boolean => {
  const [one, other] = [peopleIn(a), peopleIn(b)];
  return one.length === 1 && other.length === 1 && one[0]!.some((name) => other[0]!.includes(name));
};
