import type { Resource } from '../../dialects/dialect.ts';
import { allOf, byDefault, mapFact, notApplicable, known, type Fact, type FactList } from '../../model/fact.ts';
import type { OpenPorts } from '../../model/kinds/network-rule.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { knownOf, reader, type Reader } from '../read.ts';
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

/** Without a word the provider writes that Terraform made it, which says nothing of the purpose. */
const saysWhy = (stated: Reader): Fact<boolean> => {
  const value = stated.value('description');
  // A text that is known in part says something, whatever the rest of it is.
  if (value?.type === 'unknown' && `${value.prefix ?? ''}${value.suffix ?? ''}`.trim() !== '')
    return knownOf(value, true);
  return mapFact(stated.optionalString('description'), (text) => (text ?? '').trim() !== '');
};

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
      if (direction === 'egress' && keepsDefault(group, stated, parts)) return everythingOut(group);
      const rules = [...blocks.items.map(groupRule), ...parts.flatMap((part) => separate(part, direction))];
      return openPorts(rules, blocks.complete, group.at, blocks.reason);
    };
    return {
      kind: 'network-rule',
      provider: 'aws',
      ...subjectOf(group, parts),
      traits: {
        openToInternet: open('ingress'),
        openFromInside: open('egress'),
        explained:
          group.type === 'aws_default_security_group'
            ? notApplicable('the platform describes it')
            : allOf(
                saysWhy(stated),
                ...['ingress', 'egress'].flatMap((direction) => stated.blocks(direction).items.map(saysWhy)),
                ...parts.map((part) => saysWhy(reader(part))),
              ),
      },
    };
  },
});

/** Terraform's provider takes away the rule that a group comes with; a template that states none keeps it. */
const keepsDefault = (group: Resource, stated: Reader, parts: readonly Resource[]): boolean =>
  /^(?:cloudformation|cdk)$/.test(group.dialect) &&
  group.type === 'aws_security_group' &&
  !stated.value('egress') &&
  !parts.some(({ type }) => type === 'aws_vpc_security_group_egress_rule');

function everythingOut(group: Resource): FactList<OpenPorts> {
  const page = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';
  const open: OpenPorts = { protocol: 'any', from: 0, to: 65_535, anyone: known(true, group.at) };
  return { items: [byDefault(open, group.at, page)], complete: true, at: group.at };
}

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
        explained: saysWhy(reader(rule)),
      },
    };
  },
});

/** Nodes that are given a key for SSH and no groups that may come: the service opens the port to everyone. */
const nodeGroups = mapping({
  kind: 'network-rule',
  dialect: 'terraform',
  types: ['aws_eks_node_group'],
  map: (nodes) => {
    const stated = reader(nodes);
    const key = stated.value('remote_access.ec2_ssh_key');
    // https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
    if (!key) return undefined;
    const from = stated.strings('remote_access.source_security_group_ids');
    const everyone = from.items.length === 0 && from.complete;
    const open: OpenPorts = { protocol: 'tcp', from: 22, to: 22, anyone: known(true, key.at, key.via) };
    return {
      kind: 'network-rule',
      provider: 'aws',
      ...subjectOf(nodes),
      traits: {
        openToInternet: { items: everyone ? [known(open, key.at, key.via)] : [], complete: true, at: key.at },
        openFromInside: { items: [], complete: true, at: nodes.at },
        explained: notApplicable('the service makes its rules'),
      },
    };
  },
});

export default [groups, looseRules, nodeGroups];
