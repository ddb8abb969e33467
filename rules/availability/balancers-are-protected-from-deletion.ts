import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'balancers-are-protected-from-deletion',
  title: 'Load balancers can’t be deleted by mistake',
  severity: 'low',
  criteria: {
    'A1.2': 'A wrong command or a wrong plan can’t take the way in to everything behind it.',
    'CC7.5': 'One cause of an outage that is slow to mend, as names point at it, is kept from happening.',
  },
  do: 'Set enable_deletion_protection = true.',
  equivalents: { checkov: ['CKV_AWS_150'], kics: ['afecd1f1-6378-4f7e-bb3b-60c35801fdd4'] },
  on: on('traffic-entry'),
  check: ({ name, traits: { deletionProtected } }) =>
    expect(deletionProtected, (on) => on, `${name} can be deleted in one step.`),
});
