import type { Fact, FactList } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

/** Ports that are open, as a range with both ends in it. `any` protocol means all ports of all protocols. */
export interface OpenPorts {
  protocol: 'tcp' | 'udp' | 'icmp' | 'any' | 'other';
  from: number;
  to: number;
  /** Whether it is any address of the internet that may come, or go there. */
  anyone: Fact<boolean>;
}

export const networkRule = defineKind({
  name: 'network-rule',
  about: 'What may pass a border of the network: a security group, a network ACL, an NSG, a firewall rule.',
  plural: 'network rule sets',
  inventory: true,
  traits: {
    openToInternet: trait<FactList<OpenPorts>>(
      'The ports that any address of the internet may connect to, or may perhaps.',
    ),
    explained: trait<Fact<boolean>>('Whether it says what it is for, and so does each of its rules.'),
    openFromInside: trait<FactList<OpenPorts>>(
      'The ports of any address of the internet that may be connected to from inside.',
    ),
  },
});

/** Whether it is every port there is, or of TCP or UDP every one. */
export const isEveryPort = ({ protocol, from, to }: Omit<OpenPorts, 'anyone'>): boolean =>
  protocol === 'any' || ((protocol === 'tcp' || protocol === 'udp') && from <= 1 && to >= 65535);

/** Whether a port of TCP, or of UDP where that is asked for, lies in the range. */
export const reachesPort = ({ protocol, from, to }: Omit<OpenPorts, 'anyone'>, port: number, udp = false): boolean =>
  (protocol === 'tcp' || (udp && protocol === 'udp')) && from <= port && port <= to;

/** For messages and as the key of an item: `tcp 22`, `udp 6000-6100`, `all ports`. */
export const shownPorts = ({ protocol, from, to }: Omit<OpenPorts, 'anyone'>): string =>
  protocol === 'any' ? 'all ports' : from === to ? `${protocol} ${from}` : `${protocol} ${from}-${to}`;

/** Whether such ports are open to anyone: for other ports it doesn't arise who may come. */
export const openIf = (ports: OpenPorts, are: (ports: OpenPorts) => boolean): Fact<boolean> =>
  are(ports) ? ports.anyone : { ...ports.anyone, known: true, value: false, origin: 'written' };
