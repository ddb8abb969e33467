import { isEveryPort, openIf, reachesPort, shownPorts } from '../../src/model/kinds/network-rule.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'subnet-borders-are-narrow',
  title: 'Network ACLs are a second border, not an open door',
  severity: 'low',
  criteria: {
    'CC6.6': 'A second border that is narrow still holds when a security group behind it is opened by mistake.',
  },
  do: 'Allow the ports that the subnet serves, and deny administration from the internet at the border of the subnet.',
  aspects: {
    'all-ports': { checkov: ['CKV_AWS_352'], trivy: ['AVD-AWS-0102'] },
    administration: {
      checkov: ['CKV_AWS_231', 'CKV_AWS_232'],
      kics: ['a20be318-cac7-457b-911d-04cc6e812c25', '3af7f2fd-06e6-4dab-b996-2912bea19ba4'],
    },
  },
  on: on('network-acl'),
  check: ({ name, traits: { admitsFromInternet } }) => ({
    'all-ports': expectEach(admitsFromInternet, (open) => openIf(open, isEveryPort), {
      message: (open) => `${name} lets the internet through to ${shownPorts(open)}.`,
      item: shownPorts,
    }),
    administration: expectEach(
      admitsFromInternet,
      (open) => openIf(open, (ports) => !isEveryPort(ports) && (reachesPort(ports, 22) || reachesPort(ports, 3389))),
      {
        message: (open) => `${name} lets the internet through to SSH or remote desktops (${shownPorts(open)}).`,
        item: shownPorts,
      },
    ),
  }),
});
