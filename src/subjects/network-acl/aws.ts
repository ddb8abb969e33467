import { mapFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { openPorts, type StatedRule } from '../network-rule/ports.ts';
import { reader, type Reader } from '../read.ts';

const stated = (rule: Reader): StatedRule => {
  const v4 = rule.strings('cidr_block');
  const v6 = rule.strings('ipv6_cidr_block');
  return {
    peers: {
      items: [...v4.items, ...v6.items],
      complete: v4.complete && v6.complete,
      at: v4.items.length ? v4.at : v6.at,
    },
    protocol: rule.optionalString('protocol'),
    from: rule.optionalNumber('from_port'),
    to: rule.optionalNumber('to_port'),
    at: rule.at,
  };
};

const allows = (rule: Reader, name: string): boolean => {
  const action: Fact<string | undefined> = mapFact(rule.optionalString(name), (text) => text?.toLowerCase());
  return !action.known || action.value === 'allow';
};

const acls = mapping({
  kind: 'network-acl',
  dialect: 'terraform',
  // The default one lets everything through by the platform's own choice, and is not judged.
  types: ['aws_network_acl'],
  map: (acl) => {
    const blocks = reader(acl).blocks('ingress');
    const rules = blocks.items.filter((rule) => allows(rule, 'action')).map(stated);
    return {
      kind: 'network-acl',
      provider: 'aws',
      ...subjectOf(acl),
      traits: { admitsFromInternet: openPorts(rules, blocks.complete, acl.at, blocks.reason) },
    };
  },
});

const rules = mapping({
  kind: 'network-acl',
  dialect: 'terraform',
  types: ['aws_network_acl_rule'],
  map: (rule) => {
    const read = reader(rule);
    const outgoing = read.optionalBool('egress');
    const applies = !(outgoing.known && outgoing.value) && allows(read, 'rule_action');
    return {
      kind: 'network-acl',
      provider: 'aws',
      ...subjectOf(rule),
      traits: { admitsFromInternet: openPorts(applies ? [stated(read)] : [], true, rule.at) },
    };
  },
});

export default [acls, rules];
