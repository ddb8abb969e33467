import type { CriterionId } from '../../src/criteria/catalogue.ts';
import type { Fact } from '../../src/model/fact.ts';
import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import type { Topic } from '../../src/model/kinds/policy-document.ts';
import type { RegisterId } from '../../src/criteria/registers.ts';
import { dayAfter } from '../../src/rule/days.ts';
import { fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';
import { logOf, newestEntry } from '../../src/rule/records.ts';
import { statementsOn } from '../../src/rule/statements.ts';

// What happens only when something happens (incidents, exceptions) can't be late.
const about: { readonly [R in RegisterId]?: { what: string; topic?: Topic; criteria: readonly CriterionId[] } } = {
  'access-review': { what: 'access review', topic: 'access-review', criteria: ['CC6.2', 'CC6.3'] },
  'restore-test': { what: 'restore test', topic: 'restore-test', criteria: ['A1.3', 'CC7.5'] },
  'risk-register': { what: 'review of risks', topic: 'risk-review', criteria: ['CC3.2', 'CC3.4'] },
  'vendor-register': { what: 'review of vendors', topic: 'vendor-review', criteria: ['CC9.2'] },
  'asset-inventory': { what: 'review of the inventory', criteria: ['CC6.1'] },
  'training-record': { what: 'training', topic: 'training', criteria: ['CC1.4', 'CC2.2'] },
};

export default rule({
  id: 'records-are-up-to-date',
  title: 'What is due again and again is on record within the time that the policy sets',
  severity: 'medium',
  criteria: {
    'CC6.2': 'Accounts that should have gone are noticed in a review, and one is on record when it was due.',
    'CC6.3': 'Rights were looked through as often as the policy says, by the dates of the record.',
    'A1.3': 'Restoring was tested as often as the policy says, by the dates of the record.',
    'CC7.5': 'The recovery that an incident will need was tried before it.',
    'CC3.2': 'The risks were looked through as often as the policy says, by the dates of the register.',
    'CC3.4': 'A register that is looked through shows that changes are thought of as risks.',
    'CC9.2': 'The vendors were looked at as often as the policy says, by the dates of the register.',
    'CC6.1': 'The list of what has to be protected was looked through within the year.',
    'CC1.4': 'Training was held as often as the policy says, by the dates of the record.',
    'CC2.2': 'Staff were told of their duties in security as often as the policy says.',
  },
  do: 'Do what is due, and add the row: the day, what was looked at, the result and by whom.',
  shows: 'document',
  on: on('record'),
  about: ({ traits: { recorded } }) => about[recorded]?.criteria ?? [],
  needs: ['policy-document', 'record'],
  options: {
    days: {
      type: 'number',
      default: 366,
      min: 1,
      max: 1500,
      about: 'How many days may pass between entries where no policy says how often.',
    },
  },
  check: ({ name, at, traits: { recorded, written, lastEntryOn } }, { find, options, asOf }) => {
    const due = about[recorded];
    if (!due || !isApplicable(lastEntryOn)) return notApplicable('nothing in it is due at a certain time');
    const { what, topic } = due;
    // A list without a column of days may be looked through all the same.
    if (lastEntryOn.known && lastEntryOn.value === undefined && isRegister(recorded) && written.length > 0)
      return notApplicable('it states no day of a review');
    if (!lastEntryOn.known) return unknown(lastEntryOn.reason, lastEntryOn.at);
    if (lastEntryOn.value === undefined)
      return fail(`${name} has no dated entry of a ${what}.`, at, { label: 'no entry' });
    const newest = lastEntryOn.value;
    const isOlder = find('record', newestEntry).some(
      (other) => other.recorded === recorded && other.log === logOf(name) && other.day > newest,
    );
    if (isOlder) return notApplicable('a file beside it, of the same log, has a newer entry');
    if (!asOf.known) return unknown(asOf.reason, lastEntryOn.at);
    const said = topic === undefined ? [] : find('policy-document', statementsOn(topic));
    const days = longest(said.map(({ value }) => value)) ?? options.days;
    const source = said.find(({ value }) => value.known && value.value === days);
    if (asOf.value <= dayAfter(newest, days)) return pass(lastEntryOn.at);
    return fail(
      `The last ${what} on record in ${name} is of ${newest}, ${source ? `and ${source.document} says: "${source.quote}"` : `longer ago than ${days} days.`}`,
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

const isRegister = (recorded: RegisterId): boolean =>
  recorded === 'risk-register' || recorded === 'vendor-register' || recorded === 'asset-inventory';
