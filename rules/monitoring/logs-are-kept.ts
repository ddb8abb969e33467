import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'logs-are-kept',
  title: 'Logs are kept as long as they may be asked for',
  severity: 'low',
  criteria: {
    'CC7.2': 'Something that began long ago can still be traced when it is noticed.',
    'CC7.3': 'An incident is judged by the lines of its whole time and not by those of the last days.',
    'CC4.1': 'That controls worked can be checked for the whole period under review.',
  },
  do: 'Keep lines for a year, or for what the retention schedule says; a shorter time that is on purpose is an option.',
  equivalents: {
    checkov: ['CKV_AWS_338', 'CKV_AZURE_37'],
    trivy: ['AVD-AZU-0031'],
    kics: ['2b856bf9-8e8c-4005-875f-303a8cba3918'],
  },
  options: {
    days: { type: 'number', default: 365, min: 1, max: 3650, about: 'How many days logs have to be kept.' },
  },
  on: on('log-group'),
  check: ({ name, traits: { keptDays } }, { options }) =>
    expect(
      keptDays,
      (days) => days >= options.days,
      (days) =>
        `${name} keeps its lines for ${days} ${days === 1 ? 'day' : 'days'}, which is less than ${options.days}.`,
    ),
});
