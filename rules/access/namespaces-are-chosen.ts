import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'namespaces-are-chosen',
  title: 'What belongs together in a cluster has a namespace of its own',
  severity: 'low',
  criteria: {
    'CC6.1': 'Rights, limits and network policies are given by namespace, and reach only what lies in one.',
    'CC6.3': 'Who works on one system doesn’t thereby hold the others.',
  },
  do: 'Name a namespace other than default.',
  equivalents: { checkov: ['CKV_K8S_21'], trivy: ['AVD-KSV-0110'], kics: ['611ab018-c4aa-4ba2-b0f6-a448337509a6'] },
  on: having('inDefaultNamespace'),
  check: ({ name, traits: { inDefaultNamespace } }) =>
    expect(inDefaultNamespace, (is) => !is, `${name} lies in the namespace default.`),
});
