import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'processor-time-is-limited',
  title: 'Workloads can not take all processor time of a machine',
  severity: 'info',
  criteria: {
    'A1.1': 'A workload that runs wild leaves processor time to its neighbours.',
  },
  do: 'Set resources.limits.cpu where workloads of different owners share machines. Where all state their requests, the kernel shares fairly without.',
  equivalents: {
    kics: ['6b610c50-99fb-4ef0-a5f3-e312fd945bc3'],
    checkov: ['CKV_K8S_11'],
    trivy: ['AVD-KSV-0011'],
    'kube-linter': ['unset-cpu-requirements'],
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) => of.cpuLimited,
      (names) => `${name} sets no limit to the processor time of ${names}.`,
    ),
});
