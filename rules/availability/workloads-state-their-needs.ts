import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'workloads-state-their-needs',
  title: 'Workloads say how much memory and processor time they need',
  severity: 'low',
  criteria: {
    'A1.1':
      'The cluster can plan with what each workload needs, and one that takes too much memory doesn’t take it from the others.',
  },
  do: 'Set resources.limits.memory (which is the request, too, where none is set) and resources.requests.cpu for each container.',
  aspects: {
    memory: {
      checkov: ['CKV_K8S_13'],
      trivy: ['AVD-KSV-0018'],
      kics: ['bb9ac4f7-e13b-423d-a010-c74a1bfbe492'],
      'kube-linter': ['unset-memory-requirements'],
    },
    'memory-request': { checkov: ['CKV_K8S_12'], trivy: ['AVD-KSV-0016'] },
    cpu: { checkov: ['CKV_K8S_10'], trivy: ['AVD-KSV-0015'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    memory: everyContainer(
      containers,
      (of) => of.memoryLimited,
      (names) => `${name} sets no limit to the memory of ${names}.`,
    ),
    'memory-request': everyContainer(
      containers,
      (of) => of.memoryRequested,
      (names) => `${name} doesn’t say how much memory is kept for ${names}.`,
    ),
    cpu: everyContainer(
      containers,
      (of) => of.cpuRequested,
      (names) => `${name} doesn’t say how much processor time is kept for ${names}.`,
    ),
  }),
});
