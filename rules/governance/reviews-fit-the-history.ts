import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import { dayAfter } from '../../src/rule/days.ts';
import { fail, on, pass, rule, unknown, type Check } from '../../src/rule/rule.ts';

export default rule({
  id: 'reviews-fit-the-history',
  title: 'What a policy says of its reviews fits what git says of its changes',
  severity: 'medium',
  criteria: {
    'CC5.3': 'A review that is on record left its trace on the day that it names.',
    'CC4.1': 'Dates of reviews are written when reviews happen, and so can be relied on.',
  },
  do: 'Review it, and commit the date of the review with what it came to; never write a date in advance.',
  shows: 'document',
  on: on('policy-document'),
  options: {
    days: {
      type: 'number',
      default: 14,
      min: 0,
      max: 366,
      about: 'How many days before the day of a review its date may have been committed.',
    },
  },
  check: ({ name, traits: { changedOn, reviewedOn, reviewEveryDays } }, { options, asOf }): Check => {
    if (!isApplicable(changedOn)) return changedOn;
    if (!changedOn.known) return unknown(changedOn.reason, changedOn.at);
    if (!isApplicable(reviewedOn)) return reviewedOn;
    if (!reviewedOn.known) return unknown(reviewedOn.reason, reviewedOn.at);
    const { value: day } = reviewedOn;
    const changed = changedOn.value;
    if (day !== undefined) {
      if (day <= dayAfter(changed, options.days)) return pass(reviewedOn.at);
      return fail(
        `${name} says that it was reviewed on ${day}, and git has no change of it since ${changed}: the date was there before the review.`,
        reviewedOn.at,
        { label: 'written in advance' },
      );
    }
    // Without any date the last change is the latest day on which a review can have come to something.
    if (!isApplicable(reviewEveryDays)) return reviewEveryDays;
    if (!reviewEveryDays.known) return unknown(reviewEveryDays.reason, reviewEveryDays.at);
    const { value: days, at } = reviewEveryDays;
    if (days === undefined) return notApplicable('it says nothing of its reviews');
    if (!asOf.known) return unknown(asOf.reason, at);
    if (asOf.value <= dayAfter(changed, days)) return pass(at);
    return fail(
      `${name} says that it is reviewed every ${days} days, names no day of a review, and was last changed on ${changed}.`,
      at,
      { label: 'no trace of a review' },
    );
  },
});
