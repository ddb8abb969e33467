import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pod-policies-keep-pods-confined',
  title: 'Policies for pods keep them from the rights of their machines',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Who may run a pod does not thereby hold the machine it runs on, because the cluster refuses such pods.',
    'CC6.8': 'Foreign software in a pod finds no way to its machine that the cluster would allow.',
  },
  do: 'Leave privileged, hostPID, hostIPC, hostNetwork and added rights off, require MustRunAsNonRoot and requiredDropCapabilities: [ALL], and set a seccomp profile; or use the restricted standard for pods instead, where the cluster has it.',
  aspects: {
    privileged: { checkov: ['CKV_K8S_2'] },
    'host-processes': { checkov: ['CKV_K8S_1'] },
    'host-memory': { checkov: ['CKV_K8S_3'] },
    'host-network': { checkov: ['CKV_K8S_4'] },
    escalation: { checkov: ['CKV_K8S_5'] },
    root: { checkov: ['CKV_K8S_6'] },
    'packet-forging': { checkov: ['CKV_K8S_7'] },
    'added-rights': { checkov: ['CKV_K8S_24'] },
    'system-calls': { checkov: ['CKV_K8S_32'] },
    'default-rights': { checkov: ['CKV_K8S_36'] },
  },
  on: on('pod-policy'),
  check: ({ name, traits }) => ({
    privileged: expect(traits.allowsPrivileged, (is) => !is, `${name} lets pods have all rights of their machine.`),
    'host-processes': expect(
      traits.allowsHostProcesses,
      (is) => !is,
      `${name} lets pods see the processes of their machine.`,
    ),
    'host-memory': expect(traits.allowsHostMemory, (is) => !is, `${name} lets pods share memory with their machine.`),
    'host-network': expect(
      traits.allowsHostNetwork,
      (is) => !is,
      `${name} lets pods use the network of their machine.`,
    ),
    escalation: expect(traits.allowsEscalation, (is) => !is, `${name} lets processes in pods gain rights.`),
    root: expect(traits.allowsRoot, (is) => !is, `${name} lets pods run as root.`),
    'packet-forging': expect(traits.dropsPacketForging, (is) => is, `${name} lets pods forge packets.`),
    'added-rights': expect(traits.allowsAddedRights, (is) => !is, `${name} lets pods have rights on top.`),
    'system-calls': expect(traits.filtersCalls, (is) => is, `${name} doesn’t filter the system calls of pods.`),
    'default-rights': expect(
      traits.dropsRights,
      (is) => is,
      `${name} lets pods keep all rights that they have by default.`,
    ),
  }),
});
