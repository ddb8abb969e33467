import type { FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

/** Ports that are open, as a range with both ends in it. `any` protocol means all ports of all protocols. */
export interface OpenPorts {
  protocol: 'tcp' | 'udp' | 'icmp' | 'any' | 'other';
  from: number;
  to: number;
}

export const networkRule = defineKind({
  name: 'network-rule',
  about: 'What may pass a border of the network: a security group, a network ACL, an NSG, a firewall rule.',
  plural: 'network rule sets',
  inventory: true,
  traits: {
    openToInternet: trait<FactList<OpenPorts>>('The ports that any address of the internet may connect to.'),
    openFromInside: trait<FactList<OpenPorts>>(
      'The ports of any address of the internet that may be connected to from inside.',
    ),
  },
});
