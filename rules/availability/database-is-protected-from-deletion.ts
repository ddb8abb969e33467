import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'database-is-protected-from-deletion',
  title: 'Databases can’t be deleted by mistake',
  severity: 'medium',
  criteria: {
    'A1.2': 'A wrong command or a wrong plan can’t take the data away in one step.',
    'CC7.5': 'What would be hardest to recover from is kept from happening.',
  },
  do: 'Set deletion_protection = true (or the service’s name for it).',
  equivalents: { checkov: ['CKV_AWS_139', 'CKV_AWS_293'], trivy: ['AVD-AWS-0177', 'AVD-AWS-0343'] },
  on: on('database'),
  check: ({ name, traits: { deletionProtected } }) =>
    expect(deletionProtected, (on) => on, `${name} can be deleted in one step.`),
});
