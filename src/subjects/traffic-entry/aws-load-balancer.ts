import type { Resource } from '../../dialects/dialect.ts';
import { allOf, known, mapFact, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { oldestTls } from './aws-policies.ts';

const withVersion = notApplicable('its ciphers come with the version or the policy that is judged');
const elsewhere = notApplicable('it is a setting of load balancers and their groups of targets');
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const keepsNothing = notApplicable('it keeps no answers');
const inside = notApplicable('it takes requests from inside of the network only');
const passes = notApplicable('it hands packets on as they are');

const listenerTypes = ['aws_lb_listener', 'aws_alb_listener'];
const balancerTypes = ['aws_lb', 'aws_alb'];

const listeners = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: listenerTypes,
  map: (listener) => {
    const stated = reader(listener);
    const balancer = balancerOf(listener, stated);
    const protocol = protocolOf(stated, balancer);
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(listener),
      traits: {
        deletionProtected: elsewhere,
        cacheEncrypted: keepsNothing,
        dropsInvalidHeaders: elsewhere,
        usesEveryZone: elsewhere,
        encryptedBehind: elsewhere,
        encryptedOnEntry: isInternal(balancer) ? inside : encrypted(stated, protocol),
        filtered: notApplicable('its load balancer says whether requests are filtered'),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: tlsVersion(stated, protocol),
        accessLogged: notApplicable('its load balancer says whether requests are logged'),
      },
    };
  },
});

const balancerOf = (listener: Resource, stated: Reader): Resource | undefined =>
  (stated.value('load_balancer_arn')?.references ?? [])
    .flatMap(({ address }) => listener.program.find(address))
    .find(({ type }) => balancerTypes.includes(type));

const isInternal = (balancer: Resource | undefined): boolean => {
  const internal = balancer && reader(balancer).optionalBool('internal');
  return internal?.known === true && internal.value === true;
};

// An application load balancer speaks HTTP where nothing is written, a gateway takes packets of any kind.
function protocolOf(listener: Reader, balancer: Resource | undefined): Fact<string> {
  const type = balancer && reader(balancer).optionalString('load_balancer_type');
  const gateway = type?.known && type.value === 'gateway';
  const fallback = balancer
    ? { value: gateway ? 'GENEVE' : 'HTTP', source: `${registry}/lb_listener` }
    : ({
        reason: { code: 'not-in-repository', subject: 'its load balancer', settledBy: 'the protocol of the listener' },
      } as const);
  return mapFact(listener.string('protocol', fallback), (text) => text.toUpperCase());
}

function encrypted(listener: Reader, protocol: Fact<string>): Fact<boolean> | NotApplicable {
  if (!protocol.known) return protocol;
  if (protocol.value === 'HTTPS' || protocol.value === 'TLS') return { ...protocol, value: true };
  if (protocol.value !== 'HTTP') return passes;
  const actions = listener.blocks('default_action').items;
  // The last action answers; those before it only ask who it is.
  const last = actions.at(-1);
  const type = last?.optionalString('type');
  if (!last || !type) return { ...protocol, value: false };
  if (!type.known) return type;
  if (type.value === 'fixed-response') return notApplicable('it answers with a fixed text');
  if (type.value !== 'redirect') return { ...protocol, value: false };
  // Without a protocol of its own a redirect keeps that of the request.
  return mapFact(
    last.string('redirect.protocol', { value: '#{protocol}', source: `${registry}/lb_listener` }),
    (target) => target.toUpperCase() === 'HTTPS',
  );
}

function tlsVersion(listener: Reader, protocol: Fact<string>): Fact<string> | NotApplicable {
  if (!protocol.known) return protocol;
  if (protocol.value !== 'HTTPS' && protocol.value !== 'TLS') return notApplicable('it doesn’t speak TLS');
  return versionOf(
    listener.string('ssl_policy', { value: 'ELBSecurityPolicy-2016-08', source: `${registry}/lb_listener` }),
  );
}

function versionOf(policy: Fact<string>): Fact<string> {
  if (!policy.known) return policy;
  const version = oldestTls(policy.value);
  if (version) return { ...policy, value: version };
  return unknownFact(
    { code: 'not-evaluated', subject: policy.value, settledBy: 'a security policy with a known TLS version' },
    policy.at,
    policy.via,
  );
}

const balancers = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: balancerTypes,
  map: (balancer) => {
    const stated = reader(balancer);
    const byListener = notApplicable('its listeners say so, one by one');
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(balancer),
      traits: {
        deletionProtected: stated.bool('enable_deletion_protection', { value: false, source: `${registry}/lb` }),
        cacheEncrypted: keepsNothing,
        dropsInvalidHeaders: dropsInvalid(stated),
        usesEveryZone: crossesZones(stated),
        encryptedBehind: elsewhere,
        encryptedOnEntry: byListener,
        filtered: filtered(balancer, stated),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: byListener,
        accessLogged: accessLogged(balancer, stated),
      },
    };
  },
});

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html */
function filtered(balancer: Resource, stated: Reader): Fact<boolean> | NotApplicable {
  if (isInternal(balancer)) return inside;
  const type = stated.optionalString('load_balancer_type');
  if (type.known && type.value !== undefined && type.value !== 'application')
    return notApplicable('only application load balancers can have such a firewall');
  const links = linked(
    balancer,
    ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association'],
    'resource_arn',
  );
  const [first] = links.parts;
  if (first) return known(true, first.at);
  return links.maybe.length > 0 && links.reason ? unknownFact(links.reason, balancer.at) : known(false, balancer.at);
}

function accessLogged(balancer: Resource, stated: Reader): Fact<boolean> | NotApplicable {
  const type = stated.optionalString('load_balancer_type');
  const kind = type.known ? type.value : undefined;
  if (kind === 'gateway') return notApplicable('a gateway load balancer keeps no access log');
  if (kind === 'network') {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
    const listeners = linked(balancer, listenerTypes, 'load_balancer_arn').parts;
    const isPlain = (listener: Resource): boolean => {
      const protocol = reader(listener).optionalString('protocol');
      return protocol.known && protocol.value !== undefined && protocol.value.toUpperCase() !== 'TLS';
    };
    if (listeners.length > 0 && listeners.every(isPlain))
      return notApplicable('a network load balancer logs requests of TLS listeners only');
  }
  return allOf(
    stated.has('access_logs'),
    stated.bool('access_logs.enabled', { value: false, source: `${registry}/lb` }),
  );
}

/** The older kind, which has its listeners inside. */
const classic = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_elb'],
  map: (balancer) => {
    const stated = reader(balancer);
    const internal = stated.optionalBool('internal');
    const protocols = stated
      .blocks('listener')
      .items.map((listener) => mapFact(listener.optionalString('lb_protocol'), (text) => text?.toLowerCase() ?? ''));
    const [first, ...rest] = protocols
      .filter((protocol) => !protocol.known || protocol.value !== 'tcp')
      .map((protocol) => mapFact(protocol, (text) => text !== 'http'));
    const logs = stated.value('access_logs');
    return {
      kind: 'traffic-entry',
      provider: 'aws',
      ...subjectOf(balancer),
      traits: {
        deletionProtected: notApplicable('a classic load balancer has no switch against deletion'),
        cacheEncrypted: keepsNothing,
        dropsInvalidHeaders: elsewhere,
        usesEveryZone: stated.bool('cross_zone_load_balancing', { value: true, source: `${registry}/elb` }),
        encryptedBehind: classicBehind(stated),
        encryptedOnEntry: internal.known && internal.value ? inside : first ? allOf(first, ...rest) : passes,
        filtered: notApplicable('a classic load balancer can’t have such a firewall'),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: notApplicable('its policy is a resource of its own, with a version for each protocol'),
        accessLogged: logs
          ? stated.bool('access_logs.enabled', { value: true, source: `${registry}/elb` })
          : known(false, balancer.at),
      },
    };
  },
});

/** Between a classic load balancer and its servers; packets that are handed on as they are don't count. */
function classicBehind(balancer: Reader): Fact<boolean> | NotApplicable {
  const [first, ...rest] = balancer
    .blocks('listener')
    .items.map((listener) => mapFact(listener.optionalString('instance_protocol'), (text) => text?.toLowerCase() ?? ''))
    .filter((protocol) => !protocol.known || protocol.value !== 'tcp')
    .map((protocol) => mapFact(protocol, (text) => text === 'https' || text === 'ssl'));
  return first ? allOf(first, ...rest) : passes;
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
function dropsInvalid(balancer: Reader): Fact<boolean> | NotApplicable {
  const type = balancer.optionalString('load_balancer_type');
  if (!type.known) return type;
  if (type.value !== undefined && type.value !== 'application') return passes;
  return balancer.bool('drop_invalid_header_fields', { value: false, source: `${registry}/lb` });
}

/** Application load balancers always do, unless a group of targets says otherwise. */
function crossesZones(balancer: Reader): Fact<boolean> | NotApplicable {
  const type = balancer.optionalString('load_balancer_type');
  if (!type.known) return type;
  if (type.value === undefined || type.value === 'application')
    return notApplicable('application load balancers use every zone');
  return balancer.bool('enable_cross_zone_load_balancing', { value: false, source: `${registry}/lb` });
}

/** Where a load balancer hands requests on to; encrypted protocols are listed by the service's own advice. */
const targetGroups = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['aws_lb_target_group', 'aws_alb_target_group'],
  map: (group) => ({
    kind: 'traffic-entry',
    provider: 'aws',
    ...subjectOf(group),
    traits: traitsOfPart('traffic-entry', 'its load balancer and listeners decide it', {
      encryptedBehind: groupEncrypted(reader(group)),
    }),
  }),
});

function groupEncrypted(group: Reader): Fact<boolean> | NotApplicable {
  const kind = group.optionalString('target_type');
  if (kind.known && kind.value === 'lambda') return notApplicable('the service calls a function itself');
  const protocol = group.optionalString('protocol');
  if (!protocol.known) return protocol;
  const name = protocol.value?.toUpperCase() ?? '';
  if (name === 'HTTPS' || name === 'TLS') return { ...protocol, value: true };
  return name === 'HTTP' ? { ...protocol, value: false } : passes;
}

export default [listeners, balancers, classic, targetGroups];
