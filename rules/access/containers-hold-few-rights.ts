import { allItems, anyItem, mapFact, not, type FactList } from '../../src/model/fact.ts';
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
  do: 'Set runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: drop: [ALL], and seccompProfile: type: RuntimeDefault.',
  aspects: {
    escalation: { checkov: ['CKV_K8S_20'], trivy: ['AVD-KSV-0001'], kics: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d'] },
    root: { checkov: ['CKV_K8S_23'], trivy: ['AVD-KSV-0012'], kics: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'] },
    'low-user-id': { checkov: ['CKV_K8S_40'], trivy: ['AVD-KSV-0020'] },
    'raw-network': { checkov: ['CKV_K8S_28'], trivy: ['AVD-KSV-0022'] },
    capabilities: { checkov: ['CKV_K8S_37'], trivy: ['AVD-KSV-0003', 'AVD-KSV-0106'] },
    'added-capabilities': { checkov: ['CKV_K8S_25'] },
    seccomp: {
      checkov: ['CKV_K8S_31'],
      trivy: ['AVD-KSV-0030', 'AVD-KSV-0104', 'AVD-KSV-0002'],
      kics: ['f377b83e-bd07-4f48-a591-60c82b14a78b', '8b36775e-183d-4d46-b0f7-96a6f34a723f'],
    },
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
      'low-user-id': each(
        ({ userId }) => mapFact(userId, (id) => id !== undefined && id > 0 && id < 10_000),
        'runs under a number that the host may have given to a user of its own',
        'below 10000',
      ),
      'raw-network': each(
        ({ dropped }) => not(drops(dropped, 'ALL', 'NET_RAW')),
        'may send forged packets',
        'NET_RAW is not dropped',
      ),
      capabilities: each(
        ({ dropped }) => not(drops(dropped, 'ALL')),
        'keeps capabilities it was not given',
        'not all are dropped',
      ),
      'added-capabilities': each(
        ({ added }) => not(allItems(added, (capability) => /^(?:CAP_)?NET_BIND_SERVICE$/i.test(capability))),
        'is given further capabilities',
        'added',
      ),
      seccomp: each(({ seccomp }) => not(seccomp), 'may make every call to the kernel', 'no profile'),
    };
  },
});

const drops = (dropped: FactList<string>, ...names: readonly string[]) =>
  anyItem(dropped, (capability) => names.includes(capability.toUpperCase().replace(/^CAP_/, '')));
