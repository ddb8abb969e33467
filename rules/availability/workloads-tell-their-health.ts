import { isApplicable, not, notApplicable, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import type { Container } from '../../src/model/kinds/workload.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workloads-tell-their-health',
  title: 'Workloads can be asked whether they are alive and ready',
  severity: 'low',
  criteria: {
    'A1.2': 'A workload that hangs is started again by itself, and gets no requests before it can answer them.',
  },
  do: 'Add a livenessProbe and a readinessProbe that ask the program itself.',
  aspects: {
    liveness: { checkov: ['CKV_K8S_8'], kics: ['ade74944-a674-4e00-859e-c6eab5bde441'] },
    readiness: { checkov: ['CKV_K8S_9'] },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => {
    if (!isApplicable(containers)) return { liveness: containers, readiness: containers };
    const each = (probe: (container: Container) => Fact<boolean> | NotApplicable, what: string) => {
      const lasting = {
        ...containers,
        items: containers.items.filter((item) => item.known && isApplicable(probe(item.value))),
      };
      if (lasting.items.length === 0 && lasting.complete) return notApplicable('what it runs ends by itself');
      return expectEach(lasting, (container) => not(probe(container) as Fact<boolean>), {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} ${what}.`,
        label: 'no probe',
      });
    };
    return {
      liveness: each(({ liveness }) => liveness, 'can’t be asked whether it is alive'),
      readiness: each(({ readiness }) => readiness, 'can’t be asked whether it is ready'),
    };
  },
});
