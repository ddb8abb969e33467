import { notApplicable, known, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { openPorts, rangeOf, strange, type StatedRule } from './ports.ts';

// Without source ranges, tags or accounts a rule admits everyone:
// https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations_for_the_rule
function peersOf(rule: Reader, ranges: string): StatedRule['peers'] {
  const stated = rule.strings(ranges);
  const narrowed = ['source_tags', 'source_service_accounts'].some((name) => rule.value(name) !== undefined);
  if (stated.items.length > 0 || !stated.complete || narrowed) return stated;
  return { items: [known('0.0.0.0/0', rule.at)], complete: true, at: rule.at };
}

function rulesOf(rule: Reader, ranges: string): StatedRule[] {
  const peers = peersOf(rule, ranges);
  return rule.blocks('allow').items.flatMap((allow): StatedRule[] => {
    const base = { peers, protocol: allow.optionalString('protocol'), at: allow.at };
    const ports = allow.strings('ports');
    if (ports.items.length === 0 && ports.complete)
      return [{ ...base, from: known(undefined, allow.at), to: known(undefined, allow.at) }];
    return ports.items.map((port): StatedRule => {
      if (!port.known) return { ...base, from: port, to: port };
      const range = rangeOf(port.value);
      const fact: Fact<number> = strange('a port or a range of ports', port.at);
      return range
        ? { ...base, from: known(range.from, port.at), to: known(range.to, port.at) }
        : { ...base, from: fact, to: fact };
    });
  });
}

export default mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: ['google_compute_firewall'],
  map: (firewall) => {
    const rule = reader(firewall);
    const direction = rule.string('direction', {
      value: 'INGRESS',
      source: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
    });
    const disabled = rule.bool('disabled', {
      value: false,
      source: 'https://cloud.google.com/firewall/docs/firewalls#enforcement',
    });
    const off = disabled.known && disabled.value;
    const inbound = !direction.known || direction.value.toUpperCase() === 'INGRESS';
    const open = (here: boolean, ranges: string) =>
      openPorts(here && !off ? rulesOf(rule, ranges) : [], true, firewall.at);
    return {
      kind: 'network-rule',
      provider: 'google',
      ...subjectOf(firewall),
      traits: {
        explained: notApplicable('each rule has a name that says what it is for'),
        openToInternet: open(inbound, 'source_ranges'),
        openFromInside: open(!inbound, 'destination_ranges'),
      },
    };
  },
});
