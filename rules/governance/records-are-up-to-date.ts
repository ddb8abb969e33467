import type { CriterionId } from '../../src/criteria/catalogue.ts';
import type { Fact } from '../../src/model/fact.ts';
import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import type { Topic } from '../../src/model/kinds/policy-document.ts';
import type { Recorded } from '../../src/model/kinds/record.ts';
import { fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';

const about: { readonly [R in Recorded]: { what: string; topic: Topic; criteria: readonly CriterionId[] } } = {
  'access-review': { what: 'access review', topic: 'access-review', criteria: ['CC6.2', 'CC6.3'] },
  'restore-test': { what: 'restore test', topic: 'restore-test', criteria: ['A1.3', 'CC7.5'] },
};

export default rule({
  id: 'records-are-up-to-date',
  title: 'Access reviews and restore tests are on record within the time that the policy sets',
  severity: 'medium',
  criteria: {
    'CC6.2': 'Accounts that should have gone are noticed in a review, and one is on record when it was due.',
    'CC6.3': 'Rights were looked through as often as the policy says, by the dates of the record.',
    'A1.3': 'Restoring was tested as often as the policy says, by the dates of the record.',
    'CC7.5': 'The recovery that an incident will need was tried before it.',
  },
  do: 'Do what is due, and add the row: the day, what was looked at, the result and by whom.',
  shows: 'document',
  on: on('record'),
  about: ({ traits: { recorded } }) => about[recorded].criteria,
  needs: ['policy-document'],
  options: {
    days: {
      type: 'number',
      default: 366,
      min: 1,
      max: 1500,
      about: 'How many days may pass between entries where no policy says how often.',
    },
  },
  check: ({ name, at, traits: { recorded, lastEntryOn } }, { find, options, asOf }) => {
    const { what, topic } = about[recorded];
    if (!isApplicable(lastEntryOn)) return notApplicable('it has no entries');
    if (!lastEntryOn.known) return unknown(lastEntryOn.reason, lastEntryOn.at);
    if (lastEntryOn.value === undefined)
      return fail(`${name} has no dated entry of a ${what}.`, at, { label: 'no entry' });
    if (!asOf.known) return unknown(asOf.reason, lastEntryOn.at);
    const said = find('policy-document')
      .flatMap(({ traits }) => traits.statements)
      .filter((statement) => statement.topic === topic);
    const days = longest(said.map(({ value }) => value)) ?? options.days;
    const source = said.find(({ value }) => value.known && value.value === days);
    if (asOf.value <= dayAfter(lastEntryOn.value, days)) return pass(lastEntryOn.at);
    return fail(
      `The last ${what} on record in ${name} is of ${lastEntryOn.value}, ${source ? `and ${source.document} says: "${source.quote}"` : `longer ago than ${days} days.`}`,
      lastEntryOn.at,
      { label: 'the newest entry', ...(source && { related: [{ name: source.document, at: source.at }] }) },
    );
  },
});

/** The cadence that the policies agree on; where they differ, the longest, so that nobody is told to be late too soon. */
function longest(values: readonly Fact<number>[]): number | undefined {
  const known = values.flatMap((value) => (value.known ? [value.value] : []));
  return known.length > 0 ? Math.max(...known) : undefined;
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
