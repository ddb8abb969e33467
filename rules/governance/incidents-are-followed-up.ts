import { notApplicable, type Fact } from '../../src/model/fact.ts';
import type { RecordEntry } from '../../src/model/kinds/record.ts';
import { dayAfter } from '../../src/rule/days.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'incidents-are-followed-up',
  title: 'Incidents end with a cause and with what is done about it',
  severity: 'medium',
  criteria: {
    'CC7.4': 'Incidents are worked on until they are closed, and the log shows it.',
    'CC7.5': 'What caused an incident is found, and something is done so that it does not happen again.',
  },
  do: 'Write down the cause and the actions, close the incident, or say why it is still open.',
  shows: 'document',
  on: on('record'),
  options: {
    days: {
      type: 'number',
      default: 90,
      min: 7,
      max: 1000,
      about: 'For how many days an incident, or an action that follows from it, may be open.',
    },
  },
  check: ({ traits: { recorded, written: entries } }, { asOf, options }) => {
    if (recorded === 'post-mortem') return entries.flatMap((entry) => openActions(entry, asOf, options.days));
    if (recorded !== 'incident-log') return notApplicable('it is not a log of incidents');
    return entries.map((entry): Outcome => {
      const { name: item, at, cells, days } = entry;
      const isClosed = closed(entry);
      const missing = (['cause', 'actions'] as const).filter((field) => !cells[field]);
      if (isClosed && missing.length > 0)
        return fail(
          `The incident "${item}" is closed without ${missing.map((field) => words[field]).join(' and ')}.`,
          at,
          {
            item,
            label: 'not followed up',
          },
        );
      if (isClosed) return pass(at, item);
      const began = days.date;
      if (!began?.known) return began ? unknown(began.reason, began.at, item) : pass(at, item);
      if (!asOf.known) return unknown(asOf.reason, began.at, item);
      if (began.value !== undefined && dayAfter(began.value, options.days) < asOf.value)
        return fail(`The incident "${item}" of ${began.value} is still open after ${options.days} days.`, began.at, {
          item,
          label: 'still open',
        });
      return pass(at, item);
    });
  },
});

/** A report is done when its actions are. */
function openActions(
  { name: item, at, cells: { open }, days: { date } }: RecordEntry,
  asOf: Fact<string>,
  most: number,
): Outcome[] {
  if (!open) return [pass(at, item)];
  if (!date || (date.known && date.value === undefined)) return [];
  if (!date.known) return [unknown(date.reason, date.at, item)];
  if (!asOf.known) return [unknown(asOf.reason, open.at, item)];
  if (dayAfter(date.value!, most) >= asOf.value) return [pass(open.at, item)];
  return [
    fail(
      `After "${item}" of ${date.value} something is still to be done, more than ${most} days later: ${open.text}.`,
      open.at,
      {
        item,
        label: 'still open',
      },
    ),
  ];
}

const words = { cause: 'a cause', actions: 'actions' } as const;

function closed({ cells: { status, resolved }, days }: RecordEntry): boolean {
  if (status) return /\b(?:closed|resolved|done|complete[d]?|ended)\b/i.test(status.text);
  return resolved !== undefined && days.resolved?.known === true && days.resolved.value !== undefined;
}
