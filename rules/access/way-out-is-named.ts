import { isEveryPort, openIf, shownPorts } from '../../src/model/kinds/network-rule.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'way-out-is-named',
  title: 'What may leave the network is named',
  // Nearly everything is left open to the outside; it is worth a look where data is, and no gap elsewhere.
  severity: 'info',
  criteria: {
    'CC6.7': 'Data can only be sent to where somebody decided that it may go.',
  },
  do: 'Name the ports and networks that are needed from inside, above all where data is kept.',
  equivalents: { checkov: ['CKV_AWS_382'], trivy: ['AVD-AWS-0104'] },
  on: on('network-rule'),
  check: ({ name, traits: { openFromInside } }) =>
    expectEach(openFromInside, (open) => openIf(open, isEveryPort), {
      message: (open) => `${name} lets ${shownPorts(open)} of the internet be reached from inside.`,
      item: shownPorts,
    }),
});
