import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-sessions-are-logged',
  title: 'Databases record who connects, and until when',
  severity: 'low',
  criteria: {
    'CC7.2': 'Attempts to get in, and sessions at strange times, show in the log.',
    'CC7.3': 'After an incident it can be said who was connected to the data at the time.',
  },
  do: 'Switch the two flags on: log_connections and log_disconnections.',
  aspects: {
    connections: {
      checkov: ['CKV_GCP_52', 'CKV_AZURE_31'],
      trivy: ['AVD-GCP-0016', 'AVD-AZU-0019'],
      kics: ['c640d783-10c5-4071-b6c1-23507300d333'],
    },
    disconnections: { checkov: ['CKV_GCP_53'], trivy: ['AVD-GCP-0022'] },
  },
  on: on('database'),
  check: ({ name, traits: { connectionsLogged, disconnectionsLogged } }) => ({
    connections: expect(connectionsLogged, (on) => on, `${name} doesn’t record who connects.`),
    disconnections: expect(disconnectionsLogged, (on) => on, `${name} doesn’t record when a session ends.`),
  }),
});
