import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'deployments-end-in-time',
  title: 'A deployment that hangs is stopped and shows',
  severity: 'low',
  criteria: {
    'CC7.2': 'A deployment that does not come to its end is stopped and fails, instead of hanging unseen.',
  },
  do: 'Set timeout-minutes of the job to a little more than a deployment takes.',
  on: on('workflow-job'),
  check: ({ name, traits: { deploys, endsInTime } }) =>
    deploys.length === 0
      ? []
      : expect(endsInTime, (is) => is, `${name} deploys and may hang for six hours before it fails.`, {
          label: 'no timeout-minutes',
        }),
});
