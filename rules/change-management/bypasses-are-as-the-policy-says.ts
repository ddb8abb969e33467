import { allItems, isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import type { Bypass } from '../../src/model/kinds/branch-rules.ts';
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
  check: ({ name, traits: { branch, bypasses, pullRequestRequired, thisRepository } }, { find }) => {
    if (isKnown(thisRepository, false)) return notApplicable('they govern another repository');
    const statements = find('policy-document', statementsOn('branch-bypass'));
    const policy = promised(statements, 'no policy says that nobody may go around the rules');
    if (!('said' in policy)) return policy;
    if (isApplicable(thisRepository) && !thisRepository.known) return unknown(thisRepository.reason, thisRepository.at);
    const forEverybody = statements.find(({ of }) => of === undefined);
    const said = forEverybody ?? policy.said;
    const more = { label: 'a way around', related: sentence(said) };
    // What nothing asks for, nobody needs to go around.
    const asked = expect(
      pullRequestRequired,
      (required) => required || forEverybody === undefined,
      `${branch} takes changes without a pull request, ${says(said)}`,
      more,
    );
    if (!isApplicable(bypasses) || ('verdict' in asked && asked.verdict !== 'pass')) return asked;
    // Apps are no people: which of them may go around the rules is for apps-follow-the-rules.
    const isHeld = ({ what }: Bypass) => what === 'administrators' || (what === 'people' && forEverybody !== undefined);
    const may = bypasses.items.flatMap((item) => (item.known ? [item.value] : [])).find(isHeld);
    return expect(
      allItems(bypasses, (one) => !isHeld(one)),
      (none) => none,
      `${name} can be gone around on ${branch} by ${may?.who ?? 'some'}, ${says(said)}`,
      more,
    );
  },
});
