import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'objects-are-replicated',
  title: 'Objects are copied to another region',
  severity: 'info',
  criteria: {
    'A1.2': 'The objects survive the loss of a whole region.',
  },
  do: 'Where the recovery plan asks for it, replicate to another region or choose a geo-redundant type.',
  equivalents: { checkov: ['CKV_AWS_144', 'CKV_AZURE_206'], trivy: ['AVD-AZU-0058'] },
  on: on('object-storage'),
  check: ({ name, traits: { replicated } }) =>
    expect(replicated, (on) => on, `${name} keeps its objects in one region only.`),
});
