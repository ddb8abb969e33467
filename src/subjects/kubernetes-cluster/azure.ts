import { type Fact, allOf, anyItem, anyOf, byDefault, known, mapFact, not, notApplicable } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster';

export default mapping({
  kind: 'kubernetes-cluster',
  dialect: 'terraform',
  types: ['azurerm_kubernetes_cluster'],
  map: (cluster) => {
    const stated = reader(cluster);
    const diagnostics = linked(cluster, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id');
    const logs = diagnostics.parts.map((part) => sendsAudit(reader(part)));
    const roles = rolesEnforced(stated);
    return {
      kind: 'kubernetes-cluster',
      provider: 'azure',
      ...subjectOf(cluster, diagnostics.parts),
      traits: {
        supportedUntil: notApplicable('which versions the service supports is not known here'),
        endpointOpen: endpointOpen(stated),
        auditLogged: logs[0] ? anyOf(logs[0], ...logs.slice(1)) : known(false, cluster.at),
        rolesEnforced: roles,
        nodesReachable: nodesReachable(stated),
        nodesVerified: notApplicable('its machines join by an identity of the directory'),
        logsSent: anyOf(stated.has('oms_agent'), stated.bool('addon_profile.oms_agent.enabled', off)),
        measured: notApplicable('the platform measures it by itself'),
        takesReleases: takesReleases(stated),
        imagesChecked: notApplicable('policies of the subscription ask for it'),
        networkPolicies: stated.has('network_profile.network_policy'),
        encryptedWithOwnKey: stated.has('key_management_service'),
        localAccounts: not(
          stated.bool('local_account_disabled', {
            value: false,
            source: 'https://learn.microsoft.com/en-us/azure/aks/manage-local-accounts-managed-azure-ad',
          }),
        ),
      },
    };
  },
});

const off = { value: false, source: registry };

// Called otherwise before version 4 of the provider.
const nodesReachable = (cluster: Reader): Fact<boolean> =>
  anyOf(
    cluster.bool('default_node_pool.node_public_ip_enabled', off),
    cluster.bool('default_node_pool.enable_node_public_ip', off),
  );

// Nothing said is none: https://learn.microsoft.com/en-us/azure/aks/auto-upgrade-cluster
function takesReleases(cluster: Reader): Fact<boolean> {
  const name = cluster.value('automatic_channel_upgrade') ? 'automatic_channel_upgrade' : 'automatic_upgrade_channel';
  return mapFact(cluster.optionalString(name), (channel) => channel !== undefined && channel !== 'none');
}

const auditCategories = new Set(['kube-audit', 'kube-audit-admin', 'audit', 'alllogs']);

function sendsAudit(setting: Reader): Fact<boolean> {
  const blocks = [...setting.blocks('enabled_log').items, ...setting.blocks('log').items];
  const [first, ...rest] = blocks.map((block) =>
    mapFact(
      block.value('category') ? block.optionalString('category') : block.optionalString('category_group'),
      (name) => auditCategories.has(name?.toLowerCase() ?? ''),
    ),
  );
  return first ? anyOf(first, ...rest) : known(false, setting.at);
}

function endpointOpen(cluster: Reader): Fact<boolean> {
  const isPrivate = cluster.bool('private_cluster_enabled', { value: false, source: registry });
  // Before version 4 a list of its own, since then inside of a block.
  const ranges = cluster.value('api_server_authorized_ip_ranges')
    ? cluster.strings('api_server_authorized_ip_ranges')
    : cluster.strings('api_server_access_profile.authorized_ip_ranges');
  const unlimited: Fact<boolean> =
    ranges.items.length === 0 && ranges.complete
      ? byDefault(true, cluster.at, 'https://learn.microsoft.com/en-us/azure/aks/api-server-authorized-ip-ranges')
      : anyItem(ranges, (range) => range === '0.0.0.0/0' || range === '::/0');
  return allOf(not(isPrivate), unlimited);
}

// On by default in both generations of the provider.
function rolesEnforced(cluster: Reader): Fact<boolean> {
  const block = cluster.value('role_based_access_control');
  const path = block ? 'role_based_access_control.enabled' : 'role_based_access_control_enabled';
  return cluster.bool(path, { value: true, source: registry });
}
