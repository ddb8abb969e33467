import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'accounts-are-checked',
  title: 'Accounts that are kept here have checks of their settings, and alarms',
  severity: 'low',
  criteria: {
    'CC7.1':
      'Settings that became weak, and doors that outsiders may use, are found by a service that looks all the time.',
    'CC7.2': 'Someone is told when the account itself is worked on: a sign-in of the root user, a change of the log.',
    'CC4.1': 'Controls of the account are checked regularly and not once.',
  },
  do: 'Declare them for the account, or say in the register where they are kept.',
  aspects: {
    settings: {},
    'outside-access': { trivy: ['AVD-AWS-0175'] },
    alarms: {},
  },
  on: on('cloud-account'),
  check: ({ name, traits: { hasSecurityChecks, hasAccessChecks, hasAlarms } }) => ({
    settings: expect(hasSecurityChecks, (there) => there, `Nothing is declared that checks the settings of ${name}.`),
    'outside-access': expect(
      hasAccessChecks,
      (there) => there,
      `Nothing is declared that finds what outsiders may reach in ${name}.`,
    ),
    alarms: expect(hasAlarms, (there) => there, `No alarm is declared about what is done in ${name}.`),
  }),
});
