import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'namespaces-are-chosen',
  title: 'Nothing is put into the namespace that is there without being asked for',
  severity: 'info',
  criteria: {
    'CC6.1':
      'Rights, quotas and network policies of a namespace hold for what belongs together, and not for whatever lands there.',
  },
  do: 'Name a namespace of its own for the application.',
  equivalents: { checkov: ['CKV_K8S_21'], trivy: ['AVD-KSV-0110'], kics: ['611ab018-c4aa-4ba2-b0f6-a448337509a6'] },
  on: on('cluster-object'),
  check: ({ name, traits: { namespace } }) =>
    expect(namespace, (text) => text !== 'default', `${name} is put into the namespace "default".`, {
      label: 'default',
    }),
});
