import { isApplicable } from '../../src/model/fact.ts';
import { expect, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-say-when-they-are-reviewed',
  title: 'Every policy says how often it is reviewed',
  severity: 'low',
  criteria: {
    'CC5.3': 'A cadence of its own is what a review can be late against.',
  },
  do: 'Add `review_cadence: annual` or `next_review: 2027-01-31`, or the sentence "This policy is reviewed every year".',
  shows: 'document',
  on: on('policy-document'),
  check: ({ name, traits: { nextReviewOn, reviewEveryDays } }) =>
    isApplicable(nextReviewOn) && (!nextReviewOn.known || nextReviewOn.value !== undefined)
      ? pass(nextReviewOn.at)
      : expect(reviewEveryDays, (days) => days !== undefined, `${name} doesn't say how often it is reviewed.`, {
          label: 'no cadence',
        }),
});
