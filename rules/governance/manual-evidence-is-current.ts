import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { isApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'manual-evidence-is-current',
  title: 'Records kept elsewhere are renewed when they fall due',
  severity: 'low',
  criteria: {
    'CC4.1':
      'Controls outside of the repository are looked at again on a day that was set, not when somebody thinks of it.',
  },
  do: 'Renew the record where it is kept, then write its new date and next due day into .soc2/manual-evidence.yml.',
  shows: 'document',
  on: on('manual-evidence'),
  check: ({ name, at, traits: { nextDue } }, { asOf }) =>
    asOf.known || !isApplicable(nextDue)
      ? expect(
          nextDue,
          (day) => !asOf.known || day >= asOf.value,
          (day) => `The ${name} was due on ${day}.`,
          { label: 'overdue' },
        )
      : unknown(asOf.reason, at),
});
