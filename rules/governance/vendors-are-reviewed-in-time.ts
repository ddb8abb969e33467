import { notApplicable } from '../../src/model/fact.ts';
import type { RecordEntry } from '../../src/model/kinds/record.ts';
import { dayAfter } from '../../src/rule/days.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'vendors-are-reviewed-in-time',
  title: 'Vendors are reviewed by the day that the register sets, and critical ones with a report of the last year',
  severity: 'medium',
  criteria: {
    'CC9.2':
      'What the vendors do for security is looked at again in time, and for the critical ones on the strength of a report.',
    'CC3.4': 'A change at a vendor is noticed at its next review, and no review is overdue.',
  },
  do: 'Read the newest report of the vendor, write down its day and the next review, or say that the vendor is no longer used.',
  shows: 'document',
  on: on('record'),
  options: {
    days: {
      type: 'number',
      default: 456,
      min: 30,
      max: 1500,
      about:
        'How old, in days, the report of a critical vendor may be: a year, and the three months until the next one is out.',
    },
  },
  check: ({ traits: { recorded, written: entries } }, { asOf, options }) => {
    if (recorded !== 'vendor-register') return notApplicable('it is not a register of vendors');
    return entries.filter(isInUse).map((entry): Outcome => {
      const { name: item, at, days } = entry;
      if (!asOf.known) return unknown(asOf.reason, at, item);
      const open = [days.next, days.report, days.reviewed].find((day) => day && !day.known);
      if (open && !open.known) return unknown(open.reason, open.at, item);
      if (days.next?.known && days.next.value !== undefined && days.next.value < asOf.value)
        return fail(`The review of "${item}" was due on ${days.next.value}.`, days.next.at, { item, label: 'overdue' });
      if (!isCritical(entry)) return pass(at, item);
      if (!days.next?.known || days.next.value === undefined)
        return fail(`"${item}" is ${level(entry)}, and no day of its next review is written down.`, at, {
          item,
          label: 'no next review',
        });
      const looked = days.report ?? days.reviewed;
      if (!looked?.known || looked.value === undefined)
        return fail(`"${item}" is ${level(entry)}, and no day of a report on its controls is written down.`, at, {
          item,
          label: 'no report',
        });
      if (dayAfter(looked.value, options.days) < asOf.value)
        return fail(
          `The newest report of "${item}" is of ${looked.value}, longer ago than ${options.days} days.`,
          looked.at,
          {
            item,
            label: 'an old report',
          },
        );
      return pass(looked.at, item);
    });
  },
});

const isInUse = ({ cells: { status } }: RecordEntry): boolean =>
  !/\b(?:retired|inactive|terminated|former|off-?boarded|ended|closed)\b/i.test(status?.text ?? '');

const level = ({ cells: { criticality } }: RecordEntry): string => criticality!.text.toLowerCase();

const isCritical = ({ cells: { criticality } }: RecordEntry): boolean =>
  /\b(?:critical|very high|tier ?1)\b/i.test(criticality?.text ?? '') &&
  !/\bnon-?critical\b/i.test(criticality?.text ?? '');
