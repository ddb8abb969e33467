import { isApplicable, notApplicable, type Fact } from '../../src/model/fact.ts';
import type { Place } from '../../src/model/place.ts';
import type { Subject } from '../../src/model/subject.ts';
import { dayAfter } from '../../src/rule/days.ts';
import { fail, on, pass, rule, unknown, type Check } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-are-reviewed-in-time',
  title: 'Every policy was reviewed within the time that it sets itself',
  severity: 'medium',
  criteria: {
    'CC5.3': 'A policy that is gone over in time still says what is done.',
    'CC4.1': 'A review inside of its own cadence is a control that was looked at when it was due.',
  },
  do: 'Review it, and write down when: `last_reviewed: 2027-01-31`, and `next_review` or `review_cadence: annual`.',
  shows: 'document',
  on: on('policy-document'),
  options: {
    days: {
      type: 'number',
      default: 366,
      min: 30,
      max: 1500,
      about: 'How many days may pass between reviews where a policy sets no cadence of its own.',
    },
  },
  check: (subject, { options, asOf }) => inTime(subject, options.days, asOf),
});

type Document = Subject<'policy-document'>;

function inTime({ name, traits }: Document, usual: number, asOf: Fact<string>): Check {
  const { reviewedOn, nextReviewOn, reviewEveryDays } = traits;
  if (!isApplicable(nextReviewOn) || !isApplicable(reviewedOn) || !isApplicable(reviewEveryDays))
    return notApplicable('it is never reviewed');
  if (!nextReviewOn.known) return unknown(nextReviewOn.reason, nextReviewOn.at);
  if (nextReviewOn.value !== undefined) {
    const by = nextReviewOn.value;
    return judged(asOf, by, nextReviewOn.at, `${name} was to be reviewed by ${by}.`);
  }
  if (!reviewedOn.known) return unknown(reviewedOn.reason, reviewedOn.at);
  if (reviewedOn.value === undefined)
    return fail(`${name} doesn't say when it was last reviewed.`, reviewedOn.at, { label: 'no date of a review' });
  if (!reviewEveryDays.known) return unknown(reviewEveryDays.reason, reviewEveryDays.at);
  const own = reviewEveryDays.value;
  const why =
    own === undefined ? `longer ago than ${inWords(usual)}` : `and says it is reviewed within ${inWords(own)}`;
  return judged(
    asOf,
    dayAfter(reviewedOn.value, own ?? usual),
    reviewedOn.at,
    `${name} was last reviewed on ${reviewedOn.value}, ${why}.`,
  );
}

const judged = (asOf: Fact<string>, due: string, at: Place, message: string): Check =>
  !asOf.known ? unknown(asOf.reason, at) : asOf.value <= due ? pass(at) : fail(message, at, { label: 'overdue' });

const inWords = (days: number): string =>
  ({ 31: 'a month', 92: 'a quarter', 184: 'half a year', 366: 'a year', 731: 'two years', 1096: 'three years' })[
    days
  ] ?? `${days} days`;
