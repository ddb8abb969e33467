import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { isApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'exceptions-are-current',
  title: 'Accepted findings are still needed, within their time, and approved by another person',
  severity: 'low',
  criteria: {
    'CC4.2':
      'A weakness that was set aside stays on the list: who owns it, who agreed, and when it is looked at again.',
  },
  do: 'Renew the entry with a new decision and a new date, or take it out.',
  aspects: { date: {}, approval: {}, use: {} },
  on: on('acceptance'),
  check: ({ name, at, traits: { acceptedUntil, approvedByOwner, matchesFinding } }, { asOf }) => ({
    date:
      asOf.known || !isApplicable(acceptedUntil)
        ? expect(
            acceptedUntil,
            (day) => !asOf.known || day >= asOf.value,
            (day) => `The ${name} ended on ${day}.`,
            { label: 'its time is over' },
          )
        : unknown(asOf.reason, at),
    approval: expect(approvedByOwner, (own) => !own, `The ${name} was approved by the one who owns the risk.`, {
      label: 'owner and approver are the same',
      do: 'Let another person approve it: until then it accepts nothing.',
    }),
    use: expect(matchesFinding, (is) => is, `The ${name} accepts nothing: there is no such finding.`, {
      label: 'no such finding',
      do: 'Take it out, or correct its rule, subject or path.',
    }),
  }),
});
