import { isEveryPort, openIf, reachesPort, shownPorts } from '../../src/model/kinds/network-rule.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'plain-http-is-closed',
  title: 'Plain HTTP is not open to the internet',
  // A server on port 80 may do nothing but send people on to HTTPS: that is for the reader to see.
  severity: 'info',
  criteria: {
    'CC6.7': 'Without the port no request and no answer can travel in the clear.',
  },
  do: 'Close port 80, or keep it only to send people on to HTTPS and say so.',
  equivalents: {
    checkov: ['CKV_AWS_260', 'CKV_AZURE_160', 'CKV_GCP_106'],
    kics: ['ffac8a12-322e-42c1-b9b9-81ff85c39ef7'],
  },
  on: on('network-rule'),
  check: ({ name, traits: { openToInternet } }) =>
    expectEach(openToInternet, (open) => openIf(open, (ports) => !isEveryPort(ports) && reachesPort(ports, 80)), {
      message: (open) => `${name} lets the internet reach plain HTTP (${shownPorts(open)}).`,
      item: shownPorts,
    }),
});
