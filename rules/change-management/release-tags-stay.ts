import { allOf, isApplicable, isKnown } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'release-tags-stay',
  title: 'A release tag always means the same commit',
  severity: 'medium',
  criteria: {
    'CC8.1': 'What was approved and released under a version is what that version means later too.',
    'CC6.8': 'Nobody can put other code behind a version that others already trust.',
  },
  do: 'Restrict updates and deletions in the ruleset on tags.',
  aspects: { move: {}, deletion: {} },
  on: on('tag-rules'),
  check: ({ name, traits: { tags, tagsInForce, tagsStay, tagsKept } }) => {
    // That it is off is what ruleset-is-enforced tells.
    if (isKnown(tagsInForce, false)) return { move: [], deletion: [] };
    const held = (fact: typeof tagsStay) =>
      isApplicable(fact) && isApplicable(tagsInForce) ? allOf(tagsInForce, fact) : fact;
    return {
      move: expect(held(tagsStay), (on) => on, `${name} lets tags (${tags}) be moved to other commits.`, {
        label: 'a version can change its meaning',
      }),
      deletion: expect(held(tagsKept), (on) => on, `${name} lets tags (${tags}) be deleted and made anew.`, {
        label: 'a version can be replaced',
      }),
    };
  },
});
