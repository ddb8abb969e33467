import type { Resource } from '../../dialects/dialect.ts';
import type { Fact, FactList } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { openPorts, type StatedRule } from './ports.ts';

const own = { from: 'from_port', to: 'to_port' };

/** A rule of a security group, in a block or as `aws_security_group_rule`. */
const groupRule = (rule: Reader): StatedRule => ({
  peers: joined(rule.strings('cidr_blocks'), rule.strings('ipv6_cidr_blocks')),
  protocol: rule.optionalString('protocol'),
  from: rule.optionalNumber(own.from),
  to: rule.optionalNumber(own.to),
  at: rule.at,
});

const vpcRule = (rule: Reader): StatedRule => ({
  peers: joined(rule.strings('cidr_ipv4'), rule.strings('cidr_ipv6')),
  protocol: rule.optionalString('ip_protocol'),
  from: rule.optionalNumber(own.from),
  to: rule.optionalNumber(own.to),
  at: rule.at,
});

const joined = <T>(a: FactList<T>, b: FactList<T>): FactList<T> => ({
  items: [...a.items, ...b.items],
  complete: a.complete && b.complete,
  at: a.items.length > 0 ? a.at : b.at,
  ...((a.reason ?? b.reason) && { reason: (a.reason ?? b.reason)! }),
});

const separateRules = [
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
];

/** The rules of one direction that a rule resource of its own states. */
function separate(rule: Resource, direction: 'ingress' | 'egress'): StatedRule[] {
  const stated = reader(rule);
  if (rule.type === `aws_vpc_security_group_${direction}_rule`) return [vpcRule(stated)];
  if (rule.type !== 'aws_security_group_rule') return [];
  const type: Fact<string | undefined> = stated.optionalString('type');
  return type.known && type.value !== direction ? [] : [groupRule(stated)];
}

const groups = mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: ['aws_security_group', 'aws_default_security_group'],
  map: (group) => {
    const stated = reader(group);
    const parts = linked(group, separateRules, 'security_group_id', ['id']).parts;
    const open = (direction: 'ingress' | 'egress') => {
      const blocks = stated.blocks(direction);
      const rules = [...blocks.items.map(groupRule), ...parts.flatMap((part) => separate(part, direction))];
      return openPorts(rules, blocks.complete, group.at, blocks.reason);
    };
    return {
      kind: 'network-rule',
      provider: 'aws',
      ...subjectOf(group, parts),
      traits: { openToInternet: open('ingress'), openFromInside: open('egress') },
    };
  },
});

/** A rule whose group is not in this program stands for itself. */
const looseRules = mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: separateRules,
  map: (rule) => {
    const group = reader(rule).value('security_group_id');
    const owned = group?.references?.some(({ address }) =>
      rule.program
        .find(address)
        .some(({ type }) => type === 'aws_security_group' || type === 'aws_default_security_group'),
    );
    if (owned) return undefined;
    return {
      kind: 'network-rule',
      provider: 'aws',
      ...subjectOf(rule),
      traits: {
        openToInternet: openPorts(separate(rule, 'ingress'), true, rule.at),
        openFromInside: openPorts(separate(rule, 'egress'), true, rule.at),
      },
    };
  },
});

export default [groups, looseRules];
