import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'jobs-end-in-time',
  title: 'A pipeline job that hangs is stopped',
  severity: 'info',
  criteria: {
    'CC7.2': 'A job that does something else than usual, and for longer, is stopped and shows as failed.',
  },
  do: 'Set timeout-minutes to a little more than the job takes.',
  on: on('workflow-job'),
  check: ({ name, traits: { endsInTime } }) =>
    expect(endsInTime, (is) => is, `${name} may run for six hours.`, { label: 'no timeout-minutes' }),
});
