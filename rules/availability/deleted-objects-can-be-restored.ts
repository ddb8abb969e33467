import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'deleted-objects-can-be-restored',
  title: 'Deleted objects can be brought back for a while',
  severity: 'medium',
  criteria: {
    'A1.2': 'A deletion by mistake or by malice can be undone within the period.',
  },
  do: 'Set a delete_retention_policy, or leave soft delete at its default.',
  equivalents: { checkov: ['CKV2_AZURE_38'], trivy: ['AVD-AZU-0056'] },
  on: on('object-storage'),
  check: ({ name, traits: { deletionProtected } }) =>
    expect(deletionProtected, (on) => on, `${name} loses deleted objects at once.`),
});
