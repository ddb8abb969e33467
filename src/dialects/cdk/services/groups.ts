import type { Place } from '../../../model/place.ts';
import {
  joined,
  number,
  reason,
  text,
  unknown,
  whyUnknown,
  type Fields,
  type Instance,
  type Item,
} from '../../programs/items.ts';
import { callOf, constant, isTrue, type Construct, type Stated } from '../construct.ts';
import { givenGroups, isGroup, ruleMethods } from '../groups.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';

type Told = Instance['told'][number];

/** Ports that have a name: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Port.html */
const namedPorts: { readonly [name: string]: number } = {
  SSH: 22,
  SMTP: 25,
  DNS_TCP: 53,
  HTTP: 80,
  POP3: 110,
  IMAP: 143,
  LDAP: 389,
  HTTPS: 443,
  SMB: 445,
  IMAPS: 993,
  POP3S: 995,
  MSSQL: 1433,
  ORACLE: 1521,
  NFS: 2049,
  MYSQL_AURORA: 3306,
  RDP: 3389,
  POSTGRES: 5432,
};

/** Protocol and ports of a rule. */
function ports(port: Item | undefined, at: Place): Record<string, Item | undefined> {
  if (port?.type === 'number') return range('tcp', port, port);
  const name = constant(port);
  if (name !== undefined && namedPorts[name] !== undefined) return range('tcp', namedPorts[name], namedPorts[name]);
  const call = callOf(port);
  const [from, to] = call?.args ?? [];
  switch (call?.name) {
    case 'ec2.Port.tcp':
      return range('tcp', from, from);
    case 'ec2.Port.udp':
      return range('udp', from, from);
    case 'ec2.Port.tcpRange':
      return range('tcp', from, to);
    case 'ec2.Port.udpRange':
      return range('udp', from, to);
    case 'ec2.Port.allTcp':
      return range('tcp', 0, 65_535);
    case 'ec2.Port.allUdp':
      return range('udp', 0, 65_535);
    case 'ec2.Port.allTraffic':
      return range('-1');
    case 'ec2.Port.allIcmp':
      return range('icmp', -1, -1);
    case 'ec2.Port.icmpPing':
      return range('icmp', 8, -1);
    default: {
      const open = unknown(port ? whyUnknown(port) : { code: 'not-evaluated', settledBy: 'a port' }, at);
      return { IpProtocol: open, FromPort: open, ToPort: open };
    }
  }

  function range(protocol: string, low?: Item | number, high?: Item | number): Record<string, Item | undefined> {
    const item = (end: Item | number | undefined): Item | undefined =>
      typeof end === 'number' ? number(end, at) : end;
    return { IpProtocol: text(protocol, at), FromPort: item(low), ToPort: item(high) };
  }
}

/** The other side of a rule, as the property that names it. */
function peer(item: Item | undefined, at: Place, ingress: boolean): Record<string, Item | undefined> {
  const group = ingress ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId';
  const call = callOf(item);
  switch (call?.name) {
    case 'ec2.Peer.anyIpv4':
      return { CidrIp: text('0.0.0.0/0', at) };
    case 'ec2.Peer.anyIpv6':
      return { CidrIpv6: text('::/0', at) };
    case 'ec2.Peer.ipv4':
      return { CidrIp: call.args[0] };
    case 'ec2.Peer.ipv6':
      return { CidrIpv6: call.args[0] };
    case 'ec2.Peer.prefixList':
      return { [ingress ? 'SourcePrefixListId' : 'DestinationPrefixListId']: call.args[0] };
    case 'ec2.Peer.securityGroupId':
      return { [group]: call.args[0] };
    default:
  }
  if (item?.type === 'instance') return { [group]: item };
  return { CidrIp: unknown(item ? whyUnknown(item) : { code: 'not-evaluated', settledBy: 'a peer' }, at) };
}

export interface Rule {
  ingress: boolean;
  rule: Fields;
}

function ruleOf(construct: Construct, { method, args, at }: Told): Rule {
  const ingress = !/Egress|To/.test(method);
  const anyone = /AnyIpv[46]/.test(method);
  const byDefault = /DefaultPort/.test(method);
  const itself = method === 'allowInternally';
  const given = [...args];
  const other = anyone || itself ? undefined : given.shift();
  const port = byDefault ? defaultPort(construct, at) : given.shift();
  const everyone: Record<string, Item | undefined> = method.includes('Ipv6')
    ? { CidrIpv6: text('::/0', at) }
    : { CidrIp: text('0.0.0.0/0', at) };
  const side = anyone ? everyone : peer(itself ? construct.instance : other, at, ingress);
  const reached = ports(port, at);
  // The library says from where a rule lets in, or to where out, if nothing else is written.
  const [description] = given;
  const words = description && description.type !== 'undefined' ? description : described(ingress, side, reached, at);
  return { ingress, rule: construct.object({ ...side, ...reached, Description: words }, at) };
}

/** "from 10.0.0.0/8:443", as far as it is known. */
function described(
  ingress: boolean,
  { CidrIp, CidrIpv6 }: Record<string, Item | undefined>,
  { FromPort, ToPort }: Record<string, Item | undefined>,
  at: Place,
): Item {
  const block = CidrIp ?? CidrIpv6 ?? text('another group', at);
  const low = FromPort ?? text('ALL TRAFFIC', at);
  const same = FromPort?.type === 'number' && ToPort?.type === 'number' && FromPort.value === ToPort.value;
  const range = !FromPort || !ToPort || same ? [low] : [low, text('-', at), ToPort];
  return joined([text(ingress ? 'from ' : 'to ', at), block, text(':', at), ...range], at);
}

/** The port that a thing listens at by itself. */
const defaultPort = (construct: Construct, at: Place): Item =>
  construct.get('port') ?? unknown(reason('known-after-apply', 'the port', 'a port that is written out'), at);

/** Lets everything out where nothing else is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SecurityGroup.html */
function securityGroup(construct: Construct): Stated[] {
  const rules = rulesOf(construct);
  const outbound = construct.or('allowAllOutbound', construct.bool(true));
  return [
    construct.itself('AWS::EC2::SecurityGroup', {
      GroupName: construct.get('securityGroupName'),
      ...groupOf(construct, rules, outbound, construct.instance.name),
      GroupDescription: construct.or('description', construct.text(construct.instance.name)),
    }),
    ...separate(construct.instance, '', rules, outbound),
  ];
}

/** Rules about other groups, or with ports that are only known later, are resources of their own. */
const isInline = ({ rule: { entries } }: Rule): boolean =>
  !entries.has('SourceSecurityGroupId') &&
  !entries.has('DestinationSecurityGroupId') &&
  entries.get('FromPort')?.type !== 'unknown';

const separate = (group: Item, path: string, rules: readonly Rule[], outbound: Item): Stated[] =>
  rules
    .filter((one) => !isInline(one) && (one.ingress || !isTrue(outbound)))
    .map(({ ingress, rule }, i) => {
      rule.entries.set('GroupId', group);
      return {
        type: ingress ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
        suffix: `${path}${ingress ? 'from' : 'to'} ${i + 1}`,
        properties: rule,
      };
    });

/** What a construct was told of its groups; the same peer and ports are said once. */
function rulesOf(construct: Construct): Rule[] {
  const seen = new Set<string>();
  return construct.told(...ruleMethods).flatMap((told) => {
    const made = ruleOf(construct, told);
    const key = [...made.rule.entries].map(([name, item]) => (name === 'Description' ? '' : `${name} ${shown(item)}`));
    const whole = `${made.ingress} ${key.join()}`;
    if (seen.has(whole)) return [];
    seen.add(whole);
    return [made];
  });
}

const shown = (item: Item): string =>
  item.type === 'string' || item.type === 'number' ? String(item.value) : item.type === 'instance' ? item.name : '?';

/** What the library writes where nothing is let out: a rule that matches nothing. */
const nothingOut = (construct: Construct, at: Place): Fields =>
  construct.object(
    {
      CidrIp: text('255.255.255.255/32', at),
      Description: text('Disallow all traffic', at),
      IpProtocol: text('icmp', at),
      FromPort: number(252, at),
      ToPort: number(86, at),
    },
    at,
  );

const isFalse = (item: Item): boolean => item.type === 'bool' && !item.value;

function groupOf(
  construct: Construct,
  rules: readonly Rule[],
  outbound: Item,
  words: string,
): Record<string, Item | undefined> {
  const { at } = outbound;
  const everything = construct.object(
    {
      CidrIp: text('0.0.0.0/0', at),
      IpProtocol: text('-1', at),
      Description: text('Allow all outbound traffic by default', at),
    },
    at,
  );
  const side = (ingress: boolean): Fields[] =>
    rules.flatMap((one) => (one.ingress === ingress && isInline(one) ? [one.rule] : []));
  const closed = rules.some((one) => !one.ingress) ? side(false) : [nothingOut(construct, at)];
  const out = outbound.type === 'bool' ? (outbound.value ? [everything] : closed) : [];
  return {
    GroupDescription: construct.text(words),
    VpcId: construct.get('vpc'),
    SecurityGroupIngress: side(true).length > 0 ? construct.list(side(true)) : undefined,
    SecurityGroupEgress:
      out.length === 0 && isFalse(outbound)
        ? undefined
        : construct.list(out, at, outbound.type === 'bool' ? undefined : whyUnknown(outbound)),
  };
}

/**
 * What stands in a network and is given no group has one of its own, which is told the rules. `open`: whether it lets everything out.
 */
export function ownGroup(construct: Construct, open: boolean, suffix = 'SecurityGroup', words?: string): Stated[] {
  const [given] = givenGroups(construct.instance);
  const rules = rulesOf(construct);
  // Those of the program are told the rules themselves, by `library.ts`.
  if (given && isGroup(given)) return [];
  if (given)
    return rules.map(({ ingress, rule }, i) => ({
      type: ingress ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
      suffix: `${suffix}/${ingress ? 'from' : 'to'} ${i + 1}`,
      properties: rule,
    }));
  const outbound = construct.bool(open);
  return [
    construct.further(
      'AWS::EC2::SecurityGroup',
      suffix,
      groupOf(construct, rules, outbound, words ?? `${construct.instance.name}/${suffix}`),
    ),
    ...separate(made(construct, suffix, construct.at, 'id'), `${suffix}/`, rules, outbound),
  ];
}

/** A group that lets everything out, and in what these rules say. */
export const openGroup = (
  construct: Construct,
  words: string,
  rules: readonly Rule[] = [],
): Record<string, Item | undefined> => groupOf(construct, rules, construct.bool(true), words);

export const groups: Services = { 'ec2.SecurityGroup': securityGroup };
