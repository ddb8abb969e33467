import { not } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'containers-make-few-kernel-calls',
  title: 'Containers may make only the kernel calls that programs usually need',
  severity: 'low',
  criteria: {
    'CC6.8': 'Software that gets into a container can’t reach the kernel by calls that no program there needs.',
  },
  do: 'Set securityContext.seccompProfile.type: RuntimeDefault for the pod.',
  equivalents: {
    checkov: ['CKV_K8S_31'],
    trivy: ['AVD-KSV-0030', 'AVD-KSV-0104'],
    kics: ['f377b83e-bd07-4f48-a591-60c82b14a78b'],
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    expectEach(containers, ({ seccomp }) => not(seccomp), {
      item: (container) => container.name,
      message: (container) => `Container ${container.name} of ${name} may make every call to the kernel.`,
      label: 'no profile',
    }),
});
