import { allOf } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source = 'https://cloud.google.com/monitoring/alerts/policies-in-api';

export default mapping({
  kind: 'alarm',
  dialect: 'terraform',
  types: ['google_monitoring_alert_policy'],
  map: (policy) => {
    const stated = reader(policy);
    return {
      kind: 'alarm',
      provider: 'google',
      ...subjectOf(policy),
      traits: {
        reachesSomeone: allOf(stated.bool('enabled', { value: true, source }), stated.has('notification_channels')),
      },
    };
  },
});
