import { allItems, isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'bypasses-are-as-the-policy-says',
  title: 'Nobody can go around the branch rules where the change policy says that nobody may',
  severity: 'high',
  criteria: {
    'CC8.1': 'The way of a change that the policy lays down has no door beside it.',
    'CC5.3': 'What the policy forbids is not left possible for administrators.',
  },
  do: 'Take people and administrators off the bypass lists, or write into the policy who may go around the rules, and when.',
  on: on('branch-rules'),
  needs: ['policy-document'],
  check: ({ name, traits: { branch, bypasses, thisRepository } }, { find }) => {
    if (isKnown(thisRepository, false)) return notApplicable('they govern another repository');
    const statements = find('policy-document', statementsOn('branch-bypass'));
    const policy = promised(statements, 'no policy says that nobody may go around the rules');
    if (!('said' in policy)) return policy;
    if (isApplicable(thisRepository) && !thisRepository.known) return unknown(thisRepository.reason, thisRepository.at);
    const forEverybody = statements.find(({ of }) => of === undefined);
    const said = forEverybody ?? policy.said;
    if (!isApplicable(bypasses)) return bypasses;
    // Apps are no people: which of them may go around the rules is for apps-follow-the-rules.
    const may = bypasses.items.flatMap((item) => (item.known ? [item.value] : [])).find((one) => held(one.what));
    function held(what: string): boolean {
      return what === 'administrators' || (what === 'people' && forEverybody !== undefined);
    }
    return expect(
      allItems(bypasses, ({ what }) => !held(what)),
      (none) => none,
      `${name} can be gone around on ${branch} by ${may?.who ?? 'some'}, ${says(said)}`,
      { label: 'may go around the rules', related: sentence(said) },
    );
  },
});
