import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-can-go-back-in-time',
  title: 'Databases can be restored to any moment of the last days',
  severity: 'medium',
  criteria: {
    'A1.2': 'Little is lost when data is destroyed: the state of a minute before can be brought back.',
    'PI1.5': 'A wrong change to stored data can be undone up to the moment before it was made.',
  },
  do: 'Switch it on: point_in_time_recovery, binary logs, or a backup of type Continuous, by the service.',
  equivalents: {
    checkov: ['CKV_AWS_28', 'CKV2_GCP_20'],
    trivy: ['AVD-AWS-0024'],
    kics: ['741f1291-47ac-4a85-a07b-3d32a9d6bd3e'],
  },
  on: on('database'),
  check: ({ name, traits: { pointInTimeRecovery } }) =>
    expect(pointInTimeRecovery, (on) => on, `${name} can’t be restored to a moment of its past.`),
});
