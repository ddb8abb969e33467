import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'containers-keep-few-rights',
  title: 'Containers give up rights that they do not need',
  severity: 'low',
  criteria: {
    'CC6.1': 'A program that is taken over can’t use rights of the kernel that it never needed.',
    'CC6.8': 'The ways by which foreign software leaves a container are fewer.',
  },
  do: 'Set capabilities.drop: [ALL], add back what is needed, and seccompProfile.type: RuntimeDefault in the security context.',
  aspects: {
    capabilities: {
      checkov: ['CKV_K8S_28', 'CKV_K8S_37'],
      trivy: ['AVD-KSV-0003'],
      kics: ['268ca686-7fb7-4ae9-b129-955a2a89064e'],
      'kube-linter': ['drop-net-raw-capability'],
    },
    'system-calls': { checkov: ['CKV_K8S_31'], trivy: ['AVD-KSV-0030'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    capabilities: everyContainer(
      containers,
      (of) => of.dropsRights,
      (names) => `${name} lets ${names} keep all rights that containers have by default.`,
    ),
    'system-calls': everyContainer(
      containers,
      (of) => of.callsFiltered,
      (names) => `${name} doesn’t filter the system calls of ${names}.`,
    ),
  }),
});
