import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'accounts-are-watched',
  title: 'Accounts that are kept here have an audit log and threat detection',
  severity: 'high',
  criteria: {
    'CC7.1': 'A service that knows the signs of an attack looks at the account all the time.',
    'CC7.2': 'There is a record of what happens in the account, for someone to watch.',
  },
  do: 'Declare the audit log and the threat detection of the account, or say in the register where they are kept.',
  aspects: { 'audit-log': {}, 'threat-detection': {} },
  on: on('cloud-account'),
  check: ({ name, traits: { hasAuditLog, hasThreatDetection } }) => ({
    'audit-log': expect(hasAuditLog, (there) => there, `No audit log is declared for ${name}.`),
    'threat-detection': expect(hasThreatDetection, (there) => there, `No threat detection is declared for ${name}.`),
  }),
});
