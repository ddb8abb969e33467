import { allItems, allOf, anyItem, not, type FactList } from '../../src/model/fact.ts';
import type { Container } from '../../src/model/kinds/workload.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'containers-hold-few-rights',
  title: 'Containers run without root and without rights they do not need',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Who breaks into a container has the rights of a plain user there, and no way to more.',
    'CC6.8': 'Software that gets into a container can’t change the kernel or the network it runs on.',
  },
  do: 'Set runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: drop: [ALL].',
  aspects: {
    escalation: { checkov: ['CKV_K8S_20'], trivy: ['AVD-KSV-0001'], kics: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d'] },
    root: { checkov: ['CKV_K8S_23'], trivy: ['AVD-KSV-0012'], kics: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'] },
    'raw-network': { checkov: ['CKV_K8S_28', 'CKV_K8S_37'], trivy: ['AVD-KSV-0022'] },
    capabilities: { checkov: ['CKV_K8S_37'], trivy: ['AVD-KSV-0003', 'AVD-KSV-0106'] },
    'added-capabilities': { checkov: ['CKV_K8S_25'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => {
    const each = (bad: (container: Container) => ReturnType<typeof not>, what: string, label: string) =>
      expectEach(containers, bad, {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} ${what}.`,
        label,
      });
    return {
      escalation: each(
        ({ escalates }) => escalates,
        'may gain more rights than it starts with',
        'escalation is allowed',
      ),
      root: each(({ refusesRoot }) => not(refusesRoot), 'may run as root', 'root is not refused'),
      'raw-network': each(
        ({ dropped }) => not(drops(dropped, 'ALL', 'NET_RAW')),
        'may send forged packets',
        'NET_RAW is not dropped',
      ),
      // Who keeps NET_RAW keeps others too: that is told once.
      capabilities: each(
        ({ dropped }) => allOf(not(drops(dropped, 'ALL')), drops(dropped, 'NET_RAW')),
        'keeps capabilities it was not given',
        'not all are dropped',
      ),
      'added-capabilities': each(
        ({ added }) => not(allItems(added, (capability) => /^(?:CAP_)?NET_BIND_SERVICE$/i.test(capability))),
        'is given further capabilities',
        'added',
      ),
    };
  },
});

const drops = (dropped: FactList<string>, ...names: readonly string[]) =>
  anyItem(dropped, (capability) => names.includes(capability.toUpperCase().replace(/^CAP_/, '')));
