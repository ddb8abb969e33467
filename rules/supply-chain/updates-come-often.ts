import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'updates-come-often',
  title: 'Dependencies are looked at at least every month',
  severity: 'low',
  criteria: {
    'CC7.1': 'Dependencies don’t fall so far behind that a fix can no longer be taken in by itself.',
  },
  do: 'Set the interval to daily, weekly or monthly.',
  on: on('dependency-updates'),
  options: {
    days: { type: 'number', default: 31, min: 1, max: 366, about: 'At most how many days lie between two looks.' },
  },
  check: ({ name, traits: { intervalDays } }, { options }) =>
    expect(
      intervalDays,
      (days) => days <= options.days,
      (days) => `${name}: the bot looks only every ${days} days.`,
      { label: 'too seldom' },
    ),
});
