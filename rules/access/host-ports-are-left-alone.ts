import { anyItem, mapFact } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'host-ports-are-left-alone',
  title: 'Workloads take no ports of their machines',
  severity: 'low',
  criteria: {
    'CC6.6': 'A workload is reached through the services and policies of the cluster, not past them.',
  },
  do: 'Leave out hostPort, and reach the workload through a service of the type ClusterIP behind an ingress, a gateway or a load balancer.',
  equivalents: {
    checkov: ['CKV_K8S_26'],
    trivy: ['AVD-KSV-0024'],
    kics: ['2b1836f1-dcce-416e-8e16-da8c71920633', '845acfbe-3e10-4b8e-b656-3b404d36dfb2'],
  },
  on: on('workload', 'cluster-entry'),
  check: ({ name, traits }) => {
    if (!('containers' in traits))
      return expect(traits.machinePorts, (is) => !is, `${name} takes a port on every machine of the cluster.`);
    return everyContainer(
      traits.containers,
      (of) =>
        mapFact(
          anyItem(of.hostPorts, () => true),
          (is) => !is,
        ),
      (names) => `${name} lets ${names} take a port of its machine.`,
    );
  },
});
