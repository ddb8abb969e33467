import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'firewall-decisions-are-logged',
  title: 'Firewalls record what they let in and turn away',
  severity: 'medium',
  criteria: {
    'CC6.6': 'Whether the rules at the border do what they are for can be checked.',
    'CC7.2': 'Attempts that were turned away show that someone is trying.',
    'CC7.3': 'After an incident it can be told which requests came through.',
  },
  do: 'Declare a logging configuration for the firewall.',
  equivalents: {
    checkov: ['CKV_AWS_176', 'CKV2_AWS_31', 'CKV2_AWS_63'],
    kics: ['fd632aaf-b8a1-424d-a4d1-0de22fd3247a'],
  },
  on: on('firewall'),
  check: ({ name, traits: { decisionsLogged } }) =>
    expect(decisionsLogged, (on) => on, `${name} records nothing of what it decides.`),
});
