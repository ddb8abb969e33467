import { not, type Fact } from '../../src/model/fact.ts';
import type { Container } from '../../src/model/kinds/workload.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workloads-have-limits',
  title: 'Workloads say how much they need, and take no more than their share',
  severity: 'low',
  criteria: {
    'A1.1': 'Capacity is planned by what workloads ask for, and one that runs wild can’t take it from the others.',
  },
  do: 'Set resources.requests and resources.limits for processor and memory.',
  aspects: {
    'processor-request': { checkov: ['CKV_K8S_10'], trivy: ['AVD-KSV-0015'] },
    'processor-limit': {
      checkov: ['CKV_K8S_11'],
      trivy: ['AVD-KSV-0011'],
      kics: ['4ac0e2b7-d2d2-4af7-8799-e8de6721ccda'],
    },
    'memory-request': { checkov: ['CKV_K8S_12'], trivy: ['AVD-KSV-0016'] },
    'memory-limit': {
      checkov: ['CKV_K8S_13'],
      trivy: ['AVD-KSV-0018'],
      kics: ['b14d1bc4-a208-45db-92f0-e21f8e2588e9'],
    },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => {
    const each = (stated: (container: Container) => Fact<boolean>, what: string) =>
      expectEach(containers, (container) => not(stated(container)), {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} ${what}.`,
        label: 'not stated',
      });
    return {
      'processor-request': each(({ cpuRequest }) => cpuRequest, 'asks for no processor time'),
      'processor-limit': each(({ cpuLimit }) => cpuLimit, 'has no limit on processor time'),
      'memory-request': each(({ memoryRequest }) => memoryRequest, 'asks for no memory'),
      'memory-limit': each(({ memoryLimit }) => memoryLimit, 'has no limit on memory'),
    };
  },
});
