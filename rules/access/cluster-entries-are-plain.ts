import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-entries-are-plain',
  title: 'Ways into a cluster go where they say',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Who may add a way into one part of a cluster can’t read the traffic or the keys of the others.',
    'CC6.6': 'Traffic to outside addresses isn’t caught inside of the cluster.',
  },
  do: 'Leave out externalIPs, and use settings of the proxy that have names instead of snippets.',
  aspects: {
    addresses: { trivy: ['AVD-KSV-0108'] },
    snippets: { checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'] },
  },
  on: on('cluster-entry'),
  check: ({ name, traits: { foreignAddresses, rawSettings } }) => ({
    addresses: expect(foreignAddresses, (is) => !is, `${name} takes traffic to addresses that nobody gave it.`),
    snippets: expect(rawSettings, (is) => !is, `${name} writes settings into the proxy as they are.`),
  }),
});
