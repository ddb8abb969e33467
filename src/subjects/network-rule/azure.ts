import type { Fact, FactList } from '../../model/fact.ts';
import { notApplicable, known, mapFact } from '../../model/fact.ts';
import type { OpenPorts } from '../../model/kinds/network-rule.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isInternet, openPorts, rangeOf, strange, type StatedRule } from './ports.ts';

const both = <T>(a: FactList<T>, b: FactList<T>): FactList<T> => ({
  items: [...a.items, ...b.items],
  complete: a.complete && b.complete,
  at: a.items.length > 0 ? a.at : b.at,
});

/** One stated rule a port range; none where the rule denies, is of the other direction, or names a group of addresses. */
function rulesOf(rule: Reader, direction: 'inbound' | 'outbound'): StatedRule[] {
  const is = (name: string, value: string) => {
    const fact = rule.optionalString(name);
    return !fact.known || fact.value?.toLowerCase() === value;
  };
  if (!is('access', 'allow') || !is('direction', direction)) return [];
  const end = direction === 'inbound' ? 'source' : 'destination';
  const ranges = both(rule.strings('destination_port_range'), rule.strings('destination_port_ranges'));
  const base = {
    peers: both(rule.strings(`${end}_address_prefix`), rule.strings(`${end}_address_prefixes`)),
    protocol: mapFact(rule.optionalString('protocol'), (name): string | undefined => name),
    at: rule.at,
  };
  return ranges.items.map((range): StatedRule => {
    if (!range.known) return { ...base, from: range, to: range };
    const ports = rangeOf(range.value);
    const fact: Fact<number> = strange('a port, a range of ports or "*"', range.at);
    return ports
      ? { ...base, from: known(ports.from, range.at), to: known(ports.to, range.at) }
      : { ...base, from: fact, to: fact };
  });
}

/** The lowest number of a rule that denies everything; rules with higher numbers are never asked. */
function lastAsked(rules: readonly Reader[], direction: 'inbound' | 'outbound'): number {
  const end = direction === 'inbound' ? 'source' : 'destination';
  const has = (rule: Reader, name: string, test: (text: string) => boolean) => {
    const fact = rule.optionalString(name);
    return fact.known && fact.value !== undefined && test(fact.value.toLowerCase());
  };
  const numbers = rules
    .filter(
      (rule) =>
        has(rule, 'access', (text) => text === 'deny') &&
        has(rule, 'direction', (text) => text === direction) &&
        has(rule, 'protocol', (text) => text === '*') &&
        has(rule, 'destination_port_range', (text) => text === '*') &&
        has(rule, `${end}_address_prefix`, isInternet),
    )
    .map((rule) => rule.optionalNumber('priority'));
  return Math.min(...numbers.map((number) => (number.known && number.value !== undefined ? number.value : Infinity)));
}

const traitsOf = (rules: readonly Reader[], complete: boolean, at: StatedRule['at']) => {
  const open = (direction: 'inbound' | 'outbound'): FactList<OpenPorts> => {
    const last = lastAsked(rules, direction);
    const asked = rules.filter((rule) => {
      const number = rule.optionalNumber('priority');
      return !number.known || number.value === undefined || number.value < last;
    });
    return openPorts(
      asked.flatMap((rule) => rulesOf(rule, direction)),
      complete,
      at,
    );
  };
  return {
    explained: notApplicable('each rule has a name that says what it is for'),
    openToInternet: open('inbound'),
    openFromInside: open('outbound'),
  };
};

const groups = mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: ['azurerm_network_security_group'],
  map: (group) => {
    const parts = linked(group, ['azurerm_network_security_rule'], 'network_security_group_name', ['name']).parts;
    const blocks = reader(group).blocks('security_rule');
    return {
      kind: 'network-rule',
      provider: 'azure',
      ...subjectOf(group, parts),
      traits: traitsOf([...blocks.items, ...parts.map(reader)], blocks.complete, group.at),
    };
  },
});

const looseRules = mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: ['azurerm_network_security_rule'],
  map: (rule) => {
    const group = reader(rule).value('network_security_group_name');
    if (group?.references?.some(({ address }) => rule.program.find(address).length > 0)) return undefined;
    return {
      kind: 'network-rule',
      provider: 'azure',
      ...subjectOf(rule),
      traits: traitsOf([reader(rule)], true, rule.at),
    };
  },
});

export default [groups, looseRules];
