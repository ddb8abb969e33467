import { notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'records-are-kept',
  title: 'Records of connections and of access to data are kept for some months',
  severity: 'low',
  criteria: {
    'CC7.2': 'What began weeks ago can still be traced when it is noticed.',
    'CC7.3': 'An incident is judged by the records of its whole time and not by those of the last days.',
  },
  do: 'Keep the records for 90 days or longer, where they go: retention_in_days of an auditing policy, retention_policy of a flow log.',
  aspects: {
    access: {
      checkov: ['CKV_AZURE_24'],
      trivy: ['AVD-AZU-0025'],
      kics: ['9c301481-e6ec-44f7-8a49-8ec63e2969ea'],
    },
    connections: {
      checkov: ['CKV_AZURE_12'],
      trivy: ['AVD-AZU-0049'],
      kics: ['7750fcca-dd03-4d38-b663-4b70289bcfd4'],
    },
  },
  options: {
    days: { type: 'number', default: 90, min: 1, max: 3650, about: 'How many days such records have to be kept.' },
  },
  on: having('recordsKeptDays'),
  check: ({ kind, name, traits: { recordsKeptDays } }, { options }) => {
    const kept = expect(
      recordsKeptDays,
      (days) => days >= options.days,
      (days) =>
        `${name} keeps its records for ${days} ${days === 1 ? 'day' : 'days'}, which is less than ${options.days}.`,
    );
    return kind === 'network'
      ? { access: notApplicable('it is asked for connections'), connections: kept }
      : { access: kept, connections: notApplicable('it is asked for access to data') };
  },
});
