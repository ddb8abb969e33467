import type { Resource } from '../../dialects/dialect.ts';
import {
  allOf,
  anyOf,
  known,
  mapFact,
  notApplicable,
  unknownFact,
  type Fact,
  type NotApplicable,
} from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every, fromParts, isNamed } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const networks = mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['azurerm_virtual_network'],
  map: (network) => {
    const flowLogs = network.program.ofType('azurerm_network_watcher_flow_log');
    const logs = linked(network, ['azurerm_network_watcher_flow_log'], 'target_resource_id', ['id']);
    const [first, ...rest] = logs.parts.map((log): Fact<boolean> =>
      reader(log).bool('enabled', {
        reason: { code: 'does-not-exist', settledBy: 'enabled = true on the flow log' },
      }),
    );
    return {
      kind: 'network',
      provider: 'azure',
      ...subjectOf(network, logs.parts),
      traits: {
        defaultGroupEmpty: notApplicable('it has no group that things get by themselves'),
        givesPublicAddresses: notApplicable('an address is a resource of its own'),
        guarded: ownSubnetsGuarded(network),
        recordsKeptDays: notApplicable('where its records go says so'),
        flowLogged: first
          ? anyOf(first, ...rest)
          : flowLogs.length > 0
            ? // Which subnets a security group is in, and so which network its log is of, is not followed.
              unknownFact(
                {
                  code: 'not-evaluated',
                  subject: 'which network its flow logs are of',
                  settledBy: 'a flow log of the virtual network itself',
                },
                network.at,
              )
            : known(false, network.at),
      },
    };
  },
});

// Gateways, firewalls and route servers are guarded by themselves, and take no group or none of one's own:
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings, https://learn.microsoft.com/azure/firewall/firewall-faq
const withoutGroup = /^(?:GatewaySubnet|AzureFirewallSubnet|AzureFirewallManagementSubnet|RouteServerSubnet)$/i;

/** Subnets that are written inside of their network. */
function ownSubnetsGuarded(network: Resource): Fact<boolean> | NotApplicable {
  const [first, ...rest] = reader(network)
    .blocks('subnet')
    .items.filter((subnet) => !takesNoGroup(subnet))
    .map((subnet) => isNamed(subnet, 'security_group'));
  return first ? allOf(first, ...rest) : notApplicable('its subnets stand apart from it');
}

const takesNoGroup = (subnet: Reader): boolean => {
  const name = subnet.optionalString('name');
  return name.known && withoutGroup.test(name.value ?? '');
};

/** Volumes of NetApp come with a delegated subnet, whose group only counts with some of its features. */
const isOfVolumes = (subnet: Reader): boolean => {
  const service = subnet.optionalString('delegation.service_delegation.name');
  return service.known && service.value?.toLowerCase() === 'microsoft.netapp/volumes';
};

const subnets = mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['azurerm_subnet'],
  map: (subnet) => {
    const groups = linked(subnet, ['azurerm_subnet_network_security_group_association'], 'subnet_id', ['id']);
    return {
      kind: 'network',
      provider: 'azure',
      ...subjectOf(subnet, groups.parts),
      traits: {
        defaultGroupEmpty: notApplicable('it has no group that things get by themselves'),
        givesPublicAddresses: notApplicable('an address is a resource of its own'),
        guarded: takesNoGroup(reader(subnet))
          ? notApplicable('the platform guards what is in it')
          : isOfVolumes(reader(subnet))
            ? notApplicable('whether a group counts depends on the features of the volumes in it')
            : groups.parts[0]
              ? known(true, groups.parts[0].at)
              : groups.maybe.length > 0 && groups.reason
                ? unknownFact(groups.reason, subnet.at)
                : interfacesGuarded(subnet),
        recordsKeptDays: notApplicable('where its records go says so'),
        flowLogged: notApplicable('the network that it is a part of says so'),
      },
    };
  },
});

/** Groups may stand before each interface instead. */
function interfacesGuarded(subnet: Resource): Fact<boolean> {
  const groups = linked(subnet, ['azurerm_network_interface'], 'ip_configuration.subnet_id', ['id']).parts.map((one) =>
    fromParts(
      one,
      ['azurerm_network_interface_security_group_association'],
      'network_interface_id',
      ['id'],
      (part) => known(true, part.at),
      known(false, subnet.at),
    ),
  );
  return every(groups, known(false, subnet.at));
}

/** A record of flows whose days are over is gone; without a policy it stays until somebody deletes it. */
const flowRecords = mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['azurerm_network_watcher_flow_log'],
  map: (log) => ({
    kind: 'network',
    provider: 'azure',
    ...subjectOf(log),
    traits: traitsOfPart('network', 'it is the record of a network', { recordsKeptDays: flowsKeptDays(reader(log)) }),
  }),
});

// https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview: 0 days, or no policy, keeps them for good.
function flowsKeptDays(log: Reader): Fact<number> {
  const on = log.optionalBool('retention_policy.enabled');
  if (!on.known) return on;
  if (!on.value) return { ...on, value: Infinity };
  return mapFact(log.optionalNumber('retention_policy.days'), (days) => days || Infinity);
}

export default [networks, subnets, flowRecords];
