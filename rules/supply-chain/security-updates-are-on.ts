import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'security-updates-are-on',
  title: 'Fixes of known vulnerabilities are proposed',
  severity: 'high',
  criteria: {
    'CC7.1': 'The fix of a vulnerability that is known reaches the repository without somebody having to look for it.',
    'CC7.4': 'What has to be fixed in a hurry is already written down as a change to review.',
  },
  do: 'Ignore single packages or kinds of update instead of "*", and leave vulnerabilityAlerts enabled.',
  on: on('dependency-updates'),
  check: ({ name, traits: { securityUpdatesOff } }) =>
    expect(securityUpdatesOff, (off) => !off, `${name}: fixes of known vulnerabilities are left out.`, {
      label: 'security fixes too',
    }),
});
