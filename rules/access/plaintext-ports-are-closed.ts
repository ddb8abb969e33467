import { isEveryPort, openIf, reachesPort, shownPorts, type OpenPorts } from '../../src/model/kinds/network-rule.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

const outdated = [20, 21, 23, 110, 143, 389, 512, 513, 514];
const has = (open: OpenPorts, ports: readonly number[]) =>
  !isEveryPort(open) && ports.some((port) => reachesPort(open, port));

export default rule({
  id: 'plaintext-ports-are-closed',
  title: 'Ports for protocols without encryption are not open to the internet',
  severity: 'medium',
  criteria: {
    'CC6.6': 'What is offered outside of the boundary doesn’t give passwords away to whoever listens.',
    'CC6.7': 'No way is offered on which data would move in the clear.',
  },
  do: 'Close the port and offer the encrypted protocol.',
  equivalents: { checkov: ['CKV_GCP_75', 'CKV_GCP_77'] },
  on: on('network-rule'),
  check: ({ name, traits: { openToInternet } }) =>
    expectEach(openToInternet, (open) => openIf(open, (ports) => has(ports, outdated)), {
      message: (open) => `${name} lets the internet reach a protocol without encryption (${shownPorts(open)}).`,
      item: shownPorts,
    }),
});
