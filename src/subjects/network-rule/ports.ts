import type { Fact, FactList, UnknownReason } from '../../model/fact.ts';
import { anyItem, known, unknownFact } from '../../model/fact.ts';
import type { OpenPorts } from '../../model/kinds/network-rule.ts';
import type { Place } from '../../model/place.ts';

/** A rule as a platform states it: who may come, by which protocol, to which ports. */
export interface StatedRule {
  peers: FactList<string>;
  protocol: Fact<string | undefined>;
  /** Undefined stands for all ports. */
  from: Fact<number | undefined>;
  to: Fact<number | undefined>;
  at: Place;
}

/** Whether an address range is the whole internet, or the better half of it. */
export const isInternet = (range: string): boolean =>
  [
    '*',
    'internet',
    'any',
    '0.0.0.0/0',
    '0.0.0.0',
    '::/0',
    '::0',
    '::',
    '0::0/0',
    '0000:0000:0000:0000:0000:0000:0000:0000/0',
    '<nw>/0',
    '/0',
  ].includes(range.trim().toLowerCase()) || /^(\d+\.\d+\.\d+\.\d+)\/[01]$/.test(range.trim());

/** What a rule opens to the internet, or may open: nothing, one range, or unknown. */
export function openedBy(rule: StatedRule): Fact<OpenPorts>[] {
  const open = anyItem(rule.peers, isInternet);
  if (open.known && !open.value) return [];
  if (!rule.protocol.known) return [rule.protocol];
  // Where every protocol is meant, ports are not looked at.
  if (normal(rule.protocol.value ?? 'any') === 'any')
    return [known({ protocol: 'any', from: 0, to: 65535, anyone: open }, open.at, open.via)];
  const missing = [rule.from, rule.to].find((fact) => !fact.known);
  if (missing && !missing.known) return [missing];
  if (!rule.from.known || !rule.to.known) return [];
  const ports = portsOf(rule.protocol.value, rule.from.value, rule.to.value);
  return [known({ ...ports, anyone: open }, open.at, open.via)];
}

function portsOf(
  protocol: string | undefined,
  from: number | undefined,
  to: number | undefined,
): Omit<OpenPorts, 'anyone'> {
  const name = normal(protocol ?? 'any');
  if (from === undefined || from < 0) return { protocol: name, from: 0, to: 65535 };
  return { protocol: name, from, to: to === undefined || to < 0 ? from : to };
}

// Protocols by name or by IANA number; AWS writes "all" as -1.
function normal(protocol: string): OpenPorts['protocol'] {
  const name = protocol.toLowerCase();
  if (['-1', 'all', 'any', '*'].includes(name)) return 'any';
  if (['tcp', '6'].includes(name)) return 'tcp';
  if (['udp', '17'].includes(name)) return 'udp';
  return ['icmp', 'icmpv6', '1', '58'].includes(name) ? 'icmp' : 'other';
}

/** All that the rules open. Incomplete where there may be further rules. */
export function openPorts(
  rules: readonly StatedRule[],
  complete: boolean,
  at: Place,
  reason?: UnknownReason,
): FactList<OpenPorts> {
  return { items: rules.flatMap(openedBy), complete, at, ...(reason && { reason }) };
}

/** `22`, `8000-8010`, `*` as Azure and Google write ranges. */
export function rangeOf(text: string): { from: number; to: number } | undefined {
  if (text === '*') return { from: 0, to: 65535 };
  const [from, to = from] = text.split('-').map((part) => Number(part.trim()));
  return Number.isInteger(from) && Number.isInteger(to) ? { from: from!, to: to! } : undefined;
}

export const strange = (settledBy: string, at: Place): Fact<never> =>
  unknownFact({ code: 'wrong-type', settledBy }, at);
