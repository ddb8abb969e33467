import { anyItem, mapFact } from '../../src/model/fact.ts';
import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'host-ports-are-left-alone',
  title: 'Workloads take no ports of their machines',
  severity: 'low',
  criteria: {
    'CC6.6': 'A workload is reached through the services and policies of the cluster, not past them.',
  },
  do: 'Leave out hostPort and reach the workload through a service.',
  equivalents: { checkov: ['CKV_K8S_26'], trivy: ['AVD-KSV-0024'], kics: ['2b1836f1-dcce-416e-8e16-da8c71920633'] },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) =>
        mapFact(
          anyItem(of.hostPorts, () => true),
          (is) => !is,
        ),
      (names) => `${name} lets ${names} take a port of its machine.`,
    ),
});
