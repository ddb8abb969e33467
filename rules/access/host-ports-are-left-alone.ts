import { known } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'host-ports-are-left-alone',
  title: 'Workloads open no ports on their hosts',
  severity: 'low',
  criteria: {
    'CC6.6':
      'What runs in a cluster is reached through its services, past the rules of the network, and not on the hosts.',
  },
  do: 'Leave hostPort out, and let a service lead to the container.',
  equivalents: { checkov: ['CKV_K8S_26'], trivy: ['AVD-KSV-0024'], kics: ['2b1836f1-dcce-416e-8e16-da8c71920633'] },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    expectEach(
      containers,
      ({ hostPorts, at }) =>
        hostPorts.items.find((port) => !port.known) ?? known(hostPorts.items.length > 0, hostPorts.items[0]?.at ?? at),
      {
        item: (container) => container.name,
        message: (container) => `Container ${container.name} of ${name} opens a port on its host.`,
        label: 'a port of the host',
      },
    ),
});
