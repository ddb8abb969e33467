import { expect, on, rule } from '../../src/rule/rule.ts';
import { isKnown, notApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'vulnerable-dependencies-raise-alerts',
  title: 'Known vulnerabilities in dependencies raise an alert',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A vulnerability that becomes known in a dependency is told to those who look after the repository.',
  },
  do: 'Switch on vulnerability alerts for the repository.',
  equivalents: { checkov: ['CKV_GIT_3'] },
  on: on('hosted-repository'),
  check: ({ name, traits: { archived, vulnerabilityAlerts } }) =>
    isKnown(archived, true)
      ? notApplicable('an archived repository is not kept up')
      : expect(vulnerabilityAlerts, (on) => on, `${name} gets no alerts about vulnerable dependencies.`, {
          label: 'no alerts',
        }),
});
